import type { Statement } from '../../../model/statement.js';
import {
  bareDigitsOf,
  coarser,
  digitsOf,
  isExchanged,
  significant,
  slipsOf,
  type Digits,
  type Slip,
} from './slip-between.js';

/** Numbers of fewer digits are met by chance too often to say anything. */
export const leastDigits = 3;
/** A number that so many figures print says nothing of any. */
const mostAlike = 12;

/** Two figures that one slip parts. */
interface Pair {
  readonly a: Statement;
  readonly b: Statement;
  readonly slip: Slip;
}

export const isBare = ({ figure }: Statement): boolean => figure.unit === null;
/** What one statement may print: of its measure, and as a bare number for cells whose unit the table leaves to its title. */
export function writingsOf(it: Statement): (readonly [of: string, digits: Digits])[] {
  const [own, bare] = [digitsOf(it), bareDigitsOf(it)];
  return [
    ...(own && !isBare(it) ? [[it.measure, own] as const] : []),
    ...(bare && (isBare(it) || !it.cell) ? [['', bare] as const] : []),
  ];
}

/** Statements by what they print, at their own precision and at every coarser one. */
export class ByDigits {
  readonly #exact = new Map<string, Statement[]>();
  readonly #shuffled = new Map<string, Statement[]>();
  readonly #anyScale = new Map<string, Statement[]>();

  constructor(readonly statements: readonly Statement[]) {
    for (const it of statements) {
      for (const [of, own] of writingsOf(it)) {
        for (let by = 0; own.text.length - by >= leastDigits; by++) {
          const digits = coarser(own, by);
          put(this.#exact, keyOf(of, digits), it);
          put(this.#shuffled, keyOf(of, sorted(digits)), it);
        }
        const said = significant(own.text);
        if (of !== '' && said.length >= leastDigits) put(this.#anyScale, `${of} ${said}`, it);
      }
    }
  }

  /** What prints the same number, rounded as it is. */
  like(of: string, digits: Digits): readonly Statement[] {
    return few(this.#exact.get(keyOf(of, digits)));
  }

  /** What prints the same digits in another order. */
  shuffled(of: string, digits: Digits): readonly Statement[] {
    return few(this.#shuffled.get(keyOf(of, sorted(digits))));
  }

  scaled(of: string, { text }: Digits): readonly Statement[] {
    return few(this.#anyScale.get(`${of} ${significant(text)}`));
  }
}

const sorted = ({ text, exponent }: Digits): Digits => ({ text: [...text].sort().join(''), exponent });
const keyOf = (of: string, { text, exponent }: Digits): string => `${of} ${text} ${exponent}`;
const few = (found: readonly Statement[] = []): readonly Statement[] => (found.length > mostAlike ? [] : found);
function put(map: Map<string, Statement[]>, key: string, it: Statement): void {
  const known = map.get(key);
  if (!known) map.set(key, [it]);
  else if (known.length <= mostAlike && known.at(-1) !== it) known.push(it);
}

/** Tens of units that a point moved or a unit mistaken makes. */
const shifts: ReadonlySet<number> = new Set([1, 4, 8]);
/** Digits from which the same ones in another order say something. */
const leastShuffled = 4;

/** The figures that one slip parts from each other. */
export function* nearMisses(statements: readonly Statement[], index: ByDigits): Generator<Pair> {
  for (const a of statements) {
    for (const [of, own] of writingsOf(a)) {
      if (own.text.length < leastDigits) continue;
      // a bare number is held against one with a unit, which is looked up by the other
      const fits = (b: Statement): boolean => b !== a && !(a.cell && b.cell) && (of !== '' || isBare(a) || isBare(b));
      const said = significant(own.text).length;
      for (const { text, kind, place } of slipsOf(own.text)) {
        const digits = Math.max(said, significant(text).length);
        if (digits < 2) continue;
        for (const b of index.like(of, { text, exponent: own.exponent }))
          if (fits(b)) yield { a, b, slip: { kind, place, digits } };
      }
      if (said >= leastShuffled)
        for (const b of index.shuffled(of, own)) {
          if (!fits(b) || index.like(of, own).includes(b)) continue;
          const isExchange = writingsOf(b).some((it) => it[0] === of && isExchanged(own.text, it[1].text));
          yield { a, b, slip: { kind: isExchange ? 'exchange' : 'shuffle', place: 0, digits: said } };
        }
      for (const b of index.scaled(of, own)) {
        const tens = Math.round(Math.abs(Math.log10(a.value / b.value)));
        // the unit of a whole table is no slip of one of its cells
        if (tens > 1 && [a, b].some(({ figure }) => figure.unitFrom !== 'number')) continue;
        if (fits(b) && shifts.has(tens)) yield { a, b, slip: { kind: 'scale', place: 0, digits: said } };
      }
    }
  }
}
