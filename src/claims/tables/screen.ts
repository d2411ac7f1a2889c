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
  const { slots } = line;
  const found: Numbers = {
    printed: Float64Array.from(slots, (it) => (isEntry(it) ? it.value : NaN)),
    added: Float64Array.from(slots, (it) => (isEntry(it) ? it.value : it === null ? NaN : 0)),
    room: Float64Array.from(slots, (it) => (isEntry(it) ? 2 * it.half + 1e-9 * Math.abs(it.value) : 0)),
  };
  known.set(line, found);
  return found;
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
