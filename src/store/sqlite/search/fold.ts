/** Text as searches compare it: compatibility forms and letter case made alike, white space and thousands commas left out. */
export interface Folded {
  readonly text: string;
  /** Where the character of the original stood that each UTF-16 unit of `text` comes from. */
  readonly from: readonly number[];
}

const quotes: Readonly<Record<string, string>> = { '“': '"', '”': '"', '‘': "'", '’': "'" };
/** ASCII and the characters of everyday Chinese, which fold to themselves. */
const plain = /^[!-&(-@[-~\u4e00-\u9fa5]$/;

function foldCharacter(char: string): string {
  if (plain.test(char)) return char;
  return (quotes[char] ?? char.normalize('NFKC')).toLowerCase().replace(/[\s\p{Cc}\p{Cf}]+/gu, '');
}

/** 2,940.05 is searched as 2940.05. */
const isThousandsComma = (text: string, at: number): boolean =>
  /^[,，]$/.test(text.charAt(at)) && /\d/.test(text.charAt(at - 1)) && /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5));

/** Folds character by character, so that a match can be shown where it was printed. Linear. */
export function fold(original: string): Folded {
  const parts: string[] = [];
  const from: number[] = [];
  let at = 0;
  for (const char of original) {
    const folded = isThousandsComma(original, at) ? '' : foldCharacter(char);
    for (let i = 0; i < folded.length; i++) from.push(at);
    parts.push(folded);
    at += char.length;
  }
  return { text: parts.join(''), from };
}

/** What SQLite's own tokenizer keeps as one token each; any other letter or digit is spelled by its number. */
const asItself = /^[a-z0-9\u4e00-\u9fa5]$/;
const counted = /[\p{L}\p{N}]/u;

/** The letters and digits of folded text, each as one token. Marks are not indexed: a hit is compared with the whole words. */
export function tokensOf(folded: string): string[] {
  const tokens: string[] = [];
  for (const char of folded) {
    if (asItself.test(char)) tokens.push(char);
    else if (counted.test(char)) tokens.push(`u${(char.codePointAt(0) ?? 0).toString(16)}`);
  }
  return tokens;
}

/** A block's text as the index takes it. */
export const indexed = (text: string): string => tokensOf(fold(text).text).join(' ');
