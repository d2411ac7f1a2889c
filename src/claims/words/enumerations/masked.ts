/** What encloses words of which a list outside takes no notice. */
const pairs: Readonly<Record<string, string>> = {
  '(': ')',
  '（': '）',
  '《': '》',
  '〈': '〉',
  '【': '】',
  '[': ']',
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
};
/** No name is longer. */
const longest = 120;
/** Stands for a character inside a pair. */
const hidden = '\u0001';

/** A text of the same length in which whatever stands inside brackets, quotes and title marks is hidden; the marks stay. */
export function masked(text: string): string {
  let out = '';
  for (let at = 0; at < text.length;) {
    const close = pairs[text[at] ?? ''];
    const inside = close === undefined ? -1 : text.slice(at + 1, at + 1 + longest).indexOf(close);
    if (close === undefined || inside < 0) {
      out += text[at] ?? '';
      at++;
      continue;
    }
    const end = at + 1 + inside;
    out += (text[at] ?? '') + hidden.repeat(inside) + close;
    at = end + 1;
  }
  return out;
}
