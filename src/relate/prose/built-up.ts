import { makes, plus, sameMeasure } from '../../model/printed.js';
import type { Mention, Passage } from '../../model/reading.js';
import type { SumRelation } from '../../model/relation.js';
import type { Figure } from '../../model/report.js';
import { isLevel, type Cues } from './cues.js';
import { partsRelation, perhapsMore } from './parts-relation.js';
import { RunningSums } from './quick-sum.js';
import { oneSlipOff } from './slip.js';

/** Nothing but the name of one more part: at most so many characters. */
const joined = /^[、和及与，,\s]*(?:以及)?[^，,。；;]{0,24}$/;

/** 甲5万元、乙3万元，合计8万元: the total behind its parts. */
function summedUpAt({ mentions }: Passage, at: number, cues: Cues): SumRelation | null {
  const total = mentions[at];
  if (!total || !isLevel(total) || !cues.sumsUp.test(total.before)) return null;
  const parts: Mention[] = [];
  for (let i = at - 1; i >= 0; i--) {
    const it = mentions[i];
    if (!it || it.sentence !== total.sentence) break;
    if (!isLevel(it) || it.depth !== total.depth || !sameMeasure(it.figure, total.figure)) continue;
    if (cues.totalLabel.test(it.before)) break;
    parts.unshift(it);
  }
  const figures = parts.map((it) => it.figure);
  const sums = new RunningSums(plus(figures));
  for (let from = 0; from + 2 <= sums.length; from++) {
    if (!sums.mayMake({ figure: total.figure, weight: 1 }, 0, from, sums.length)) continue;
    if (makes(total.figure, plus(figures.slice(from)))) return partsRelation(total.figure, plus(figures.slice(from)));
  }
  const bare = total.before.replace(cues.sumsUp, '').length <= 2;
  if (figures.length < 2 || !bare) return null;
  if (parts.every((it, i) => i === 0 || joined.test(it.lead))) return partsRelation(total.figure, plus(figures));
  return oneSlipOff(total.figure, plus(figures)) ? partsRelation(total.figure, plus(figures), perhapsMore) : null;
}

/** How many levels back the base may stand. */
const farthest = 12;

/** What is brought in or spent: a total of income has no base of spending. */
const sideOf = (words: string): string => /收入|支出/.exec(words)?.[0] ?? '';

/** 收入99.6亿元。加上调入资金1.5亿元，收入总量101.1亿元: what was added to the level before makes the total. */
function addedUpAt({ mentions }: Passage, at: number, cues: Cues): SumRelation | null {
  const total = mentions[at];
  if (!total || !isLevel(total) || !cues.totalLabel.test(total.before)) return null;
  const added = mentions.slice(0, at).findLastIndex((it) => /加上|^[，,；;。]?加/.test(it.lead));
  const opening = mentions[added];
  if (!opening || added < 1 || opening.sentence < total.sentence - 1) return null;
  const beside = (it: Mention): boolean =>
    isLevel(it) && it.depth === total.depth && sameMeasure(it.figure, total.figure);
  const parts = mentions.slice(added, at).filter(beside);
  const bases = mentions.slice(0, added).filter(beside);
  const sumFrom = (base: Mention): readonly Figure[] => [base, ...parts].map((it) => it.figure);
  const holding = bases.slice(-farthest).findLast((base) => makes(total.figure, plus(sumFrom(base))));
  if (holding) return partsRelation(total.figure, plus(sumFrom(holding)));
  const partial = mentions.slice(added + 1, at + 1).some((it) => cues.incomplete.test(it.lead));
  return parts.length > 0 && !partial && !parts.some((it) => cues.totalLabel.test(it.before))
    ? notAddedUp(total, bases, opening.sentence, sumFrom, cues)
    : null;
}

