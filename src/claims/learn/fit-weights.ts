/** A figure that others may explain, as learning sees it: what may be meant, by what speaks for it, and how likely each is beside its numbers. */
export interface Example {
  /** What speaks for nothing being meant, and how likely that is. */
  readonly none: readonly string[];
  readonly noneLikelihood: number;
  readonly candidates: readonly { readonly features: readonly string[]; readonly likelihood: number }[];
}

export interface Training {
  /** How strongly a weight is held to where it starts: one that few examples speak for stays there. */
  readonly hold: number;
  readonly rounds: number;
  /** Weights to start from, where something was learned before; none of them is lost. */
  readonly from?: Readonly<Record<string, number>>;
}

export const usualTraining: Training = { hold: 0.3, rounds: 250 };
/** Where nothing is known, nothing is meant. */
const startOfNone = 4000;
/** What is meant whenever it is said so, and said too seldom to be learned: weights by hand, which learning leaves alone. */
const byHand: Readonly<Record<string, number>> = {
  'rate growth said': 581,
  'rate index called': 9500,
  'rate within said': 4300,
  'ratio spelled': 3549,
  'mean plain all': 3000,
  'mean weighted all': 4400,
  'portion pace': 5124,
  'product over a mean': 1500,
  'difference net signed': 4783,
  'conversion said': 4618,
  'difference plainly': 1500,
  'growth plainly': 1200,
  'product plainly': 1200,
  'any of a list behind': -3000,
  'product of a part': -1500,
  'run total listed': -4000,
};
const startOf = (name: string): number => byHand[name] ?? (/^none \S+$/.test(name) ? startOfNone : 0);
/** Where something was learned before, what it left out weighs nothing. */
const startIn = (from: Training['from'], name: string): number =>
  byHand[name] ?? (from ? (from[name] ?? 0) : startOf(name));
/** A feature that weighs less changes nothing. */
const least = 100;

interface Rows {
  readonly none: Int32Array;
  readonly noneLikelihood: number;
  readonly candidates: readonly { readonly features: Int32Array; readonly likelihood: number }[];
}

/**
 * The weights, in thousandths of a log-odd, under which the examples are most likely: of all that a figure may mean, the share of
 * each is the exponential of its weights. The same examples in the same order give the same weights.
 */
export function fitWeights(
  examples: readonly Example[],
  { hold, rounds, from }: Training = usualTraining,
): Record<string, number> {
  const names: string[] = [];
  const ids = new Map<string, number>();
  const idOf = (name: string): number => {
    const known = ids.get(name);
    if (known !== undefined) return known;
    ids.set(name, names.length);
    return names.push(name) - 1;
  };
  const rows = examples.map((it): Rows => ({
    none: Int32Array.from(it.none, idOf),
    noneLikelihood: it.noneLikelihood,
    candidates: it.candidates.map(({ features, likelihood }) => ({
      features: Int32Array.from(features, idOf),
      likelihood,
    })),
  }));
  const start = Float64Array.from(names, (name) => startIn(from, name) / 1000);
  const weights = Float64Array.from(start);
  const seen = new Float64Array(names.length).fill(1e-6);
  const fixed = names.map((name) => name in byHand);
  for (let round = 0; round < rounds; round++) {
    const slope = slopeOf(rows, weights);
    for (let i = 0; i < weights.length; i++) {
      if (fixed[i]) continue;
      const step = (slope[i] ?? 0) - hold * ((weights[i] ?? 0) - (start[i] ?? 0));
      seen[i] = (seen[i] ?? 0) + step * step;
      weights[i] = (weights[i] ?? 0) + step / Math.sqrt(seen[i] ?? 1);
    }
  }
  const rounded = names.map((name, i): [string, number] => [name, Math.round((weights[i] ?? 0) * 1000)]);
  const unseen = Object.entries(from ?? {}).filter(([name]) => !ids.has(name));
  return Object.fromEntries(
    [...unseen, ...rounded].filter(([, weight]) => Math.abs(weight) >= least).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const scoreOf = (features: Int32Array, weights: Float64Array): number => {
  let score = 0;
  for (const it of features) score += weights[it] ?? 0;
  return score;
};

/** In which direction each weight makes the examples more likely. */
function slopeOf(rows: readonly Rows[], weights: Float64Array): Float64Array {
  const slope = new Float64Array(weights.length);
  for (const { none, noneLikelihood, candidates } of rows) {
    const nothing = scoreOf(none, weights);
    const scores = candidates.map((it) => scoreOf(it.features, weights));
    const top = scores.reduce((a, b) => Math.max(a, b), nothing);
    const noneMass = Math.exp(nothing - top);
    const mass = scores.map((it) => Math.exp(it - top));
    const prior = mass.reduce((a, b) => a + b, noneMass);
    const posterior = candidates.reduce(
      (sum, it, i) => sum + (mass[i] ?? 0) * it.likelihood,
      noneMass * noneLikelihood,
    );
    const pull = (features: Int32Array, share: number, likelihood: number): void => {
      const by = (share * likelihood) / posterior - share / prior;
      if (Math.abs(by) > 1e-7) for (const it of features) slope[it] = (slope[it] ?? 0) + by;
    };
    pull(none, noneMass, noneLikelihood);
    candidates.forEach((it, i) => pull(it.features, mass[i] ?? 0, it.likelihood));
  }
  return slope;
}
