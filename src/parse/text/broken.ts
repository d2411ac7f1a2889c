/** Sentences that a copy out of a PDF broke over two lines: 占一般公共预算支出⏎的84.06%. */

/** `2.1 背景` numbers a title, `2.1 万元` goes on with a sentence. */
const decimal =
  '\\d{1,2}(?:[.．]\\d{1,2}){1,4}[\\s\\u3000]*(?=\\p{Script=Han})(?![百千万亿]*[元吨米亩件个名项倍年月日户人])';
/** What begins a heading or an item. */
export const listMark = new RegExp(
  `^\\s*(?:第?[一二三四五六七八九十百]+[、.．章条部节]|[（(][一二三四五六七八九十\\d]+[）)]|\\d{1,2}(?:[、)）]|[.．](?!\\d))|[①-⑳]|${decimal})`,
  'u',
);
const finished = /[。！？；：…!?;:”"』」》）)\]】|│]\s*$/;
/** Columns laid out in a line. */
export const tabular = /\t|[|│┃]| {3,}/;
const indented = /^(?:\u3000| {2,})/;

/** A line that is in the middle of a sentence: it has counted or measured something, gone on after a comma, and not ended. */
function unfinished(line: string): boolean {
  const words = line.replace(listMark, '');
  return /\d/.test(words) && /[，,]/.test(words) && !finished.test(line) && !tabular.test(line);
}

/** Lines as given, those joined that certainly are one sentence. A blank line, an indent or a list mark always begins a new one. */
export function joinBroken(lines: readonly string[]): readonly string[] {
  const joined: string[] = [];
  let open = false as boolean;
  for (const line of lines) {
    const goesOn: boolean =
      open && line.trim() !== '' && !listMark.test(line) && !indented.test(line) && !tabular.test(line);
    const last = joined.length - 1;
    if (goesOn) joined[last] = (joined[last] ?? '') + line.trim();
    else joined.push(line);
    open = unfinished(goesOn ? line : line.trim()) || (goesOn && open && !finished.test(line));
  }
  return joined;
}
