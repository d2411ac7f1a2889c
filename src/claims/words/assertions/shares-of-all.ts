import type { Relation } from '../../../model/relation.js';
import type { Level } from './levels.js';
import { isWord, type Word } from './line.js';
import { againstWords, type Asked } from './statement.js';

const check = 'structure-total';

/** Fewer than two make no whole, more are a table. */
const [fewest, most] = [2, 12];

/** What shares of one whole may add up to where one of them is wrong. */
const [least, greatest] = [50, 150];

/** A word between a figure and the one before it says that it is a share; one of a list goes on with it. */
function isShare({ items, levels }: Asked, it: Level): boolean {
  if (it.figure.unit !== '%' || it.role === 'change' || it.role === 'completion' || it.bound !== null) return false;
  const before = levels[levels.indexOf(it) - 1];
  const from = before?.sentence === it.sentence ? before.at : -1;
  return items.slice(from + 1, it.at).some((word) => word.sentence === it.sentence && isWord(word, 'share'));
}

/** The shares of one sentence that end before a place, amounts between them passed over. */
function sharesBefore(asked: Asked, at: number, sentence: number): Level[] {
  const run: Level[] = [];
  for (const it of asked.levels.toReversed()) {
    if (it.at >= at) continue;
    if (it.sentence !== sentence) break;
    if (it.figure.kind !== 'percent') continue;
    if (it.figure.unit !== '%' || (!isShare(asked, it) && !it.isMember)) break;
    run.unshift(it);
  }
  return run;
}

/** Shares that make a hundred but for their last places, one for each. */
function holds(run: readonly Level[]): boolean {
  const sum = run.reduce((all, it) => all + it.value, 0);
  return Math.abs(sum - 100) <= run.reduce((all, it) => all + it.step, 0) * 1.001;
}

/** 占45.2%、31.8%、24.3%，没有其他: shares that are said to be all. */
export function sharesOfAll(asked: Asked, word: Word): Relation[] {
  const run = sharesBefore(asked, word.at, word.sentence);
  const [first] = run;
  const last = run.at(-1);
  if (!first || !last || run.length < fewest || run.length > most || word.clause - last.clause > 4) return [];
  const inside = asked.items.slice(first.at, word.at);
  if (inside.some((it) => isWord(it, 'ofWhich', 'prior', 'total', 'rest'))) return [];
  const sum = run.reduce((all, it) => all + it.value, 0);
  if (sum < least || sum > greatest) return [];
  return [
    againstWords(
      check,
      last.figure,
      run.slice(0, -1).map((it) => it.figure),
      holds(run),
      'warning',
    ),
  ];
}
