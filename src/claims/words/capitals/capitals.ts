import { groupedBy } from '../../../model/grouped.js';
import type { Reading } from '../../../model/reading.js';
import type { EqualRelation } from '../../../model/relation.js';
import type { Figure, Severity } from '../../../model/report.js';
import type { Rulebook } from '../../../rulebook/rulebook.js';
import { CapitalWords } from './capital-words.js';
import { isMiswritten } from './miswritten.js';

/** How many amounts either way the one may stand that a capital amount is of. */
const farthest = 12;

/** An amount in digits that a capital amount may be of, and how grave it is where they differ. */
interface Partner {
  readonly figure: Figure;
  readonly most: Severity;
}

/** The amount in digits that a capital amount is of: the same one wherever it stands, the one it is joined to, the only one it may be a slip of. */
function partnerOf(amounts: readonly Figure[], at: number, text: string, words: CapitalWords): Partner | null {
  const capital = amounts[at];
  if (!capital) return null;
  const near = amounts.slice(Math.max(0, at - farthest), at + farthest + 1).filter((it) => words.isInDigits(it));
  const same = near.find((it) => Number(it.value) === Number(capital.value));
  if (same) return { figure: same, most: 'error' };
  const [before, behind] = [amounts[at - 1], amounts[at + 1]];
  if (before && words.isInDigits(before) && words.joins(text, before, capital))
    return { figure: before, most: 'error' };
  if (behind && words.isInDigits(behind) && words.joins(text, capital, behind))
    return { figure: behind, most: 'error' };
  const [only, ...more] = new Map(
    near.filter((it) => isMiswritten(capital.value, it.value)).map((it) => [it.value, it]),
  ).values();
  return only && more.length === 0 ? { figure: only, most: 'warning' } : null;
}

/** Amounts in capital numerals and in digits that state one amount, in any order and anywhere in a paragraph: 1,307,200元，大写壹佰叁拾万零柒仟贰佰元整. */
export function capitals({ figures, paragraphs }: Reading, { conversions, prose }: Rulebook): EqualRelation[] {
  const words = new CapitalWords(conversions);
  const byBlock = groupedBy(
    figures.filter((it) => it.table === null && it.kind === 'money'),
    (it) => it.block as string,
  );
  /** The only amount of the line before or behind, where that line and this one say how it is written. */
  const acrossLines = (at: number, plain: string): Partner | null => {
    if (!words.isLabelled(plain)) return null;
    const found = [paragraphs[at - 1], paragraphs[at + 1]].flatMap((it): Figure[] => {
      const [only, ...more] = byBlock.get(it?.block.id ?? '') ?? [];
      const isOne = only !== undefined && more.length === 0 && words.isInDigits(only);
      return isOne && words.isLabelled(prose.simplify(it?.block.text ?? '')) ? [only] : [];
    });
    const [figure, ...others] = found;
    return figure && others.length === 0 ? { figure, most: 'error' } : null;
  };
  return paragraphs.flatMap(({ block: { id, text } }, line) => {
    const amounts = byBlock.get(id) ?? [];
    if (!amounts.some((it) => words.isCapital(it))) return [];
    const plain = prose.simplify(text);
    return amounts.flatMap((capital, at): EqualRelation[] => {
      if (!words.isCapital(capital)) return [];
      const partner = partnerOf(amounts, at, plain, words) ?? (amounts.length === 1 ? acrossLines(line, plain) : null);
      if (!partner) return [];
      const [left, right, most] = [capital, partner.figure, partner.most];
      return [{ kind: 'equal', check: 'capital-amount', doubt: null, left, right, isExact: true, most }];
    });
  });
}
