import { sameMeasure } from '../../model/printed.js';
import type { Mention, Passage } from '../../model/reading.js';
import { isLevel } from './cues.js';

/** The years that a sentence says it compares: 2022年度预算较2021年度增加…. */
interface Years {
  readonly current: string | null;
  readonly prior: string;
}

const stated = /(?:(\d{4})年[^，,；;。]*?)?(?:比|较|与|和|同)(\d{4})年/g;

/** How far back, in characters and in mentions, years and levels are looked for. */
const farthest = { characters: 400, mentions: 48 } as const;

function yearsOf(text: string, end: number): Years | null {
  const near = Math.max(0, end - farthest.characters);
  const start = near + text.slice(near, end).lastIndexOf('。') + 1;
  const [, current, prior] = [...text.slice(start, end).matchAll(stated)].at(-1) ?? [];
  return prior === undefined ? null : { current: current ?? null, prior };
}

/** The year last named before a level. */
const yearAt = (text: string, { figure }: Mention): string | null =>
  [...text.slice(Math.max(0, figure.start - farthest.characters), figure.start).matchAll(/(\d{4})年/g)].at(-1)?.[1] ??
  null;

/** The two levels of one name that a comparison of years is between. */
export interface YearPair {
  readonly current: Mention;
  readonly prior: Mention;
}

/**
 * Which levels a change at `at` is between, where its sentence names the years and the level that it seems to be about stands
 * before that sentence, under the earlier year. Null: those are not printed. Undefined: the words name no such years.
 */
export function yearsCompared({ mentions, text }: Passage, at: number): YearPair | null | undefined {
  const it = mentions[at];
  const seeming = it?.about === null || it === undefined ? undefined : mentions[it.about];
  if (!it || !seeming || seeming.sentence === it.sentence) return undefined;
  const years = yearsOf(text, it.figure.start);
  if (!years || yearAt(text, seeming) !== years.prior || years.current === years.prior) return undefined;
  const named = mentions
    .slice(Math.max(0, at - farthest.mentions), at)
    .filter(
      (m) =>
        isLevel(m) && m.figure.label === seeming.figure.label && sameMeasure(m.figure, seeming.figure) && m !== seeming,
    )
    .map((m) => ({ mention: m, year: yearAt(text, m) }));
  const current = named.findLast(({ year }) => year !== years.prior && (years.current ?? year) === year)?.mention;
  return current ? { current, prior: seeming } : null;
}
