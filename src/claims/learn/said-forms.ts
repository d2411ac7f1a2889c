import type { Spot } from '../../model/description.js';
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

const productForm = (factors: readonly number[]): Form => `product ${[...factors].sort((a, b) => a - b).join(' ')}`;

/** What a candidate claims. */
export function formOf(claimant: Spot, { shape, operands, relation }: Candidate): Form {
  const stated = numberOf(claimant);
  const numbers = operands.map(numberOf);
  const [a = 0, b = 0] = numbers;
  switch (shape) {
    case 'share':
    case 'change-share':
      return `share ${a}/${b}=${stated}`;
    case 'rest-share':
      return `share (${b}-${a})/${b}=${stated}`;
    case 'growth':
      return `growth ${a} ${b}=${stated}`;
    case 'implied-growth':
      return `implied ${a} ${b}=${stated}`;
    case 'product':
      return productForm([stated, ...numbers]);
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

/** The ways to read what was written down beside a passage: `12.3+4.5=16.8`, `(53.9-46.2)/46.2=16.7`, `9>=12`. */
export function formsIn(expressions: readonly string[]): Form[] {
  return expressions.flatMap((expression): Form[] => {
    const text = expression.normalize('NFKC').replaceAll(',', '');
    const [left = '', right = ''] = text.split(/[<>=!]+/);
    const stated = numbersIn(right);
    const [result] = stated;
    if (result === undefined || stated.length !== 1) return [];
    const operands = numbersIn(left);
    // what is only larger or smaller says of no equation
    if (/[<>]/.test(text)) return [];
    const plain = left.replace(/[*/]100(?!\d)/g, '');
    if (!/[*/()]/.test(plain)) {
      const terms = [...plain.matchAll(/([-+]?)\s*(\d+(?:\.\d+)?)/g)].map(
        ([, sign, value]) => [Number(value), sign === '-' ? -1 : 1] as const,
      );
      return [sumForm([...terms, [result, -1]])];
    }
    const factors = operands.filter((it) => !constants.has(it));
    const forms = [productForm([...factors, result])];
    const [a = 0, b = 0, c = 0] = numbersIn(plain);
    const count = numbersIn(plain).length;
    if (count === 2) forms.push(`share ${a}/${b}=${result}`);
    if (count === 3 && b === c) forms.push(`growth ${a} ${b}=${result}`);
    if (count === 3 && a === c)
      forms.push(`growth ${b} ${a}=${result}`, `share (${a}-${b})/${a}=${result}`, `implied ${a} ${b}=${result}`);
    if (count === 3 && a === b) forms.push(`implied ${a} ${c}=${result}`);
    return forms;
  });
}
