import { makes, printed, sameMeasure, type Term } from '../../model/printed.js';
import type { Mention, Passage } from '../../model/reading.js';
import type { Doubt, SumRelation } from '../../model/relation.js';
import type { Prose } from '../../rulebook/prose.js';
import { between, cuesOf, type Cues } from './cues.js';
import { isComposition, isPartition, type NameRules } from './part-names.js';

const incomplete: Doubt = { status: 'ambiguous', reason: 'the list may not be complete' };

/** What changed and by how much: a change that is printed, or one from a level to another. */
interface Change {
  readonly at: number;
  readonly total: Mention;
  /** Where the change itself is not printed, the level that it began with. */
  readonly from: Mention | null;
}

function changeAt(mentions: readonly Mention[], at: number): Change | null {
  const it = mentions[at];
  if (!it || !printed(it.figure)) return null;
  if (it.act === 'delta' && it.direction !== null) return { at, total: it, from: null };
  const from = mentions[at - 1];
  return it.act === 'to' && from?.act === 'from' && printed(from.figure) ? { at, total: it, from } : null;
}

/** Changes with names of their own that stand beside each other behind 其中, in one sentence. */
function partsBehind(mentions: readonly Mention[], at: number, cues: Cues): Mention[] {
  const [whole, first] = [mentions[at], mentions[at + 1]];
  if (!whole || !first || first.act !== 'delta' || first.sentence !== whole.sentence) return [];
  const words = between(mentions, at, at + 1);
  if (!cues.open.test(words) && !cues.whole.test(words)) return [];
  const parts: Mention[] = [];
  for (const it of mentions.slice(at + 1)) {
    if (it.sentence !== first.sentence || it.depth !== first.depth || it.act !== 'delta') break;
    if (it.direction === null || !sameMeasure(it.figure, whole.figure) || !printed(it.figure)) break;
    if (parts.length > 0 && /其中|[；;]/.test(it.lead)) break;
    parts.push(it);
  }
  return parts;
}

function claimOf({ total, from }: Change, parts: readonly Mention[], doubt: Doubt | null): SumRelation {
  const up = from === null ? total.direction : 'increase';
  const own = parts.map((it): Term => ({ figure: it.figure, weight: it.direction === up ? 1 : -1 }));
  const terms: Term[] = from === null ? own : [{ figure: from.figure, weight: 1 }, ...own];
  return { kind: 'sum', check: 'change-of-parts', doubt, total: total.figure, terms, complete: true };
}

/** The name of what changed, without the verb at its end. */
const named = (it: Mention, prose: Prose): Mention => {
  const verb = [...prose.increase, ...prose.decrease].find((word) => it.figure.label.endsWith(word)) ?? '';
  return { ...it, subject: it.figure.label.slice(0, it.figure.label.length - verb.length) };
};

/**
 * 总数由46个减至37个，其中甲减少5个、乙减少4个; 比上年增加20.3万元，其中基本支出增加10.1万元…: the changes of the parts make that of the
 * whole. A list that does not is asked about where the names of its parts say that they are all.
 */
export function partChangesIn(
  { mentions }: Passage,
  prose: Prose,
  { compositions, partitions }: NameRules,
): SumRelation[] {
  const cues = cuesOf(prose);
  return mentions.flatMap((_, at): SumRelation[] => {
    const change = changeAt(mentions, at);
    const parts = change ? partsBehind(mentions, at, cues) : [];
    if (!change || parts.length < 2) return [];
    const holding = claimOf(change, parts, null);
    if (makes(holding.total, holding.terms)) return [holding];
    const names = parts.map((it) => named(it, prose));
    const whole = named(change.total, prose);
    const words = between(mentions, at, at + 1) + (parts.at(-1)?.after ?? '');
    const all = isComposition(whole, names, compositions) || isPartition(names, partitions) || cues.whole.test(words);
    return [claimOf(change, parts, all && !cues.incomplete.test(words) ? null : incomplete)];
  });
}
