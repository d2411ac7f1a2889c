import type { Verdict, WordsRelation } from '../model/relation.js';
import type { Severity } from '../model/report.js';
import { undecided, verdict } from './verdict.js';

/** Words that the document itself shows to be wrong. */
export function judgeWords(relation: WordsRelation, severity: Severity): Verdict {
  const { words, wanted, holds, doubt } = relation;
  if (holds) return verdict(relation, 'passed', []);
  if (doubt) return undecided(relation, doubt, []);
  const params = { words: words.text, wanted };
  const arithmetic = wanted === '' ? `“${words.text}”` : `“${words.text}” ≠ “${wanted}”`;
  return verdict(relation, 'failed', [], {
    alarm: { severity, params, arithmetic, hypothesis: null, evidence: [words], suspect: words },
  });
}
