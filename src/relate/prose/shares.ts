import { printed, sameMeasure } from '../../model/printed.js';
import type { Mention, Passage } from '../../model/reading.js';
import type { Doubt, ShareRelation, SumRelation } from '../../model/relation.js';
import type { Figure } from '../../model/report.js';
import { isLevel } from './cues.js';

const filler = /本年|当年|年度|全年|总额|的|数|\d{4}年/g;
const core = (words: string): string => words.replace(/[\s“”"（）()]/g, '').replace(filler, '');

/** Whether words that name a denominator (占…的) mean a printed level. */
function means(base: string, label: string): boolean {
  const [wanted, have] = [core(base), core(label)];
  if (wanted.length < 2 || have.length < 2) return false;
  return have.endsWith(wanted) || wanted.endsWith(have) || have.includes(wanted);
}

const plannedBy = (base: string): RegExp =>
  /年初/.test(base) ? /年初预算/ : /调整/.test(base) ? /调整/ : /全年/.test(base) ? /全年预算|预算/ : /预算|计划|目标|任务/;

interface Denominator {
  readonly whole: Figure;
  readonly doubt: Doubt | null;
}

const unsure: Doubt = { status: 'ambiguous', reason: 'the denominator is not named' };

function wholeOfShare(mentions: readonly Mention[], at: number, part: Mention, sums: readonly SumRelation[]): Denominator | null {
  const it = mentions[at];
  const previous = mentions[at - 1];
  if (!it) return null;
  if (previous?.act === 'base' && previous.clause === it.clause) return { whole: previous.figure, doubt: null };
  const listed = sums.find((sum) => sum.terms.some((term) => term.figure === part.figure));
  if (core(it.base) === '') return listed ? { whole: listed.total, doubt: null } : null;
  const earlier = mentions
    .slice(0, at)
    .filter((m) => isLevel(m) && m !== part && sameMeasure(m.figure, part.figure))
    .reverse();
  const named = earlier.find((m) => means(it.base, m.subject));
  if (named) return { whole: named.figure, doubt: null };
  return listed && means(it.base, '') ? { whole: listed.total, doubt: unsure } : null;
}

function wholeOfCompletion(mentions: readonly Mention[], at: number, part: Mention): Denominator | null {
  const it = mentions[at];
  if (!it) return null;
  const previous = mentions[at - 1];
  if (previous?.act === 'base' && previous.clause === it.clause) return { whole: previous.figure, doubt: null };
  const plan = plannedBy(it.base);
  const whole = mentions
    .slice(Math.max(0, at - 4), at)
    .findLast(
      (m) => isLevel(m) && m !== part && m.sentence >= it.sentence - 1 && sameMeasure(m.figure, part.figure) && plan.test(m.subject),
    );
  return whole ? { whole: whole.figure, doubt: null } : null;
}

/** The level that a share or completion is of: what it is about; in 分别占…, the member of the list in the same position. */
function partOf(mentions: readonly Mention[], at: number): Mention | null {
  const it = mentions[at];
  if (!it) return null;
  if (it.group !== null) {
    const members = mentions.flatMap((m, i) => (m.group === it.group ? [i] : []));
    const first = members[0] ?? at;
    const levels = mentions.slice(0, first).filter(isLevel).slice(-members.length);
    if (members.length > 1 && levels.length === members.length) return levels[members.indexOf(at)] ?? null;
  }
  const about = it.about === null ? null : mentions[it.about];
  return about && isLevel(about) ? about : null;
}

/** Shares and completion rates beside their two figures: 占…的84.06%, 完成年初预算的106.76%. */
export function sharesIn({ mentions }: Passage, sums: readonly SumRelation[]): ShareRelation[] {
  const found: ShareRelation[] = [];
  mentions.forEach((it, at) => {
    if ((it.act !== 'share' && it.act !== 'completion') || !printed(it.figure)) return;
    const part = partOf(mentions, at);
    if (!part || !printed(part.figure)) return;
    if (it.act === 'completion' && /预算/.test(part.subject) && !/决算|执行|完成|支出$/.test(part.subject)) return;
    const denominator = it.act === 'share' ? wholeOfShare(mentions, at, part, sums) : wholeOfCompletion(mentions, at, part);
    if (!denominator || denominator.whole === part.figure || !sameMeasure(denominator.whole, part.figure)) return;
    const check = it.act === 'share' ? 'share-of-total' : 'completion-rate';
    found.push({ kind: 'share', check, rate: it.figure, part: part.figure, ...denominator });
  });
  return found;
}
