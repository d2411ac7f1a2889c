import { dense } from '../../model/dense.js';
import { isDigitSlip } from '../../model/misprint.js';
import { balance, closes } from '../../model/printed.js';
import type { Mention, Passage } from '../../model/reading.js';
import type { Doubt, SumRelation } from '../../model/relation.js';
import type { NarratedItem } from '../structure/narrated-items.js';

/** What every item states: its budget, its outcome. */
const stages: readonly RegExp[] = [/年初预算(?:数)?(?:为|是)?$/u, /支出决算(?:数)?(?:为|是)?$/u];
/** So many paragraphs before the first item may state the total. */
const near = 3;

const lost: Doubt = { status: 'ambiguous', reason: 'an item may not have been read' };

const said = ({ mentions }: Passage, stage: RegExp): Mention[] =>
  mentions.filter((it) => it.act === 'level' && it.figure.kind === 'money' && stage.test(dense(it.before)));

/** Items told one by one, against the total that stands before them; 1、 2、 3、 shows that none is left out. */
export function narratedSums(items: readonly NarratedItem[], passages: readonly Passage[]): SumRelation[] {
  const [first] = items;
  const at = passages.findIndex((it) => it.block === first?.placed.block.id);
  if (items.length < 3 || at < 1) return [];
  const numbers = items.map(({ placed }) =>
    Number(/^\s*(\d{1,2})[、.．]/.exec(placed.block.text)?.[1] ?? placed.block.label?.match(/\d+/)?.[0] ?? 0),
  );
  const counted = numbers.every((it, i) => it === i + 1);
  return stages.flatMap((stage): SumRelation[] => {
    const own = items.map((it) => (it.passage ? said(it.passage, stage) : []));
    const totals = passages.slice(Math.max(0, at - near), at).flatMap((it) => said(it, stage));
    const total = totals.at(-1)?.figure;
    if (!total || own.some((found) => found.length !== 1)) return [];
    const terms = own.flatMap(([mention]) => (mention ? [{ figure: mention.figure, weight: 1 as const }] : []));
    const it = balance(total, terms);
    if (it === null) return [];
    const sure = closes(it) || (counted && isDigitSlip(it.residual));
    return [{ kind: 'sum', check: 'narrated-items', doubt: sure ? null : lost, total, terms, complete: true }];
  });
}
