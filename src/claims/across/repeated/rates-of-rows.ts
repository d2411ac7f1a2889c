import { decimal, negate, toText } from '../../../model/decimal.js';
import { groupedBy } from '../../../model/grouped.js';
import type { EqualRelation } from '../../../model/relation.js';
import type { Figure } from '../../../model/report.js';
import type { Statement } from '../../../model/statement.js';
import type { Naming } from '../../../rulebook/naming.js';
import type { Known } from '../alike/known.js';
import { ofTimes } from '../alike/likeness.js';
import { slipApart } from '../alike/slip-apart.js';

type Rates = Naming['rates'];
type RateKind = keyof Rates;

const kinds: readonly RateKind[] = ['growth', 'completion', 'share'];
/** Characters of a name from which it stands for one row and no other. */
const leastOfName = 3;

/** What it is the rate of: the figure before it in its sentence, with nothing but other rates in between. */
function measuredBy(statements: readonly Statement[], rate: Statement): Statement | null {
  for (let at = rate.at - 1; at >= 0; at--) {
    const it = statements[at];
    if (!it || it.paragraph !== rate.paragraph || it.sentence !== rate.sentence) return null;
    if (it.measure !== rate.measure && it.sort === 'level') return it;
    if (it.sort === 'base' || it.sort === 'level') return null;
  }
  return null;
}

class RateWords {
  readonly #kinds: readonly (readonly [RateKind, RegExp])[];
  readonly #own: RegExp;

  constructor(rates: Rates) {
    this.#kinds = kinds.map((kind) => [kind, new RegExp(rates[kind].join('|'))]);
    const own = [rates.growth, rates.completion, rates.share, rates.besides].flat();
    own.sort((a, b) => b.length - a.length);
    this.#own = new RegExp(`(?:${own.join('|')})+`, 'g');
  }

  /** What a name says that a rate is; null where it says nothing or several things. */
  kindOf(name: string): RateKind | null {
    const [kind, ...more] = this.#kinds.filter(([, words]) => words.test(name)).map(([it]) => it);
    return more.length > 0 ? null : (kind ?? null);
  }

  /** What is left of a name without the words for rates: what it is a rate of. */
  subjectOf = (name: string): string => name.replace(this.#own, '');
}

const negated = (it: Figure): Figure => ({ ...it, value: toText(negate(decimal(it.value))) });

/** A growth of text with the sign that its words give it; null where they give none, or another base than the year before. */
function signed(it: Statement): Figure | null {
  const [up, down] = [it.words.has('up'), it.words.has('down')];
  if (up === down || it.words.has('plan') || it.words.has('comparable')) return null;
  return down && it.value > 0 ? negated(it.figure) : it.figure;
}

const sameAt = (a: number, b: number, step: number): boolean => Math.abs(a - b) <= 1.001 * step;

/** Rates of text held against the cells that their row and column name: 节能环保支出增长14.2% against 14.2 under 比上年增长%. `year`: that of the document. */
export function ratesOfRows(
  statements: readonly Statement[],
  { rates }: Pick<Naming, 'rates'>,
  year: number,
  known: Known,
): EqualRelation[] {
  const words = new RateWords(rates);
  const cells = statements.filter(
    ({ cell, measure }) => cell !== null && cell.rowName !== '' && measure === 'percent %',
  );
  const byRow = groupedBy(cells, ({ cell }) => cell?.rowName ?? '');
  return statements.flatMap((rate): EqualRelation[] => {
    if (rate.cell || rate.measure !== 'percent %') return [];
    const kind = rate.sort === 'change' ? 'growth' : words.kindOf(rate.name);
    const subject = words.subjectOf(rate.isBorrowed ? '' : rate.name);
    const of = measuredBy(statements, rate);
    const name = subject.length >= leastOfName ? subject : subject === '' ? (of?.name ?? '') : '';
    if (!kind || name.length < leastOfName) return [];
    const left = kind === 'growth' ? signed(rate) : rate.figure;
    const found = (byRow.get(name) ?? []).filter(({ cell }) => cell !== null && words.kindOf(cell.columnName) === kind);
    // 比上年 heads a column by the year that is only held against
    const ofTime = found.filter((it) =>
      kind === 'growth'
        ? Math.abs((rate.when.year ?? year) - (it.when.year ?? year)) <= 1
        : ofTimes({ ...rate, sort: 'level' }, it, year) >= -1,
    );
    const [first] = ofTime;
    if (!left || !first) return [];
    const relation: EqualRelation = {
      kind: 'equal',
      check: 'text-against-table',
      doubt: null,
      left,
      right: first.figure,
    };
    const value = Number(left.value);
    const same = found.find((it) => sameAt(Number(it.figure.value), value, Math.max(it.step, rate.step)));
    if (same) return [{ ...relation, right: same.figure }];
    if (ofTime.some((it) => it.value !== first.value) || known.isConfirmed(rate.figure)) return [];
    const isSlip = Number(first.figure.value) === -value || slipApart(rate, first) !== null;
    return [{ ...relation, most: isSlip ? 'error' : 'review' }];
  });
}
