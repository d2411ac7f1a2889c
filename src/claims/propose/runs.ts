import type { Spot } from '../../model/description.js';
import type { Candidate, Claimant } from '../candidate.js';
import { intervalOf, minus, negated, plus, sum, type Interval } from '../interval.js';
import { has, isAmount } from './places.js';
import { countedAs, runFeatures } from './run-features.js';
import { columns, walks, type Step, type Walk } from './walks.js';

/** Figures of the measure between a total and the run behind it, or before it, that makes it. */
const mostSkipped = { [1]: 10, [-1]: 2 } as const;
/** Members of which one may be left out, or counted twice, by mistake. */
const mostMiscounted = 12;

/** Whether something of the list is no single number, so that it may well be a member. */
function misses(total: Spot, members: readonly Spot[]): boolean {
  return [total, ...members].toSorted((a, b) => a.at - b.at).some((it, i) => i > 0 && it.passed > 0);
}

/** Whether words behind a list say that it goes on, and no count says that it is whole. */
const goesOn = (spots: readonly Spot[], total: Spot, members: readonly Spot[]): boolean => {
  const last = members.at(-1);
  return last !== undefined && has(last, 'tail', 'partial') && countedAs(spots, total, members) !== 'as many';
};

const apartFrom = ['total', 'up', 'down', 'prior', 'plan', 'ofwhich'] as const;

/** What speaks for a total having no breakdown that begins there. */
function noneFeatures(total: Spot, step: 1 | -1, skipped: number): string[] {
  const side = step === 1 ? 'first' : 'last';
  const where = skipped > 0 ? 'apart' : side;
  const said = apartFrom.filter((it) => has(total, 'clause', it));
  return [
    'none run',
    `none run ${where}`,
    `none run ${side} skips ${skipped}`,
    ...said.map((it) => `none run ${where} ${it}`),
    ...(total.each.length > 0 ? ['none run each'] : []),
  ];
}

/** What adding up makes where a member is forgotten or counted twice; what 其中 sets apart may be left out with good reason. */
function miscounted(members: readonly Spot[], all: readonly Interval[]): Interval[] {
  if (members.length < 3 || members.length > mostMiscounted) return [];
  const whole = sum(all);
  return all.flatMap((it, i) => {
    const member = members[i];
    const aside = !member || has(member, 'clause', 'ofwhich', 'besides') || has(member, 'lead', 'overlap');
    return aside ? [] : [minus(whole, it), plus(whole, it)];
  });
}

/** The one member that is counted among others already: 两类问题并存的12家; null where there is none or it is not the only one. */
function overlapping(members: readonly Spot[]): Spot | null {
  const [only, ...more] = members.slice(2).filter((it) => has(it, 'clause', 'overlap') || has(it, 'tail', 'overlap'));
  return only && more.length === 0 ? only : null;
}

function candidatesOf(spots: readonly Spot[], total: Spot, walk: Walk, step: Step): Candidate[] {
  const { members } = walk;
  const twice = overlapping(members);
  const features = runFeatures(spots, total, walk, step);
  const made = (off: Spot | null): Candidate => {
    const signed = (it: Interval, i: number): Interval => (members[i] === off ? negated(it) : it);
    return {
      shape: 'run',
      unsaid: misses(total, members) || goesOn(spots, total, members) || (twice !== null && off === null),
      operands: members,
      stated: intervalOf(total),
      compute: off ? (all) => sum(all.map(signed)) : sum,
      slips: (all) => (off ? [sum(all)] : miscounted(members, all)),
      features: twice ? [...features, off ? 'run overlap off' : 'run overlap added'] : features,
      relation: () => ({
        kind: 'sum',
        check: 'parts-of-total',
        doubt: null,
        total: total.figure,
        terms: members.map((it) => ({ figure: it.figure, weight: it === off ? -1 : 1 })),
        complete: true,
      }),
    };
  };
  return twice ? [made(twice), made(null)] : [made(null)];
}

/** Totals, first or last, and the runs of figures beside them that may make them. One total may be broken down in several ways: each is claimed by itself. */
export function runs(spots: readonly Spot[], total: Spot): Claimant[] {
  if (!isAmount(total) || total.value === 0) return [];
  const claimants: Claimant[] = [];
  for (const step of [1, -1] as const) {
    for (let skipped = 0; skipped <= mostSkipped[step]; skipped++) {
      const found = [...walks(spots, total, step, skipped), ...(skipped === 0 ? columns(spots, total, step) : [])];
      const candidates = found.flatMap((walk) => candidatesOf(spots, total, walk, step));
      if (candidates.length > 0)
        claimants.push({ spot: total, candidates, features: noneFeatures(total, step, skipped) });
    }
  }
  return claimants;
}
