/** Files that a mail program or an old editor broke at a fixed width: their paragraphs are put together again, but only when
 *  the file leaves no doubt — lines of one width, and paragraphs that begin with an indent or after a blank line. */

/** Dashes, quotation marks and dots that are as wide as a character among Chinese ones. */
const wide = /[\u2014\u2018-\u201d\u2026\u2460-\u2473]/;

/** Columns that a line takes, where a wide character takes two. */
export function widthOf(line: string): number {
  let width = 0;
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i);
    width += code > 0x2e7f || (code > 0x2000 && wide.test(line.charAt(i))) ? 2 : 1;
  }
  return width;
}

const indent = /^(?:\u3000|[ \t]{2,})/;
/** Columns laid out by hand: a gap inside the line, or a rule. */
const tabular = /\S(?:\t| {3,}|\u3000{2,})\S|[│┃|].*[│┃|]/;
/** Wrapping leaves at most one wide character and a forbidden punctuation mark short of the width. */
const slack = 4;
const minLines = 12;

interface Line {
  readonly text: string;
  readonly width: number;
  /** It begins with an indent or after a blank line. */
  readonly starts: boolean;
}

const share = (lines: readonly Line[], holds: (line: Line) => boolean): number =>
  lines.length === 0 ? 0 : lines.filter(holds).length / lines.length;

/** The width that the file was wrapped at; null when it was not, or not certainly. */
function wrapWidth(lines: readonly Line[]): number | null {
  const written = lines.filter((line) => line.text !== '' && !tabular.test(line.text));
  if (written.length < minLines) return null;
  const widest = written.reduce((most, line) => Math.max(most, line.width), 0);
  if (widest < 40 || widest > 130) return null;
  const full = (line: Line): boolean => line.width >= widest - slack;
  const afterFull = written.filter((_, i) => i > 0 && full(written[i - 1] ?? emptyLine));
  const afterShort = written.filter((_, i) => i > 0 && !full(written[i - 1] ?? emptyLine));
  const certain =
    share(written, full) >= 0.5 &&
    share(afterFull, (line) => !line.starts) >= 0.7 &&
    afterShort.length > 0 &&
    share(afterShort, (line) => line.starts) >= 0.8;
  return certain ? widest : null;
}

const emptyLine: Line = { text: '', width: 0, starts: true };

/** A line break between Latin words stood for a space; between Chinese characters for nothing. */
export const gapBetween = (before: string, after: string): string =>
  /[A-Za-z,;]$/.test(before) && /^[A-Za-z]/.test(after) ? ' ' : '';

/** Lines as given, or paragraphs where the lines were certainly wrapped. */
export function joinWrapped(texts: readonly string[]): readonly string[] {
  // A line longer than any editor wraps at settles it without measuring.
  if (texts.length < minLines || texts.some((text) => text.length > 200)) return texts;
  const lines = texts.map((raw, i): Line => {
    const text = raw.trimEnd();
    return { text, width: widthOf(text), starts: indent.test(text) || texts[i - 1]?.trim() === '' };
  });
  const width = wrapWidth(lines);
  if (width === null) return texts;
  const joined: string[] = [];
  let open = false;
  for (const line of lines) {
    const last = joined.length - 1;
    if (open && line.text !== '' && !line.starts && !tabular.test(line.text))
      joined[last] += gapBetween(joined[last] ?? '', line.text) + line.text;
    else joined.push(line.text);
    open = line.width >= width - slack && !tabular.test(line.text);
  }
  return joined;
}
