import type { Language } from '../model/catalogue.js';
import type { Finding, Outcome, Report } from '../model/report.js';
import { word } from '../model/words.js';
import { findingText } from './finding-text.js';
import type { Message } from './report-text.js';

/** What holding one document against another came to. */
interface Compared {
  readonly kind: 'prior-year' | 'budget' | 'performance' | 'unit';
  readonly document: string;
  readonly other: string;
  readonly outcomes: readonly Outcome[];
  readonly findings: readonly Finding[];
}

const names = {
  'prior-year': 'comparedPriorYear',
  budget: 'comparedBudget',
  performance: 'comparedPerformance',
  unit: 'comparedUnit',
} as const;

/** A comparison for a terminal: what was held against what, how much agreed, and every finding with the quotes of both. */
export function comparedText(
  compared: readonly Compared[],
  reports: readonly Report[],
  message: Message,
  language: Language,
): string {
  const titles = new Map(reports.map((it) => [it.sha256, it.title ?? it.file]));
  const titleOf = (sha256: string): string => titles.get(sha256) ?? sha256.slice(0, 12);
  return compared
    .map(({ kind, document, other, outcomes, findings }) => {
      const holding = outcomes.filter(({ status }) => status.startsWith('passed')).length;
      const head = word('comparedLine', language, {
        what: word(names[kind], language),
        document: titleOf(document),
        other: titleOf(other),
        checked: outcomes.length,
        holding,
        findings: findings.length,
      });
      return `${head}\n${findings.map((it) => findingText(it, message(it), language, { titleOf })).join('')}`;
    })
    .join('');
}
