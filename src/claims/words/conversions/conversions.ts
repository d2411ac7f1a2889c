import { groupedBy } from '../../../model/grouped.js';
import { printed, roughly } from '../../../model/printed.js';
import { toText } from '../../../model/decimal.js';
import type { Reading } from '../../../model/reading.js';
import type { EqualRelation } from '../../../model/relation.js';
import type { Figure } from '../../../model/report.js';
import { anyOf } from '../../../rulebook/any-of.js';
import type { Rulebook } from '../../../rulebook/rulebook.js';
import { numberOf, Units } from './units.js';

/** How many figures back an amount may stand that the second figure converts instead. */
const farthest = 24;
/** Amounts without a word between are two sizes of a thing as often as one in two units: they are taken for one where they nearly agree. */
const alike = 2;

/** What the words between two figures say: that the second is the first once more, perhaps, or nothing. */
type Saying = 'again' | 'bracket' | null;

class Gap {
  readonly #whole: RegExp;
  readonly #words: RegExp;
  readonly #weak: ReadonlySet<string>;

  constructor({ again, weak }: Rulebook['conversions']) {
    this.#words = new RegExp(anyOf(again), 'gu');
    this.#whole = new RegExp(`^[\\s，,]*[（(]?(?:${anyOf(again)}|[\\s：:])*$`, 'u');
    this.#weak = new Set(weak);
  }

  says(between: string, behind: string): Saying {
    if (!this.#whole.test(between)) return null;
    const words = between.match(this.#words) ?? [];
    if (words.some((it) => !this.#weak.has(it))) return 'again';
    return /[（(]/u.test(between) && /^\s*[）)]/u.test(behind) ? 'bracket' : null;
  }
}

const read = (figure: Figure) => printed(figure) ?? roughly(figure);

/** Value and half of a figure in the common unit as floating numbers, for weighing only; null where it is a range or a bound. */
function sizeOf(figure: Figure, worth: string): { readonly value: number; readonly half: number } | null {
  const it = read(figure);
  const unit = numberOf(worth);
  return it && { value: Number(toText(it.value)) * unit, half: Number(toText(it.half)) * unit };
}

/** Whether two figures are one amount, by any of the worths that people convert by. Returns those by which they are. */
function agreeing(left: Figure, right: Figure, units: Units): readonly [string, string] | null {
  for (const a of units.worths(left)) {
    for (const b of units.worths(right)) {
      const [x, y] = [sizeOf(left, a), sizeOf(right, b)];
      if (x && y && Math.abs(x.value - y.value) <= 2 * Math.max(x.half, y.half)) return [a, b];
    }
  }
  return null;
}

/** Whether amounts before the second figure, one of them or several together, make it: 甲6公顷、乙4公顷，合150亩. */
function convertsOthers(before: readonly Figure[], right: Figure, units: Units): boolean {
  let [sum, half] = [0, 0];
  const own = sizeOf(right, units.of(right)?.worth ?? '1');
  return before.toReversed().some((it) => {
    if (agreeing(it, right, units)) return true;
    const size = sizeOf(it, units.of(it)?.worth ?? '1');
    if (!size || !own) return false;
    [sum, half] = [sum + size.value, half + size.half];
    return Math.abs(sum - own.value) <= half + 2 * own.half;
  });
}

/** Whether one is the other but for its size: nearly equal, or off by a power of ten. */
function areAlike(left: Figure, right: Figure, units: Units): boolean {
  const [a, b] = [left, right].map((it) => sizeOf(it, units.of(it)?.worth ?? '1')?.value ?? 0);
  if (!a || !b) return false;
  const power = Math.log10(a / b);
  return Math.abs(power) < Math.log10(alike) || Math.abs(power - Math.round(power)) < 0.005;
}

function conversionAt(figures: readonly Figure[], at: number, text: string, gap: Gap, units: Units): EqualRelation[] {
  const [left, right] = [figures[at - 1], figures[at]];
  if (!left || !right || left.unitText === right.unitText || !read(left) || !read(right)) return [];
  const [from, to] = [units.of(left), units.of(right)];
  if (!from || from.dimension !== to?.dimension) return [];
  const saying = gap.says(text.slice(left.end, right.start), text.slice(right.end));
  if (saying === null || (saying === 'bracket' && !areAlike(left, right, units))) return [];
  const worth = agreeing(left, right, units);
  const before = figures
    .slice(Math.max(0, at - farthest), at - 1)
    .filter((it) => units.of(it)?.dimension === to.dimension);
  if (!worth && convertsOthers([...before, left], right, units)) return [];
  const isMoney = right.kind === 'money';
  const check = isMoney ? 'converted-amount' : 'converted-measure';
  const base = { kind: 'equal', check, doubt: null, left, right } as const;
  return [isMoney ? base : { ...base, worth: worth ?? [from.worth, to.worth] }];
}

/** One amount printed twice in a row in two units: 2.4万亩，即1,600公顷; 1,240万元（0.124亿元）. */
export function conversions({ figures, paragraphs }: Reading, rulebook: Rulebook): EqualRelation[] {
  const [gap, units] = [new Gap(rulebook.conversions), new Units(rulebook)];
  const byBlock = groupedBy(
    figures.filter((it) => it.table === null),
    (it) => it.block as string,
  );
  return paragraphs.flatMap(({ block: { id, text } }) => {
    const own = byBlock.get(id) ?? [];
    const plain = rulebook.prose.simplify(text);
    return own.flatMap((_, at) => conversionAt(own, at, plain, gap, units));
  });
}