/** Told where the base is certain, or where one slip mends the sum with one of those that may be meant. */
function notAddedUp(
  total: Mention,
  bases: readonly Mention[],
  sentence: number,
  sumFrom: (base: Mention) => readonly Figure[],
  cues: Cues,
): SumRelation | null {
  const side = sideOf(total.before);
  const own = (it: Mention): string => sideOf(it.before) || sideOf(it.subject);
  const near = bases.filter((it) => it.sentence >= sentence - 1 && ['', side].includes(own(it)));
  const parts = near.filter((it) => it.figure.role === 'part');
  const heads = near.filter((it) => it.figure.role !== 'part');
  const slips = (base: Mention): boolean => oneSlipOff(total.figure, plus(sumFrom(base)), near.length > 1);
  const slipped = heads.some(slips) ? heads.filter(slips) : parts.filter(slips);
  const [only] = slipped.length === 1 ? slipped : near.filter((it) => !cues.open.test(it.lead));
  const certain = slipped.length === 1 || (near.length === 1 && near.every((it) => own(it) === side));
  return only && certain ? partsRelation(total.figure, plus(sumFrom(only)), perhapsMore) : null;
}

/** 收入总计, 总支出: what all of one side of a budget comes to. */
const allOfSide = /(?:收入|支出)(?:总计|合计|总量)(?:为|达)?$|总(?:收入|支出)(?:为|达)?$/;

/** 基金收入43.5亿元，上级补助0.2亿元，上年结余5.6亿元，收入总计49.3亿元: the side that its sentence lists. Told when it holds, or when one slip keeps it from holding. */
function sideAt({ mentions }: Passage, at: number, cues: Cues): SumRelation | null {
  const total = mentions[at];
  if (!total || !isLevel(total) || !allOfSide.test(total.before)) return null;
  const from = mentions.slice(0, at + 1).findLastIndex((it) => /[；;]/.test(it.lead) || it.sentence < total.sentence);
  const first = from >= 0 && mentions[from]?.sentence !== total.sentence ? from + 1 : Math.max(from, 0);
  const list = mentions.slice(first, at).filter((it) => isLevel(it) && it.depth === total.depth);
  const side = sideOf(total.before);
  const parts = list.map((it) => it.figure);
  const ofSide = list.every((it) => ['', side].includes(sideOf(it.before)) && sameMeasure(it.figure, total.figure));
  if (parts.length < 2 || !ofSide || list.some((it) => cues.totalLabel.test(it.before))) return null;
  if (makes(total.figure, plus(parts))) return partsRelation(total.figure, plus(parts));
  const partial = list.some((it) => cues.incomplete.test(it.lead) || cues.open.test(it.lead));
  return !partial && oneSlipOff(total.figure, plus(parts))
    ? partsRelation(total.figure, plus(parts), perhapsMore)
    : null;
}

const initial = /(?:年初(?:批复)?(?:部门)?预算|年初(?:批复|安排|下达)|批复预算)[^，。；]{0,8}$/;
const more = /(?:追加|调增|增加预算|新增预算)[^，。；]{0,8}$/;
const less = /(?:调减|核减|收回|压减)[^，。；]{0,8}$/;
const adjusted = /(?:全年预算|调整(?:后)?(?:的)?预算|预算调整|最终预算)[^，。；]{0,6}$/;

/** 年初预算280万元，年中追加16万元，全年预算296万元. Told when it holds, or when one slip keeps it from holding. */
function adjustedAt({ mentions }: Passage, at: number): SumRelation | null {
  const total = mentions[at];
  if (!total || total.figure.kind !== 'money' || !adjusted.test(total.before)) return null;
  const near = mentions
    .slice(Math.max(0, at - 12), at)
    .filter((it) => it.sentence >= total.sentence - 1 && it.depth === total.depth && it.figure.kind === 'money');
  const bases = near.filter((it) => initial.test(it.before) && isLevel(it));
  const [base] = bases;
  const changes = near.filter((it) => more.test(it.before) || less.test(it.before));
  if (!base || bases.length > 1 || changes.length === 0 || changes.some((it) => near.indexOf(it) < near.indexOf(base)))
    return null;
  const terms = [
    { figure: base.figure, weight: 1 as const },
    ...changes.map((it) => ({ figure: it.figure, weight: less.test(it.before) ? (-1 as const) : (1 as const) })),
  ];
  const holds = makes(total.figure, terms);
  if (!holds && !oneSlipOff(total.figure, terms)) return null;
  return partsRelation(total.figure, terms, holds ? null : perhapsMore);
}

/** Totals that stand behind what makes them: …合计, 加上…总计, 追加…全年预算. */
export const builtUpAt = (passage: Passage, at: number, cues: Cues): SumRelation | null =>
  summedUpAt(passage, at, cues) ?? addedUpAt(passage, at, cues) ?? adjustedAt(passage, at) ?? sideAt(passage, at, cues);
