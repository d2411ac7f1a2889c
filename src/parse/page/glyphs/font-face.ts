export interface FontFace {
  readonly name: string;
  /** Bold, or a display face (黑体, 小标宋). */
  readonly bold: boolean;
}

// 微软雅黑 is a text face in spite of its name
const boldName = /bold|black|heavy|demi|(?<!ya)hei(?:$|[^a-z]|ti)|(?<!雅)黑|标宋|粗|biaosong|xbs|zhongsong/i;
const subsetPrefix = /^[A-Z]{6}\+/;

/** Names of Chinese fonts are often UTF-8 or GBK bytes that pass as Latin-1. */
function readableName(raw: string): string {
  const name = raw
    .replace(subsetPrefix, '')
    .replace(/#([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  if (!/[\u0080-\u00FF]/.test(name) || /[\u0100-\uFFFF]/.test(name)) return name;
  const bytes = Uint8Array.from(name, (it) => it.charCodeAt(0));
  const readings = ['utf-8', 'gb18030'].map((encoding) => new TextDecoder(encoding).decode(bytes));
  return readings.find((it) => !it.includes('\uFFFD')) ?? name;
}

export function fontFace(rawName: string, bold: boolean): FontFace {
  const name = readableName(rawName);
  return { name, bold: bold || boldName.test(name) };
}

/** Faces of a document by the names that its runs give them; null for one that stays untold. */
export type FontBook = Map<string, FontFace | null>;
