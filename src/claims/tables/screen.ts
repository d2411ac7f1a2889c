import { isEntry, type Line } from './sheet.js';

/** A line's figures in arrays, for trying many sums: NaN where none is printed, in `added` 0 for a blank. */
interface Numbers {
  readonly printed: Float64Array;
  readonly added: Float64Array;
  readonly room: Float64Array;
}

const known = new WeakMap<Line, Numbers>();

function numbersOf(line: Line): Numbers {
  const cached = known.get(line);
  if (cached) return cached;
  const { length } = line.slots;
  const found: Numbers = {
    printed: new Float64Array(length).fill(NaN),
    added: new Float64Array(length),
    room: new Float64Array(length),
  };
  for (const [at, it] of line.slots.entries()) {
    if (isEntry(it)) {
      found.printed[at] = found.added[at] = it.value;
      found.room[at] = 2 * it.half + 1e-9 * Math.abs(it.value);
    } else if (it === null) found.added[at] = NaN;
  }
  known.set(line, found);
  return found;
}

/** More room than intervals leave, so that nothing they would let pass is screened off. */
const generous = 1.5;

/**
 * Whether line = a ÷ b, (a − b) ÷ b or (b − a) ÷ b, by `scale`, holds at `need` places at least: what is worth a vote. `weights` are
 * those of a and b in the numerator.
 */
export function isPromisingQuotient(
  line: Line,
  [a, b]: readonly [Line, Line],
  [forA, forB]: readonly [number, number],
  scale: number,
  need: number,
): boolean {
  const [own, x, y] = [numbersOf(line), numbersOf(a), numbersOf(b)];
  let holding = 0;
  for (let place = 0; place < own.printed.length; place++) {
    const [over, under] = [x.printed[place] ?? NaN, y.printed[place] ?? NaN];
    const quotient = (scale * (forA * over + forB * under)) / under;
    const gap = Math.abs((own.printed[place] ?? NaN) - quotient);
    const [half, off] = [x.room[place] ?? 0, y.room[place] ?? 0];
    // rooms are twice the halves: where the divisor may be nothing, so may the quotient be anything
    const room =
      under > off
        ? (scale * (half + (off * Math.abs(over)) / under)) / (under - off) + (own.room[place] ?? 0)
        : Infinity;
    if (gap <= generous * room + 1e-9 * Math.abs(quotient) && ++holding >= need) return true;
  }
  return false;
}

/** Whether line = Σ weight × term holds at `need` places at least, in floating numbers: what is worth a vote. */
export function isPromising(line: Line, terms: readonly { line: Line; weight: 1 | -1 }[], need: number): boolean {
  const own = numbersOf(line);
  const others = terms.map((it) => numbersOf(it.line));
  let holding = 0;
  let failing = 0;
  for (let place = 0; place < own.printed.length; place++) {
    let gap = own.printed[place] ?? NaN;
    let room = own.room[place] ?? 0;
    for (let i = 0; i < others.length; i++) {
      gap -= (terms[i]?.weight ?? 1) * (others[i]?.added[place] ?? NaN);
      room += others[i]?.room[place] ?? 0;
    }
    if (Number.isNaN(gap)) continue;
    if (Math.abs(gap) <= room) holding++;
    else if (++failing > 3 && failing > holding) return false;
    if (holding >= need && place > 2 * need) return true;
  }
  return holding >= need;
}
