/** Signs of Markdown that plain text does not hold: a heading, keys and values in front, a rule below the heads of columns, a table, a fence, a picture, a link. */
const signs: readonly RegExp[] = [
  /^ {0,3}#{1,6}[ \t]+\S/m,
  /^---[ \t]*\n[A-Za-z_][\w-]*:/,
  /^ {0,3}\|?[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*)+\|?[ \t]*$/m,
  /<table\b[^<>]*>[^]{0,2000}?<t[dh]\b/i,
  /^ {0,3}(?:`{3,}|~{3,})[\w-]*[ \t]*$/m,
  /!\[[^\]\n]{0,200}\]\([^()\n]{1,1000}\)/,
  /\[[^[\]\n]{1,200}\]\((?:https?:|\.{0,2}\/|#|mailto:)[^()\n]{0,1000}\)/,
];
const named = /\.(?:md|markdown|mdown)$/i;

/** Characters looked at. */
const sample = 1 << 20;

/** True for a text with the markup of Markdown, or that is named so. */
export function isMarkdown(text: string, fileName: string): boolean {
  const start = text.slice(0, sample);
  return named.test(fileName) || signs.some((sign) => sign.test(start));
}
