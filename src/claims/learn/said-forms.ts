import type { Spot } from '../../model/description.js';
import type { Relation } from '../../model/relation.js';
import type { Candidate } from '../candidate.js';

/** An equation between printed numbers, written in one way whatever way it was put: `sum -12.3 4.5 7.8`, `share 28.6/35.75=80`. */
export type Form = string;

/** Numbers that an expression adds to those of the text: units and spans of time. */
const constants = new Set([1, 4, 12, 15, 100, 360, 365, 366, 1000, 10000, 100000000]);

const numberOf = ({ figure }: Spot): number => Number((figure.number ?? '').replaceAll(',', ''));

/** Numbers with signs that make nothing together, whichever side they were written on. */
function sumForm(terms: readonly (readonly [value: number, sign: number])[]): Form {
  const sums = new Map<number, number>();
  for (const [value, sign] of terms) sums.set(value, (sums.get(value) ?? 0) + sign);
  const all = [...sums].filter(([, sign]) => sign !== 0).sort(([a], [b]) => a - b);
  const turn = (all[0]?.[1] ?? 1) < 0 ? -1 : 1;
  return `sum ${all.map(([value, sign]) => `${sign * turn}*${value}`).join(' ')}`;
}

/** A number without its power of ten: 42.0 of 42.0万人 is written as 420000 as often. */
const bare = (value: number): number =>
  value === 0 ? 0 : Number((value / 10 ** Math.floor(Math.log10(Math.abs(value)))).toPrecision(12));
const written = (numbers: readonly number[]): string =>
  numbers
    .map(bare)
    .sort((a, b) => a - b)
    .join(' ');

const productForm = (factors: readonly number[]): Form => `product ${written(factors)}`;

/** A quotient of two, a growth between two, a growth of which the change is printed. */
const pairForm = (kind: string, a: number, b: number, result: number): Form =>
  `${kind} ${bare(a)} ${bare(b)} = ${bare(result)}`;

/** What of a ratio is stated, or the figure. */
function statedNumber(claimant: Spot, relation: Relation): number {
  if (relation.kind !== 'computed' || relation.member === undefined) return numberOf(claimant);
  return Number(claimant.figure.value.split(':')[relation.member]);
}

/** A number and those that make it, in whatever way. */
const usedForm = (stated: number, numbers: readonly number[]): Form =>
  `used ${bare(stated)} of ${written([...new Set(numbers)])}`;

/** What a candidate claims. */
export function formOf(claimant: Spot, { shape, operands, relation }: Candidate): Form {
  const stated = numberOf(claimant);
  const numbers = operands.map(numberOf);
  const [a = 0, b = 0] = numbers;
  switch (shape) {
    case 'share':
    case 'change-share':
      return pairForm('share', a, b, stated);
    case 'rest-share':
      return pairForm('rest', a, b, stated);
    case 'growth':
      return pairForm('growth', a, b, stated);
    case 'implied-growth':
      return pairForm('implied', a, b, stated);
    case 'product':
      return productForm([stated, ...numbers]);
    case 'ratio':
    case 'mean':
    case 'portion':
    case 'last-share':
    case 'rate':
    case 'pace':
    case 'group-share':
    case 'conversion':
      return usedForm(statedNumber(claimant, relation()), numbers);
    case 'difference':
    case 'run':
    case 'balance': {
      const claim = relation();
      if (claim.kind !== 'sum') return '';
      const plain = (text: string | null): number => Number((text ?? '').replaceAll(',', ''));
      return sumForm([
        [plain(claim.total.number), -1],
        ...claim.terms.map(({ figure, weight }) => [plain(figure.number), weight] as const),
      ]);
    }
  }
}

const number = /\d+(?:\.\d+)?/g;
const numbersIn = (text: string): number[] => (text.match(number) ?? []).map(Number);

/** Units of a sum, which its terms are printed without. */
const units = /[*/](?:100|1000|10000|100000000|666\.67)(?![\d.])/g;
/** How many there were, or how often it was paid. */
const counts = /(?<=[*/])\d{1,2}(?![\d.%])/g;

function sumForms(left: string, result: number): Form[] {
  const terms = [...left.matchAll(/([-+]?)\s*(\d+(?:\.\d+)?)/g)].map(
    ([, sign, value]) => [Number(value), sign === '-' ? -1 : 1] as const,
  );
  const numbers = terms.map(([value]) => value);
  const others = (at: number): number[] => numbers.filter((_, i) => i !== at);
  return [
    sumForm([...terms, [result, -1]]),
    usedForm(result, numbers),
    usedForm(
      result,
      numbers.filter((it) => !constants.has(it)),
    ),
    ...(result === 100 ? numbers.map((it, i) => usedForm(it, others(i))) : []),
  ];
}

/** The ways to read what was written down beside a passage: `12.3+4.5=16.8`, `(53.9-46.2)/46.2=16.7`, `9>=12`. */
export function formsIn(expressions: readonly string[]): Form[] {
  return expressions.flatMap((expression): Form[] => {
    const text = expression.normalize('NFKC').replaceAll(',', '');
    const [left = '', right = ''] = text.split(/[<>=!≈]+/).map((side) => side.replace(units, ''));
    const [result, ...more] = numbersIn(right);
    // what is only larger or smaller says of no equation
    if (result === undefined || more.length > 0 || /[<>]/.test(text)) return [];
    if (!/[*/(]/.test(left)) return sumForms(left, result);
    const operands = numbersIn(/^cagr\((.*);\d+\)$/.exec(left)?.[1] ?? left);
    const factors = operands.filter((it) => !constants.has(it));
    const counted = numbersIn(left.replace(counts, ''));
    const [a = 0, b = 0, c = 0] = operands;
    const forms = [factors, counted, operands].flatMap((it) => [productForm([...it, result]), usedForm(result, it)]);
    const pair = (kind: string, p: number, q: number): number => forms.push(pairForm(kind, p, q, result));
    if (operands.length === 2) pair('share', a, b);
    // (1-86.2/88.5)*100 and (88.5/86.2-1)*100
    if (operands.length === 3 && a === 1 && /^\(*1-/.test(left)) {
      pair('growth', b, c);
      pair('rest', b, c);
    }
    if (operands.length === 3 && c === 1 && /-1\)*$/.test(left)) pair('growth', a, b);
    if (operands.length === 3 && b === c) pair('growth', a, b);
    if (operands.length === 3 && a === c) {
      pair('growth', b, a);
      pair('rest', b, a);
      pair('implied', a, b);
    }
    if (operands.length === 3 && a === b) pair('implied', a, c);
    return forms;
  });
}
