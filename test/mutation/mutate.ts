import type { Document } from '../../src/model/document.js';
import type { Claim } from './claim.js';
import { isBroken, leavesOf, operatorsOf, type Leaf } from './expression.js';
import type { Spot } from './spots.js';
import type { Edit } from './edit.js';

export const mutationKinds = ['digit', 'swap', 'drop', 'unit', 'direction'] as const;
type MutationKind = (typeof mutationKinds)[number];

export interface Mutation {
  readonly kind: MutationKind;
  readonly claim: Claim;
  readonly edit: Edit;
  /** Figures that show a changed word as well as the word itself. */
  readonly beside: readonly Spot[];
}

const placed = (claim: Claim): [Leaf, Spot][] => [...claim.places];
const textAt = (spot: Spot): string => (spot.cell ?? spot.block).text;

function numberEdits(claim: Claim, kind: MutationKind, variants: (number: string) => string[]): Mutation[] {
  return placed(claim).flatMap(([leaf, spot]) =>
    variants(spot.number).flatMap((number): Mutation[] => {
      if (isBroken(claim.expression, new Map([[leaf, { ...leaf, number }]])) !== true) return [];
      return [{ kind, claim, edit: { spot, start: spot.start, end: spot.end, text: number }, beside: [] }];
    }),
  );
}

const leadingZero = (number: string): boolean => /^0\d/.test(number.replaceAll(',', ''));
const replaced = (number: string, at: number, digits: string): string =>
  number.slice(0, at) + digits + number.slice(at + digits.length);

/** A numeral with one digit changed, in every way. */
export function otherDigits(number: string): string[] {
  return [...number].flatMap((char, at) =>
    /\d/.test(char)
      ? [...'0123456789']
          .filter((digit) => digit !== char)
          .map((digit) => replaced(number, at, digit))
          .filter((it) => !leadingZero(it))
      : [],
  );
}

/** A numeral with two neighbouring digits exchanged, in every way. */
export function swapped(number: string): string[] {
  const places = [...number].flatMap((char, i) => (/\d/.test(char) ? [i] : []));
  return places.slice(1).flatMap((right, i) => {
    const left = places[i] ?? 0;
    const [a, b] = [number[left] ?? '', number[right] ?? ''];
    const text = replaced(replaced(number, left, b), right, a);
    return a === b || leadingZero(text) ? [] : [text];
  });
}

function moneyTable(document: Document, spot: Spot): boolean {
  const before = document.blocks.slice(Math.max(0, spot.order - 2), spot.order).map((block) => block.text);
  return [...before, spot.block.text].some((text) => /元/.test(text));
}

function shifted(number: string, power: number): string {
  const [whole = '', fraction = ''] = number.replaceAll(',', '').split('.');
  const digits = whole.padStart(power < 0 ? 5 : 1, '0') + fraction.padEnd(Math.max(0, power), '0');
  const point = (power < 0 ? Math.max(whole.length, 5) : whole.length) + power;
  const [left, right] = [digits.slice(0, point), digits.slice(point)];
  const grouped = number.includes(',') ? left.replace(/\B(?=(\d{3})+(?!\d))/g, ',') : left;
  return right === '' ? grouped : `${grouped}.${right}`;
}

const otherUnits: Readonly<Record<string, readonly string[]>> = { 万元: ['元', '亿元'], 元: ['万元'], 亿元: ['万元'] };

function unitEdits(document: Document, claim: Claim): Mutation[] {
  return placed(claim).flatMap(([leaf, spot]): Mutation[] => {
    if (/^[0.]+$/.test(spot.number)) return [];
    const power = (by: number) =>
      isBroken(
        claim.expression,
        new Map([[leaf, { ...leaf, number: shifted(leaf.number, by).replace(/^0+(?=\d)/, '') }]]),
      );
    const unit = /^(?:万元|亿元|元)/.exec(spot.after)?.[0];
    if (unit !== undefined) {
      const start = textAt(spot).indexOf(unit, spot.end);
      const by = (to: string): number => ({ 元: 0, 万元: 4, 亿元: 8 })[to] ?? 0;
      return (otherUnits[unit] ?? []).flatMap((to): Mutation[] =>
        power(by(to) - by(unit)) === true
          ? [{ kind: 'unit', claim, edit: { spot, start, end: start + unit.length, text: to }, beside: [] }]
          : [],
      );
    }
    if (
      !spot.cell ||
      !claim.kind.startsWith('table') ||
      !/sum|hierarchy|balance/.test(claim.kind) ||
      !moneyTable(document, spot)
    )
      return [];
    return [4, -4].flatMap((by): Mutation[] =>
      power(by) === true
        ? [
            {
              kind: 'unit',
              claim,
              edit: { spot, start: spot.start, end: spot.end, text: shifted(spot.number, by) },
              beside: [],
            },
          ]
        : [],
    );
  });
}

