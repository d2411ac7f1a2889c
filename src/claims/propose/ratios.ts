import type { Spot } from '../../model/description.js';
import type { Candidate, Claimant } from '../candidate.js';
import { over, times, type Interval } from '../interval.js';
import { formulaCandidate } from './formulas.js';
import { around, isAmount, isChange, likeness, nearness } from './places.js';
import { standingFeatures } from './standing.js';

/** Figures that a ratio of two may be of. */
const most = 8;

const lettersOf = (spot: Spot): ReadonlySet<string> => new Set([...spot.terms].flatMap((it) => [...it]));

/** Whether the name of a ratio is made of letters of two names in their order. */
function spells(ratio: Spot, a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...ratio.ownTerms].some(([x = '', y = '']) => a.has(x) && b.has(y) && !(a.has(y) && b.has(x)));
}

function ofTwo(spots: readonly Spot[], ratio: Spot, [left, right]: readonly [number, number]): Candidate[] {
  const found = around(spots, ratio, (it) => isAmount(it) && !isChange(it) && it.value > 0).slice(0, most);
  // the side that is not 1 is what is stated
  const member = left === 1 ? 1 : 0;
  const [stated, to] = left === 1 ? [right, left] : [left, right];
  const said: Interval = [stated - half(ratio, member), stated + half(ratio, member)];
  const letters = new Map(found.map((it) => [it, lettersOf(it)]));
  const none: ReadonlySet<string> = new Set();
  return found.flatMap((a) =>
    found.flatMap((b): Candidate[] => {
      if (a === b) return [];
      const spelled = spells(ratio, letters.get(a) ?? none, letters.get(b) ?? none);
      const turned = spells(ratio, letters.get(b) ?? none, letters.get(a) ?? none);
      const letter = spelled ? 'spelled' : turned ? 'turned' : 'other';
      const named = [likeness(a.terms, ratio.ownTerms), likeness(b.terms, ratio.ownTerms)].join('/');
      const [first, second] = left === 1 ? [b, a] : [a, b];
      return [
        formulaCandidate(
          ratio,
          { over: [{ of: [first], times: to }], under: [{ of: [second] }] },
          {
            shape: 'ratio',
            check: 'stated-ratio',
            member,
            stated: said,
            unsaid: letter === 'turned',
            sure: letter === 'spelled',
            slips: ([p = said, q = said]) => [times(over(q, p), to)],
            features: [
              'ratio',
              `ratio ${letter}`,
              `ratio named ${named}`,
              `ratio ${letter} named ${named}`,
              `ratio ${a.at < b.at ? 'in order' : 'out of order'} ${letter}`,
              `ratio ${a.dimension === b.dimension ? 'one measure' : 'two measures'}`,
              `ratio far ${nearness(a, ratio)}/${nearness(b, ratio)}`,
              ...standingFeatures(spots, ratio, [a, b], { calls: spelled, says: spelled }),
            ],
          },
        ),
      ];
    }),
  );
}

const half = ({ figure }: Spot, at: number): number =>
  0.5 / 10 ** (figure.value.split(':')[at]?.split('.')[1]?.length ?? 0);

/** The figures right before a ratio that are as many as its members and of one measure; null where they are not. */
function listed(spots: readonly Spot[], ratio: Spot, count: number): Spot[] | null {
  const found: Spot[] = [];
  for (let at = ratio.at - 1; at >= 0 && ratio.at - at <= 3 * count && found.length < count; at--) {
    const it = spots[at];
    if (!it || ratio.sentence - it.sentence > 1) break;
    if (isAmount(it) && !isChange(it) && (found.length === 0 || it.measure === found[0]?.measure)) found.unshift(it);
  }
  return found.length === count ? found : null;
}

/** Members of a ratio of several: of a hundred where they nearly make that, else against the first. */
function ofSeveral(spots: readonly Spot[], ratio: Spot, members: readonly number[]): Claimant[] {
  const found = listed(spots, ratio, members.length);
  if (!found) return [];
  const whole = members.reduce((a, b) => a + b, 0);
  const ofHundred = Math.abs(whole - 100) <= 10;
  return found.flatMap((part, at): Claimant[] => {
    const stated = members[at] ?? 0;
    if (!ofHundred && at === 0) return [];
    const to = ofHundred ? found.map((it) => ({ of: [it] })) : [{ of: [found[0] ?? part] }];
    const by = ofHundred ? 100 : (members[0] ?? 1);
    const candidate = formulaCandidate(
      ratio,
      { over: [{ of: [part], times: by }], under: to },
      {
        shape: 'ratio',
        check: 'stated-ratio',
        member: at,
        stated: [stated - half(ratio, at), stated + half(ratio, at)],
        features: [
          'ratio of several',
          ...standingFeatures(spots, ratio, found, { calls: true, says: ratio.clause - part.clause <= members.length }),
        ],
      },
    );
    return [{ spot: ratio, candidates: [candidate], features: ['none ratio', 'none ratio of several'] }];
  });
}

/** Ratios and what they are of: 2.11:1, 1:71, 15:45:40. */
export function ratios(spots: readonly Spot[], ratio: Spot): Claimant[] {
  if (ratio.figure.kind !== 'ratio') return [];
  const members = ratio.figure.value.split(':').map(Number);
  if (members.length > 2) return ofSeveral(spots, ratio, members);
  const [left = 0, right = 0] = members;
  const candidates = ofTwo(spots, ratio, [left, right]);
  return candidates.length > 0 ? [{ spot: ratio, candidates, features: ['none ratio', 'none ratio of two'] }] : [];
}
