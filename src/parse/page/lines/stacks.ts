import { centre, middle, type Fragment } from '../glyphs/fragments.js';

// Vertical writing that a program set character by character: each stands level, one below the other, and what is not Chinese may
// lie on its side between them.

/** Columns of a stack from right to left, each from top to bottom. */
export type Stack = readonly (readonly Fragment[])[];

/** Characters of one column have their middles this near to each other, and follow within these gaps, in em. */
const drift = 0.35;
const mostOverlap = 0.4;
const mostGap = 0.75;
/** Lines of level text stand further apart than this; a looser column may be a list. One looser still needs another beside it. */
const tight = 0.25;
const loosest = 0.6;
/** The next column begins at the height of the one before, so far to the left, in em. */
const sameHeight = 0.4;
const nearest = 0.8;
const farthest = 2.6;
/** Digits that stand level between the characters of a column. */
const shortFigure = /^[\d.%]{1,4}$/;
const widestFigure = 1.4;

const han = /\p{Script=Han}|〇/u;

/** True for what may stand in a column: one character, a short figure, a word on its side. `alone` is in a run of its own. */
function mayStack(it: Fragment, alone: boolean): boolean {
  if (it.athwart) return it.turn === 90;
  if (!alone) return false;
  return shortFigure.test(it.text) ? it.right - it.left < widestFigure * it.size : [...it.text].length === 1;
}

const alike = (a: Fragment, b: Fragment): boolean => Math.abs(a.size - b.size) < 0.2 * Math.max(a.size, b.size);

function isBelow(above: Fragment, it: Fragment): boolean {
  const gap = (it.top - above.bottom) / it.size;
  return Math.abs(centre(above) - centre(it)) < drift * it.size && gap > -mostOverlap && gap < mostGap;
}

/** True when `it` begins the next column after the one that `first` began. */
function isNextColumn(first: Fragment, it: Fragment): boolean {
  const left = (centre(first) - centre(it)) / it.size;
  return Math.abs(first.top - it.top) < sameHeight * it.size && left > nearest && left < farthest;
}

/** Candidates strung together in the order of the file, which goes down each column. */
function chains(fragments: readonly Fragment[]): Fragment[][][] {
  const ordered = [...fragments].sort((a, b) => a.run - b.run);
  const inRun = new Map<number, number>();
  for (const { run } of ordered) inRun.set(run, (inRun.get(run) ?? 0) + 1);
  const found: Fragment[][][] = [];
  let open: Fragment[][] | null = null;
  for (const it of ordered) {
    if (!mayStack(it, inRun.get(it.run) === 1)) {
      open = null;
      continue;
    }
    const column: Fragment[] | undefined = open?.at(-1);
    const [first, last] = [column?.[0], column?.at(-1)];
    if (column && last && alike(last, it) && isBelow(last, it)) column.push(it);
    else if (open && first && alike(first, it) && isNextColumn(first, it)) open.push([it]);
    else found.push((open = [[it]]));
  }
  return found;
}

/** Share of the characters of a column that stand at the heights of other text, as cells of a table do. */
function inRows(column: readonly Fragment[], others: readonly Fragment[]): number {
  const beside = column.filter((it) => others.some((other) => Math.abs(middle(other) - middle(it)) < 0.3 * it.size));
  return beside.length / column.length;
}

/** The widest gap between two characters, in em. */
const widestGap = (column: readonly Fragment[]): number =>
  Math.max(...column.slice(1).map((it, i) => (it.top - (column[i]?.bottom ?? it.top)) / it.size));

const begins = (column: readonly Fragment[]): number => column[0]?.top ?? 0;

/** True for a column of vertical writing: two Chinese characters or more, or one with words on their side; where they stand as far
 *  apart as lines of level text, three that do not keep the heights of the text about them. */
function isColumn(
  column: readonly Fragment[],
  columns: readonly (readonly Fragment[])[],
  others: readonly Fragment[],
): boolean {
  const upright = column.filter((it) => !it.athwart && han.test(it.text)).length;
  if (column.length < 2 || upright < (column.some((it) => it.athwart) ? 1 : 2)) return false;
  const gap = widestGap(column);
  if (gap <= tight) return inRows(column, others) < 1;
  const beside = columns.some((it) => it !== column && it.length > 2 && Math.abs(begins(it) - begins(column)) < 1);
  return upright >= 3 && (gap < loosest || beside) && inRows(column, others) <= 0.5;
}

/** Finds the stacks among the fragments of a page or a cell, and what is left. */
export function stacksIn(fragments: readonly Fragment[]): {
  readonly stacks: readonly Stack[];
  readonly rest: readonly Fragment[];
} {
  const candidates = chains(fragments).filter((stack) => stack.some((column) => column.length > 1));
  if (candidates.length === 0) return { stacks: [], rest: fragments };
  const stacked = new Set(candidates.flat(2));
  const others = fragments.filter((it) => !stacked.has(it) && !it.athwart);
  const columns = candidates.flat();
  const stacks = candidates.filter((stack) => stack.some((column) => isColumn(column, columns, others)));
  const taken = new Set(stacks.flat(2));
  return { stacks, rest: fragments.filter((it) => !taken.has(it)) };
}
