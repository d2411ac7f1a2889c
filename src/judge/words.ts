import { step } from '../model/arithmetic.js';
import type { Verdict, WordsRelation } from '../model/relation.js';
import type { Severity } from '../model/report.js';
import { undecided, verdict } from './verdict.js';

/** Words that the document itself shows to be wrong. */
export function judgeWords(relation: WordsRelation, severity: Severity): Verdict {
  const { words, wanted, holds, doubt, against, given } = relation;
  if (holds) return verdict(relation, 'passed', [], given ? { reason: given } : {});
  if (doubt) return undecided(relation, doubt, []);
  const params = { words: words.text, wanted, other: against[0]?.text ?? '', count: against.length };
  const steps = [step('plain', { text: wanted === '' ? `“${words.text}”` : `“${words.text}” ≠ “${wanted}”` })];
  return verdict(relation, 'failed', [], {
    alarm: { severity, params, steps, hypothesis: null, evidence: [words, ...against], suspect: words },
  });
}
