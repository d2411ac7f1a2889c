import type { Paragraph } from '../../model/document.js';
import type { Quantity } from '../../model/quantity.js';
import type { Act, Mention, Passage } from '../../model/reading.js';
import type { Figure, Role } from '../../model/report.js';
import type { Prose } from '../../rulebook/prose.js';
import { readAct, type Reading } from './act.js';
import { clausesOf, type Clause } from './clauses.js';
import { cleanLabel, nounAfter } from './label.js';
import { seriesOf, type Series } from './series.js';
import { cueWords, type CueWords } from './words.js';

const suffix: Partial<Record<Act, string>> = { share: '占比', completion: '完成率' };
const notComparable = /可比价|可比口径|不变价|年均|平均每年|每年平均|扣除|剔除|同比例/;
const empty = /^(?:的|为|了|数|额|也|则|均|又|再|支出|收入|分别|各|也|仅|只)*$/;

/** Whether the words before a figure name something of their own, rather than go on about the figure before. */
const names = (words: string): boolean => words.length >= 2 && !empty.test(words);

/** Whether a shorter name means a longer one: 支总计 is 支出总计. */
function sameName(label: string, subject: string): boolean {
  const [short, long] = label.length < subject.length ? [label, subject] : [subject, label];
  if (short.length < 2 || short.at(-1) !== long.at(-1)) return false;
  if (long.endsWith(short)) return true;
  let at = 0;
  for (const char of long) if (char === short[at]) at++;
  return short.length >= 3 && at === short.length && long.length <= short.length + 3;
}

/** The level that a change, share or completion belongs to: the one its own words name, else the nearest before it in its sentence. */
function levelBefore(mentions: readonly Mention[], clause: Clause, subject: string, series: Series | null, rank: number): Mention | null {
  const levels = mentions.filter((it) => it.act === 'level' || it.act === 'to');
  if (series) {
    const last = levels.findLast((it) => it.group !== null)?.group ?? null;
    const members = levels.filter((it) => it.group === last && last !== null);
    if (members.length === series.size) return members[rank] ?? null;
    const near = levels.filter((it) => it.sentence === clause.sentence && it.depth <= clause.depth).slice(-series.size);
    if (near.length === series.size) return near[rank] ?? null;
  }
  if (names(subject)) return levels.findLast((it) => sameName(it.subject, subject)) ?? null;
  const same = levels.findLast((it) => it.sentence === clause.sentence && it.depth <= clause.depth);
  if (same) return same;
  const earlier = levels.filter((it) => it.sentence === clause.sentence - 1);
  return earlier.length === 1 && mentions.every((it) => it.sentence !== clause.sentence) ? (earlier[0] ?? null) : null;
}

function labelOf(clause: Clause, reading: Reading, subject: string, cues: CueWords): string {
  const own = cleanLabel(reading.subject, cues);
  switch (reading.act) {
    case 'level':
    case 'base':
    case 'from':
    case 'to':
    case 'rate': {
      const counted = clause.quantity.kind === 'count' ? nounAfter(clause.after, cues) : '';
      return counted || own || subject;
    }
    case 'delta':
      return `${own || subject}${reading.direction === 'increase' ? '增加' : '减少'}`;
    case 'growth':
      return `${own || subject}${reading.direction === 'increase' ? '增长' : '下降'}`;
    case 'share':
    case 'completion': {
      const said = reading.act === 'completion' && own === '' ? cleanLabel(clause.before, cues) : '';
      return said.length > 2 ? said : `${own || subject}${suffix[reading.act] ?? ''}`;
    }
  }
}

/** 由…个精简为…个: the figure before a change word with 为/到 is where the change began. */
function isChangeTo(clause: Clause, previous: Mention | undefined, cues: CueWords): boolean {
  if (!previous || previous.clause !== clause.clause || previous.sentence !== clause.sentence) return false;
  if (previous.figure.unit !== clause.quantity.unit || previous.figure.kind !== clause.quantity.kind) return false;
  const change = cues.changeTo.exec(clause.before);
  if (!change) return false;
  return change[0].length > 1 && (/[由从]/.test(previous.before) || change[0].length >= 3);
}

const roles: Partial<Record<Act, Role>> = {
  delta: 'delta',
  growth: 'rate',
  share: 'rate',
  completion: 'rate',
  rate: 'rate',
  from: 'before',
  to: 'after',
};

function roleOf(act: Act, clause: Clause): Role | null {
  const role = roles[act] ?? null;
  if (role !== null || act === 'base') return role;
  if (/(?:合计|共计|总计|总额|总数)(?:为|达|是)?$/.test(clause.before)) return 'total';
  return /其中/.test(clause.lead) ? 'part' : null;
}

export type Place = Pick<Figure, 'label' | 'role'>;

/**
 * Reads a paragraph's figures in order: what each does in its sentence, what it is about, and its label.
 * `figureOf` makes the Report's figure once its label is known.
 */
export function readPassage(
  block: Paragraph,
  quantities: readonly Quantity[],
  heading: string | null,
  prose: Prose,
  figureOf: (quantity: Quantity, place: Place) => Figure,
): Passage {
  const cues = cueWords(prose);
  const mentions: Mention[] = [];
  const clauses = clausesOf(block.text, quantities);
  const series = seriesOf(clauses);
  let previous: Reading | null = null;
  let sentence = -1;
  let comparability = false;
  clauses.forEach((clause, at) => {
    if (clause.sentence !== sentence) [previous, comparability, sentence] = [null, false, clause.sentence];
    comparability = (comparability && !/[；;]/.test(clause.lead)) || notComparable.test(clause.lead);
    const own = series[at] ?? null;
    const rank = own ? at - own.first : 0;
    let reading: Reading = own && rank > 0 && previous ? { ...previous, subject: '' } : readAct(clause, previous, cues);
    const last = mentions.at(-1);
    if (last && rank === 0 && isChangeTo(clause, last, cues)) {
      mentions[mentions.length - 1] = { ...last, act: 'from' };
      reading = { act: 'to', direction: null, base: '', subject: clause.before.replace(cues.changeTo, '') };
    }
    const about =
      reading.act === 'level' ? null : levelBefore(mentions, clause, cleanLabel(reading.subject, cues), own, rank);
    const named = own?.names[rank] ?? (own && rank > 0 && reading.act === 'level' ? last?.subject : undefined);
    const subject = named ?? (reading.act === 'to' ? (last?.subject ?? '') : (about?.subject ?? ''));
    const label = named !== undefined && reading.act === 'level' ? cleanLabel(named, cues) : labelOf(clause, reading, subject, cues);
    mentions.push({
      figure: figureOf(clause.quantity, { label, role: roleOf(reading.act, clause) }),
      act: reading.act,
      lead: clause.lead,
      before: clause.before,
      after: clause.after,
      sentence: clause.sentence,
      clause: clause.clause,
      depth: clause.depth,
      direction: reading.direction,
      base: reading.base,
      subject: reading.act === 'level' || reading.act === 'base' || reading.act === 'from' ? label : subject || label,
      about: about ? mentions.findIndex((it) => it.figure.id === about.figure.id) : null,
      notComparable: comparability,
      group: own ? own.first : null,
    });
    previous = reading;
  });
  return { block: block.id, text: block.text, heading, mentions };
}