/** Words that introduce some of the parts: fewer of them are no contradiction. */
const open = /其中|包括|主要|等/;
/** What hangs on the words before it. */
const hanging = /^\s*(?:占|比|较|完成|增|下|减|其中|[（(\d])/;

/** A term with its name in a closed list of a sentence, or a cell left empty. */
function dropEdits(claim: Claim): Mutation[] {
  if (!/sum|hierarchy/.test(claim.kind)) return [];
  const [totalSide, ...others] = [...claim.expression.sides].sort(
    (a, b) => operatorsOf(a).length - operatorsOf(b).length,
  );
  const terms = others.flatMap(leavesOf);
  if (!totalSide || terms.length < 3) return [];
  const [whole] = leavesOf(totalSide).flatMap((leaf) => claim.places.get(leaf) ?? []);
  return terms.flatMap((leaf): Mutation[] => {
    const spot = claim.places.get(leaf);
    if (!spot || !whole || isBroken(claim.expression, new Map([[leaf, { ...leaf, number: '0' }]])) !== true) return [];
    if (spot.cell)
      return [{ kind: 'drop', claim, edit: { spot, start: spot.start, end: spot.end, text: '' }, beside: [] }];
    const text = textAt(spot);
    const start = Math.max(...[...'，、；：。,;:'].map((mark) => text.lastIndexOf(mark, spot.start))) + 1;
    const end = spot.end + (/^[^，、；。,;：:]*[，、；,;]/.exec(text.slice(spot.end))?.[0].length ?? -1);
    const alone = [...claim.places.values()].every(
      (it) => it === spot || it.block !== spot.block || it.start < start || it.start >= end,
    );
    const between = text.slice(Math.min(whole.start, spot.start), Math.max(whole.start, spot.end));
    if (end < spot.end || !alone || start === 0 || whole.block !== spot.block || open.test(between)) return [];
    return hanging.test(text.slice(end))
      ? []
      : [{ kind: 'drop', claim, edit: { spot, start, end, text: '' }, beside: [] }];
  });
}

const opposites = [
  '增加/减少',
  '增长/下降',
  '上升/下降',
  '提高/降低',
  '上涨/下跌',
  '大于/小于',
  '高于/低于',
  '多于/少于',
].map((pair) => pair.split('/'));
const turned = (word: string): string => {
  const pair = opposites.find((it) => it.includes(word)) ?? [];
  return (pair[0] === word ? pair[1] : pair[0]) ?? word;
};
const movement = /增加|减少|增长|下降|上升|提高|降低|上涨|下跌/g;
const comparison = /大于|小于|高于|低于|多于|少于/;

/** The word of direction before a change or a growth, and that of comparison after a share of a plan. */
function directionEdits(claim: Claim): Mutation[] {
  return placed(claim).flatMap(([, spot]): Mutation[] => {
    if (spot.cell) return [];
    const text = textAt(spot);
    const edit = (at: number, word: string): Mutation => ({
      kind: 'direction',
      claim,
      edit: { spot, start: at, end: at + word.length, text: turned(word) },
      beside: [...claim.places.values()],
    });
    if (/growth|change/.test(claim.kind)) {
      const clause = /[^，。；：,;:、]*$/.exec(text.slice(0, spot.start))?.[0] ?? '';
      const hit = [...clause.matchAll(movement)].at(-1);
      if (!hit || hit.index + hit[0].length < clause.trimEnd().length - 1 || /[（(]/.test(clause)) return [];
      return [edit(spot.start - clause.length + hit.index, hit[0])];
    }
    if (!/share/.test(claim.kind) || !/^[%％]/.test(spot.after) || /^100(?:\.0+)?$/.test(spot.number)) return [];
    const rest = /^[^。；]{0,24}/.exec(text.slice(spot.end))?.[0] ?? '';
    const hit = comparison.exec(rest);
    return hit && /完成/.test(text.slice(0, spot.start)) && !/\d/.test(rest.slice(0, hit.index))
      ? [edit(spot.end + hit.index, hit[0])]
      : [];
  });
}

/** Every way to make a claim false by one slip; what rounding or another sound reading leaves true is no slip. */
export function mutationsOf(document: Document, claim: Claim): Mutation[] {
  return [
    ...numberEdits(claim, 'digit', otherDigits),
    ...numberEdits(claim, 'swap', swapped),
    ...dropEdits(claim),
    ...unitEdits(document, claim),
    ...directionEdits(claim),
  ];
}
