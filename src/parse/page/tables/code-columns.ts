import type { Fragment } from '../glyphs/fragments.js';
import { hasCents, isDash } from '../lines/figures.js';
import type { Row } from '../lines/lines.js';

/** Rows that show codes and names to be two columns. */
const fewestRows = 3;
/** Left ends of one column differ by no more than this, in points. */
const near = 1.5;

/** A classification code: 类, 款 and 项, also as cells of their own side by side. */
const code = /^\d{3}(?:\d{2}){0,2}$/;

interface CodedRow {
  readonly left: number;
  /** Where the code ends. */
  readonly right: number;
  readonly name: Fragment;
}

/** A row of an account by functions: a code, a name, and an amount further on. */
function codedRow({ fragments, left }: Row): CodedRow | null {
  const end = fragments.findIndex((it) => !/^\d+$/.test(it.text));
  const [name, last] = [fragments[end], fragments[end - 1]];
  if (!name || !last || !/^[\p{Script=Han}（(]/u.test(name.text)) return null;
  const digits = fragments.slice(0, end).map((it) => it.text);
  const amounts = fragments.slice(end + 1).some((it) => hasCents(it.text) || isDash(it.text));
  return amounts && code.test(digits.join('')) ? { left, right: last.right, name } : null;
}

/** The first pieces of names that stand in a column of their own right behind their codes, however near: codes begin at one place,
 *  and no name begins before the longest code has ended. */
export function namesBehindCodes(rows: readonly Row[]): ReadonlySet<Fragment> {
  const names = new Set<Fragment>();
  const groups: CodedRow[][] = [];
  for (const row of rows) {
    const coded = codedRow(row);
    const group = groups.find(([first]) => first && coded && Math.abs(first.left - coded.left) <= near);
    if (coded && group) group.push(coded);
    else if (coded) groups.push([coded]);
  }
  for (const group of groups) {
    const longest = Math.max(...group.map((it) => it.right));
    const parted = group.every(({ name }) => name.left > longest - 0.1 * name.size);
    if (group.length >= fewestRows && parted) for (const { name } of group) names.add(name);
  }
  return names;
}
