import { isPlan } from '../../model/plan.js';
import { printed, sameMeasure } from '../../model/printed.js';
import type { Mention, Reading } from '../../model/reading.js';
import type { ShareRelation, SumRelation } from '../../model/relation.js';

/** A level that a section about aims gives, and the level of the same name that came of it. */
interface Pair {
  readonly target: Mention;
  readonly actual: Mention;
  /** 完成目标的93%, where the actual level says so. */
  readonly rate: Mention | null;
}

const comparable = (it: Mention): boolean => it.act === 'level' && printed(it.figure) !== null && !isPlan(it.subject);
const aim = /^(.{4,})目标$/u;
const ofTarget = /^(?:年度|年初|全年|绩效|计划|任务|既定)*(?:目标|任务)(?:数|值|任务)?$/;

/** 新建供水管网50公里 under 绩效目标, which names it an aim, and 新建供水管网46.5公里 where the report says what was done. */
function pairsOf({ passages }: Reading): Pair[] {
  const targets = new Map<string, Mention[]>();
  for (const { mentions } of passages)
    for (const it of mentions) {
      const name = comparable(it) ? aim.exec(it.subject)?.[1] : undefined;
      if (name !== undefined) targets.set(name, [...(targets.get(name) ?? []), it]);
    }
  if (targets.size === 0) return [];
  return passages.flatMap(({ mentions }) =>
    mentions.flatMap((actual, at): Pair[] => {
      const [target, ...others] = comparable(actual) ? (targets.get(actual.subject) ?? []) : [];
      if (!target || others.length > 0 || !sameMeasure(target.figure, actual.figure)) return [];
      const next = mentions[at + 1];
      const said = next?.act === 'completion' && next.about === at && ofTarget.test(next.base) && printed(next.figure);
      return [{ target, actual, rate: said ? next : null }];
    }),
  );
}

const short = /(?:少|未|欠|短)\p{sc=Han}{0,2}$/u;

/** 供水管网…少建3.5公里: what is missing from an aim, by words that end its name. */
function shortfalls({ target, actual }: Pair, reading: Reading): SumRelation[] {
  const noun = actual.subject.slice(-4);
  return reading.passages.flatMap(({ mentions }) =>
    mentions.flatMap((it): SumRelation[] => {
      const missing = it !== target && it !== actual && short.test(it.before) && it.before.includes(noun);
      if (!missing || !printed(it.figure) || !sameMeasure(it.figure, target.figure)) return [];
      const terms = [
        { figure: target.figure, weight: 1 as const },
        { figure: actual.figure, weight: -1 as const },
      ];
      return [{ kind: 'sum', check: 'stated-difference', doubt: null, total: it.figure, terms, complete: true }];
    }),
  );
}

/** What a report says of an aim and of what came of it: the rate at which it was reached, and what is missing. `used`: rates that something answers. */
export function targetCompletions(
  reading: Reading,
  used: ReadonlySet<ShareRelation['rate']>,
): (ShareRelation | SumRelation)[] {
  return pairsOf(reading).flatMap((pair) => {
    const { target, actual, rate } = pair;
    const reached: ShareRelation[] =
      rate && !used.has(rate.figure)
        ? [
            {
              kind: 'share',
              check: 'target-completion',
              doubt: null,
              rate: rate.figure,
              part: actual.figure,
              whole: target.figure,
            },
          ]
        : [];
    return [...reached, ...shortfalls(pair, reading)];
  });
}
