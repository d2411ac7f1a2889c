import type { Relation } from '../../model/relation.js';
import type { TableWords } from '../../rulebook/table-words.js';
import { comparable } from './linear.js';
import { slips } from './slip.js';
import { has, isEntry, type Entry, type Line, type Sheet } from './sheet.js';

/** A line that closes a span of time, or opens one. */
interface End {
  readonly sheet: Sheet;
  readonly line: Line;
  /** Its label without the words that say which end it is. */
  readonly name: string;
}

const ends = ['opening', 'closing'] as const;
const most = 400;

function endsIn(sheets: readonly Sheet[], words: TableWords, end: (typeof ends)[number]): End[] {
  return sheets.flatMap((sheet) =>
    sheet.way === 'down' || sheet.lines.length > most
      ? []
      : sheet.lines
          .filter((it) => has(it, end) && !has(it, end === 'opening' ? 'closing' : 'opening'))
          .map((line) => ({ sheet, line, name: words.without(line.label, ends) })),
  );
}

interface Pair {
  readonly opening: Entry;
  readonly closing: Entry;
}

/** The places at which both lines print amounts, where the lines that cross them are called the same. */
function pairsOf(opening: End, closing: End): Pair[] {
  return opening.sheet.places.flatMap((place, at): Pair[] => {
    const other = closing.sheet.places[at];
    const [a, b] = [opening.line.slots[at], closing.line.slots[at]];
    const alike = other?.label === place.label && isEntry(a) && isEntry(b) && comparable(a, b);
    return alike && a.value !== 0 && b.value !== 0 ? [{ opening: a, closing: b }] : [];
  });
}

const isEqual = ({ opening, closing }: Pair): boolean =>
  Math.abs(opening.value - closing.value) <= opening.half + closing.half + 1e-9 * Math.abs(opening.value);

/** Numbers of so many digits are not met twice by chance. */
const isLong = ({ opening }: Pair): boolean => Math.abs(opening.value) >= 999 * opening.grain;

const asSaid = ({ opening, closing }: Pair) => ({
  claimant: opening,
  operands: [closing],
  computed: [closing.value - closing.half, closing.value + closing.half] as const,
  telling: true,
  blanks: 0,
});

/**
 * Openings that are not the closing of the table which another goes on from. Two lines go on from each other where most of their
 * figures are the same; what differs then was miscopied.
 */
export function continuedTables(sheets: readonly Sheet[], words: TableWords): Relation[] {
  const closings = endsIn(sheets, words, 'closing');
  return endsIn(sheets, words, 'opening').flatMap((opening): Relation[] => {
    if (closings.length > most) return [];
    const found = closings.flatMap((closing) => {
      if (closing.sheet.reading === opening.sheet.reading || closing.name !== opening.name) return [];
      const pairs = pairsOf(opening, closing);
      const equal = pairs.filter(isEqual);
      return equal.filter(isLong).length >= 2 && equal.length < pairs.length ? [{ pairs, equal }] : [];
    });
    const [best] = found.sort((a, b) => b.equal.length - a.equal.length);
    const wrong = best?.pairs.filter((it) => !isEqual(it)) ?? [];
    if (!best || wrong.length > 2) return [];
    return wrong.map((it) => ({
      kind: 'equal',
      check: 'table-line-equal',
      doubt: null,
      left: it.opening.figure,
      right: it.closing.figure,
      most: slips(asSaid(it), false) ? 'warning' : 'review',
    }));
  });
}
