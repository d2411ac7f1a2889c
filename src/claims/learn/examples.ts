import { evidence, weigh } from '../believe/believe.js';
import type { Claimant } from '../candidate.js';
import { formOf, formsIn, type Form } from './said-forms.js';
import type { Example } from './fit-weights.js';

/** What is as good as impossible: another claim than the one that is known to be meant. */
const impossible = 1e-9;
/** What an annotated passage does not name is rarely meant, whatever its numbers. */
const unnamed = 0.05;
const mostByChance = 20;

/** Figures of a report, of which nobody said what they mean: what closes is what was meant, chance aside. */
export const exampleOf = (claimant: Claimant): Example => ({
  none: claimant.features,
  noneLikelihood: 1,
  candidates: weigh(claimant, {}).weighed.map((it) => ({ features: it.candidate.features, likelihood: evidence(it) })),
});

/** Figures of a passage whose claims were written down beside it: what is named is meant, holding or not. */
export function annotatedExampleOf(claimant: Claimant, expressions: readonly string[]): Example {
  const said = new Set(formsIn(expressions));
  const { weighed } = weigh(claimant, {});
  const forms = weighed.map((it): Form => formOf(claimant.spot, it.candidate));
  const named = forms.map((form) => said.has(form));
  // one thing may be paid for in several ways of counting time: those that hold are meant
  const holding = weighed.map((it, i) => named[i] === true && it.fit !== 'no');
  const meant = holding.includes(true) ? holding : named;
  const known = meant.includes(true);
  const likelihoodOf = (i: number): number => {
    if (known) return meant[i] ? 1 : impossible;
    const it = weighed[i];
    return it && it.fit === 'fits' ? Math.min(mostByChance, evidence(it)) : unnamed;
  };
  return {
    none: claimant.features,
    noneLikelihood: known ? impossible : 1,
    candidates: weighed.map((it, i) => ({ features: it.candidate.features, likelihood: likelihoodOf(i) })),
  };
}
