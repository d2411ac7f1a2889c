import type { Spot, Track } from '../../../model/description.js';
import type { WordsRelation } from '../../../model/relation.js';
import { anyOf } from '../../../rulebook/any-of.js';
import type { Slips } from '../../../rulebook/slips.js';

/** So many figures beside a total may be its parts. */
const mostParts = 8;
/** A number of fewer digits is met by chance; where a word says what it is, of fewer still. */
const fewestDigits = 3;
const fewestSaid = 2;
/** Words right before a figure. */
const reach = 8;

const digitsOf = ({ figure }: Spot): number => (figure.number ?? '').replace(/\D/g, '').replace(/^0+|0+$/g, '').length;
const same = (a: Spot, b: Spot): boolean => a.measure === b.measure;

/** A run of figures of one measure before or behind a figure, the nearest first. */
function runs(spots: readonly Spot[], at: number, step: 1 | -1): Spot[] {
  const total = spots[at];
  const found: Spot[] = [];
  if (!total) return found;
  for (let i = at + step; found.length < mostParts; i += step) {
    const it = spots[i];
    if (!it || Math.abs(it.sentence - total.sentence) > 1) break;
    if (same(it, total) && it.depth === total.depth) found.push(it);
    else if (it.dimension === total.dimension) break;
  }
  return found;
}

interface Slip {
  readonly wrong: Spot;
  readonly factor: number;
  readonly beside: readonly Spot[];
}

/** The only figure that makes an equation close when its unit is another; null where none or several do, or where it closes. */
function slipIn(total: Spot, terms: readonly { spot: Spot; weight: 1 | -1 }[], powers: readonly number[]): Slip | null {
  const all = [{ spot: total, weight: -1 as const }, ...terms];
  const rest = all.reduce((sum, { spot, weight }) => sum + weight * spot.value, 0);
  const slack = all.reduce((sum, { spot }) => sum + spot.half, 0);
  if (Math.abs(rest) <= slack) return null;
  const found = all.flatMap(({ spot, weight }): Slip[] =>
    powers
      .flatMap((power) => [10 ** power, 10 ** -power])
      .filter((factor) => {
        const off = rest + weight * spot.value * (factor - 1);
        const own = spot.half * factor + all.reduce((sum, it) => sum + (it.spot === spot ? 0 : it.spot.half), 0);
        const isTold = spot.value * factor > own * (Math.abs(off) <= 1e-9 * total.value ? 3 : 20);
        return Math.abs(off) <= own * 1.000001 && isTold;
      })
      .map((factor) => ({ wrong: spot, factor, beside: all.flatMap((it) => (it.spot === spot ? [] : [it.spot])) })),
  );
  const [only] = found;
  return found.length === 1 && only ? only : null;
}

/** Three parts or more that a colon opens, all in the unit of their total but the one that keeps them from making it. */
function isOdd({ wrong, beside }: Slip, total: Spot, text: string): boolean {
  const [first] = [...beside, wrong].filter((it) => it.at > total.at).sort((a, b) => a.at - b.at);
  const units = new Set(beside.map((it) => it.figure.unitText));
  const isOne = units.size === 1 && !units.has(wrong.figure.unitText) && wrong !== total;
  return isOne && beside.length >= 3 && !!first && /[：:]/u.test(text.slice(total.figure.end, first.figure.start));
}

/** A figure's number in the unit that would be right: that of a figure beside it, where the number stays as printed there. */
function wantedOf({ wrong, factor, beside }: Slip): string {
  const value = wrong.value * factor;
  const number = Number((wrong.figure.number ?? '').replace(/,/g, ''));
  const unit = beside.find(({ value: other, figure }) => {
    const printed = Number((figure.number ?? '').replace(/,/g, ''));
    return printed > 0 && Math.abs((other / printed) * number - value) <= wrong.half * factor;
  });
  if (unit) return `${wrong.figure.number ?? ''}${unit.figure.unitText}`;
  const [like] = beside;
  const size = like ? like.value / Number((like.figure.number ?? '').replace(/,/g, '')) : 1;
  return `${Number((value / size).toPrecision(8))}${like?.figure.unitText ?? ''}`;
}

/** Figures that make a total, or what is left, once one of them is read in another unit: 4.26亿元 − 0.38亿元 = 3.88万元. */
export function unitSlips(tracks: readonly Track[], slips: Slips): WordsRelation[] {
  const [totals, nets] = [slips.totals, slips.nets].map((it) => new RegExp(`(?:${anyOf(it)})[^，。；、]{0,4}$`, 'u'));
  return tracks.flatMap(({ spots, text }) =>
    spots.flatMap((total, at): WordsRelation[] => {
      const powers = slips.powers[total.dimension.split(' ')[0] ?? ''];
      if (!powers) return [];
      const before = text.slice(Math.max(0, total.figure.start - reach), total.figure.start);
      const said = totals?.test(before) ?? false;
      const slip = slipAt(spots, at, powers, said, nets?.test(before) ?? false);
      if (slip === 'none') {
        return [
          { kind: 'words', check: 'unit-slip', doubt: null, words: total.figure, holds: true, wanted: '', against: [] },
        ];
      }
      const fewest = slip && isOdd(slip, total, text) ? 1 : said ? fewestSaid : fewestDigits;
      if (!slip || digitsOf(slip.wrong) < fewest) return [];
      const against = slip.beside.map((it) => it.figure);
      const words = slip.wrong.figure;
      return [{ kind: 'words', check: 'unit-slip', doubt: null, words, holds: false, wanted: wantedOf(slip), against }];
    }),
  );
}

/** What keeps a figure from being made by those beside it: a unit, `none` where they make it, null where nothing tells. */
function slipAt(
  spots: readonly Spot[],
  at: number,
  powers: readonly number[],
  said: boolean,
  net: boolean,
): Slip | 'none' | null {
  const total = spots[at];
  if (!total) return null;
  const [back, ahead] = [runs(spots, at, -1), runs(spots, at, 1)];
  if (net) {
    const [second, first] = back;
    return first && second
      ? slipIn(
          total,
          [
            { spot: first, weight: 1 },
            { spot: second, weight: -1 },
          ],
          powers,
        )
      : null;
  }
  for (const run of said ? [back, ahead] : [ahead]) {
    for (let length = 2; length <= run.length; length++) {
      const terms = run.slice(0, length).map((spot) => ({ spot, weight: 1 as const }));
      const slip = slipIn(total, terms, powers);
      if (slip) return slip;
      const sum = terms.reduce((made, { spot }) => made + spot.value, 0);
      if (Math.abs(sum - total.value) <= total.half * (length + 1)) return 'none';
    }
  }
  return null;
}
