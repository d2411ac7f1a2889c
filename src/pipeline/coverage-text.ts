import type { Language } from '../model/catalogue.js';
import type { OutcomeStatus } from '../model/report.js';
import { reasonIn } from '../model/outcome-reason.js';
import { countWords, word, type WordKey } from '../model/words.js';
import type { Covered } from './coverage.js';
import type { Rulebook } from '../rulebook/rulebook.js';

const reasons: Readonly<Record<Exclude<Covered['why'], 'judged'>, WordKey>> = {
  otherKind: 'coverOtherKind',
  missing: 'coverMissing',
  noClaim: 'coverNoClaim',
  across: 'coverAcross',
};

const width = 30;

/** One check: how many claims came to what, or why there was none to judge. */
export function coverageLine(
  { check, status, counts, reasons: open, why, missing }: Covered,
  rulebook: Rulebook,
  language: Language,
): string {
  const name = (id: string): string => rulebook.metrics.find((it) => it.id === id)?.name[language] ?? id;
  const said =
    why === 'judged'
      ? [claimCounts(counts, language), ...open.map((it) => reasonIn(it, language))].join('  ')
      : `${word(`claim_${status}`, language)}  ${word(reasons[why], language, { metrics: missing.map(name).join('、') })}`;
  return `${check.id.padEnd(width)} ${said}\n`;
}

function claimCounts(counts: Covered['counts'], language: Language): string {
  const named = Object.entries(counts).map(([status, count]) => [`claim_${status as OutcomeStatus}`, count] as const);
  return countWords(Object.fromEntries(named), language);
}

/** How many checks were judged, and for each reason how many were not. */
export function coverageSummary(covered: readonly Covered[], language: Language): string {
  const groups: readonly (readonly [why: Covered['why'], said: WordKey])[] = [
    ['judged', 'coverJudged'],
    ['missing', 'coverNeeds'],
    ['noClaim', 'coverNoClaim'],
    ['otherKind', 'coverOtherKind'],
    ['across', 'coverAcross'],
  ];
  const counted = groups.map(([why, said]) => ({ said, count: covered.filter((it) => it.why === why).length }));
  const lines = counted
    .filter(({ count }) => count > 0)
    .map(({ said, count }) => `  ${word('count', language, { name: word(said, language), count })}\n`);
  return `${word('coverTotal', language, { total: covered.length })}\n${lines.join('')}`;
}
