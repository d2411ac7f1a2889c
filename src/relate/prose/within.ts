import { compare, decimal } from '../../model/decimal.js';
import { isPlan } from '../../model/plan.js';
import { printed, sameMeasure } from '../../model/printed.js';
import type { Mention, Passage } from '../../model/reading.js';
import type { AtMostRelation } from '../../model/relation.js';
import type { RateRule, RateRules } from '../../rulebook/rates.js';
import { isLevel, says } from './cues.js';

const atMost = (check: string, lesser: Mention, greater: Mention): AtMostRelation => ({
  kind: 'at-most',
  check,
  doubt: null,
  lesser: lesser.figure,
  greater: greater.figure,
});
const comparable = (it: Mention): boolean => isLevel(it) && printed(it.figure) !== null;

/** 项目经费中，装备更新28.5万元: a sentence that speaks of what is within a level given shortly before. */
const opener = /(?:^|[。；;\n])\s*(\p{sc=Han}{3,14}?)中[，,：:]/u;

/** How many sentences back that level is looked for. */
const farthest = 2;

function namedWhole(mentions: readonly Mention[], at: number): AtMostRelation[] {
  const part = mentions[at];
  const name = part && opener.exec(part.lead)?.[1];
  if (!part || name === undefined || !comparable(part) || isPlan(part.subject) !== isPlan(name)) return [];
  const wholes = mentions
    .slice(0, at)
    .filter((m) => comparable(m) && m.subject === name && sameMeasure(m.figure, part.figure))
    .filter((m) => m.sentence >= part.sentence - farthest);
  const [whole] = wholes;
  return whole && new Set(wholes.map((m) => m.figure.value)).size === 1
    ? [atMost('subset-not-larger', part, whole)]
    : [];
}

/** Things of other years make more done than was begun. */
const carried = /上年|往年|历年|历史|结转|存量|累计|遗留|以前|旧存|新收|未结/;

/** Words of a sentence from a place on. */
const restOf = (text: string, at: number): string => /^[^。；]{0,80}/.exec(text.slice(at))?.[0] ?? '';

/** How many characters behind the outcome may say so: （含上年结转12件）. */
const after = 12;

/** 受理116起，已办结109起: what came of things counted is no more than they are, whichever of the sentence's counts is meant. */
function outcomes({ mentions, text }: Passage, rule: RateRule): AtMostRelation[] {
  const { part, whole } = rule.within ?? rule;
  return mentions.flatMap((it, at): AtMostRelation[] => {
    const counted = comparable(it) && (it.figure.kind === 'count' || it.figure.kind === 'dimension');
    if (!counted || !part.some((cue) => says(it.before, cue))) return [];
    const wholes = mentions
      .slice(0, at)
      .filter((m) => m.sentence === it.sentence && comparable(m) && sameMeasure(m.figure, it.figure))
      .filter(
        (m) =>
          !/[每各]/.test(m.before) &&
          whole.some((cue) => says(m.before, cue)) &&
          !part.some((cue) => says(m.before, cue)),
      );
    const [most] = wholes.toSorted((a, b) => compare(decimal(b.figure.value), decimal(a.figure.value)));
    if (!most || carried.test(text.slice(most.figure.start - most.before.length, it.figure.end + after))) return [];
    if (rule.within?.unless.some((word) => restOf(text, most.figure.start).includes(word))) return [];
    return [atMost(rule.spread ? 'headcount-limit' : 'outcome-not-larger', it, most)];
  });
}

/** Parts that their words put within a level: of which they are, or of what was counted before. */
export const withinIn = (passage: Passage, { rates }: RateRules): AtMostRelation[] => [
  ...passage.mentions.flatMap((_, at) => namedWhole(passage.mentions, at)),
  ...rates.filter((rule) => !rule.over).flatMap((rule) => outcomes(passage, rule)),
];
