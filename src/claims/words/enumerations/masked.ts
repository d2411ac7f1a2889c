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

/** The comma inside a number parts nothing: 1,860.0万元. */
const thousands = /(?<=\d),(?=\d{3}(?!\d))/gu;

/**
 * A text of the same length in which whatever stands inside brackets, quotes and title marks is hidden, and so is the comma inside
 * a number; the marks stay.
 */
export function masked(original: string): string {
  const text = original.replace(thousands, hidden);
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

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Names read from masked text as `plain` prints them. `from`: where the first stands at the earliest. */
export function unmasked(names: readonly string[], plain: string, from: number): string[] {
  let at = from;
  return names.map((name) => {
    const printed = new RegExp(name.split(hidden).map(escape).join('.'), 'su').exec(plain.slice(at));
    if (!printed) return name;
    at += printed.index + printed[0].length;
    return printed[0];
  });
}
