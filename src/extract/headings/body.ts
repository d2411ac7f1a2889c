import type { Look } from '../../model/document.js';
import type { HeadingRules } from '../../rulebook/headings.js';
import type { Item, Line } from './lines.js';

/** The type that most of the document's words are set in, against which a heading stands out. */
export interface BodyLook {
  readonly fontSize: number | null;
  /** True when bold is rare enough to mean something. */
  readonly boldSpeaks: boolean;
}

export function bodyLook(items: readonly Item[]): BodyLook {
  const sizes = new Map<number, number>();
  let [bold, all] = [0, 0];
  for (const item of items) {
    if (item.kind !== 'line') continue;
    const { look, dense } = item.line;
    if (look.fontSize !== null) sizes.set(look.fontSize, (sizes.get(look.fontSize) ?? 0) + dense.length);
    all += dense.length;
    if (look.bold) bold += dense.length;
  }
  const most = [...sizes].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0];
  return { fontSize: most?.[0] ?? null, boldSpeaks: bold * 2 < all };
}

/** Points by which type must be larger than the body's to stand out. */
const noticeable = 0.9;

export const isLarger = (look: Look, body: BodyLook): boolean =>
  look.fontSize !== null && body.fontSize !== null && look.fontSize >= body.fontSize + noticeable;

/** True when Word itself says that this is a heading. */
export function isStyled(look: Look, rules: HeadingRules): boolean {
  return (
    look.outlineLevel !== null ||
    (look.styleName !== null && rules.heading_style.test(look.styleName.toLowerCase().trim()))
  );
}

/** True when the look sets the line off from running text. */
export const standsOut = (line: Line, body: BodyLook, rules: HeadingRules): boolean =>
  isStyled(line.look, rules) || (line.look.bold && body.boldSpeaks) || isLarger(line.look, body);
