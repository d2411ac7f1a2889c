import { child, childrenNamed, elementsOf, valueOf, type XmlElement } from './element.js';

/** Typefaces behind the names that styles use for them: `minorEastAsia` → `宋体`. */
export type Theme = ReadonlyMap<string, string>;

function faceOf(fonts: XmlElement | null, script: string): string | null {
  const face = valueOf(fonts, script, 'typeface');
  if (face) return face;
  // An empty East Asian face means the one listed for the script of the document's language: simplified Chinese here.
  const chinese = childrenNamed(fonts, 'a:font').find((font) => font.attributes.get('script') === 'Hans');
  return script === 'a:ea' ? (chinese?.attributes.get('typeface') ?? null) : null;
}

export function readTheme(root: XmlElement | null): Theme {
  const theme = new Map<string, string>();
  const scheme = child(child(root, 'a:themeElements'), 'a:fontScheme');
  for (const fonts of scheme ? elementsOf(scheme) : []) {
    const kind = fonts.name === 'a:majorFont' ? 'major' : fonts.name === 'a:minorFont' ? 'minor' : null;
    if (kind === null) continue;
    const [latin, eastAsian] = [faceOf(fonts, 'a:latin'), faceOf(fonts, 'a:ea')];
    if (latin !== null) theme.set(`${kind}Ascii`, latin).set(`${kind}HAnsi`, latin);
    if (eastAsian !== null) theme.set(`${kind}EastAsia`, eastAsian);
  }
  return theme;
}
