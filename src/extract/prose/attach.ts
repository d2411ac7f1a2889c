import { absolute, compare, parseDecimal, subtract } from '../../model/decimal.js';
import { makes, plus } from '../../model/printed.js';
import type { Act, Mention } from '../../model/reading.js';
import type { Reading } from './act.js';
import type { Clause } from './clauses.js';
import type { Series } from './series.js';
import { withoutStage } from './topic.js';
import type { CueWords } from './words.js';

const empty = /^(?:的|为|了|数|额|也|则|均|又|再|支出|收入|分别|各|也|仅|只)*$/;
/** How many figures back a level may stand. */
const farthest = 64;

/** Whether the words before a figure name something of their own, rather than go on about the figure before. */
const names = (words: string): boolean => words.length >= 2 && !empty.test(words);

/** “三公”经费支出决算数 and “三公”经费财政拨款支出决算 are one thing where one paragraph speaks of both. */
const plain = (name: string): string => name.replace(/财政拨款|[“”"]|数$/g, '');

/** Whether a shorter name means a longer one: 支总计 is 支出总计. */
function sameName(label: string, subject: string): boolean {
  if (plain(label) === plain(subject) && plain(label).length >= 4) return true;
  const [short, long] = label.length < subject.length ? [label, subject] : [subject, label];
  if (short.length < 2 || short.at(-1) !== long.at(-1)) return false;
  if (long.endsWith(short)) return true;
  let at = 0;
  for (const char of long) if (char === short[at]) at++;
  return short.length >= 3 && at === short.length && long.length <= short.length + 3;
}

const isLevel = (it: Mention): boolean => it.act === 'level' || it.act === 'to';

/** 其中甲5万元、乙3万元，较预算…: behind a list that 、 joins, a change is about what the list divides. */
function headOfList(levels: readonly Mention[], clause: Clause): Mention | null {
  if (!/^[^、]*[，,][^，,；;]*$/.test(clause.lead) || !/^\s*、/.test(levels.at(-1)?.lead ?? '')) return null;
  for (let at = levels.length - 1; at > 0; at--) {
    const it = levels[at];
    if (!it || it.sentence !== clause.sentence) return null;
    if (/其中/.test(it.lead)) return levels[at - 1] ?? null;
    if (!/^\s*、/.test(it.lead)) return null;
  }
  return null;
}

/** 全年接待30人，其中甲20人、乙10人；比上年…: behind parts that make their whole, a comparison is of the whole. */
function wholeMade(levels: readonly Mention[], { before, sentence }: Clause, { patterns }: CueWords): Mention | null {
  if (!patterns.compares.test(before)) return null;
  const at = levels.findLastIndex(({ figure }) => figure.role !== 'part');
  const [whole, parts] = [levels[at], levels.slice(at + 1)];
  if (whole?.sentence !== sentence || parts.length < 2) return null;
  return makes(whole.figure, plus(parts.map(({ figure }) => figure))) ? whole : null;
}

/** 在校学生1367人，其中农艺专业214人，比上年的1285人增加…: a printed earlier level is that of the whole where it is nearer to that than to the part. */
function wholeNearer(
  levels: readonly Mention[],
  part: Mention,
  { quantity, sentence }: Clause,
  act: Act,
): Mention | null {
  if (act !== 'base' || part.figure.role !== 'part') return null;
  const whole = levels.findLast(({ figure, sentence: at }) => figure.role !== 'part' && at === sentence);
  if (whole?.figure.unit !== quantity.unit || part.figure.unit !== quantity.unit) return null;
  const base = parseDecimal(quantity.value);
  const [ofWhole, ofPart] = [whole, part].map(({ figure }) => parseDecimal(figure.value));
  if (!base || !ofWhole || !ofPart) return null;
  return compare(absolute(subtract(ofWhole, base)), absolute(subtract(ofPart, base))) < 0 ? whole : null;
}

/** A sentence that begins with 比上年决算… goes on about the accounts that the sentence before it gave. */
function accountsBefore(levels: readonly Mention[], base: string, cues: CueWords): Mention | null {
  if (!/决算/.test(base) || withoutStage(base, cues) === null) return null;
  const accounts = levels.filter((it) => /决算/.test(it.figure.label));
  return accounts.length === 1 ? (accounts[0] ?? null) : null;
}

/** What a sentence gives that gives one level, or one and its 其中: what the sentence behind it goes on about. */
function wholeOf([first, ...parts]: readonly Mention[]): Mention | null {
  const lists = parts.map(({ lead }) => lead.includes('其中'));
  return first && (parts.length === 0 || lists.lastIndexOf(true) === 0) ? first : null;
}

function memberOf(levels: readonly Mention[], clause: Clause, series: Series, rank: number): Mention | null {
  const last = levels.findLast((it) => it.group !== null)?.group ?? null;
  const members = levels.filter((it) => it.group === last && last !== null);
  if (members.length === series.size) return members[rank] ?? null;
  const near = levels.filter((it) => it.sentence === clause.sentence && it.depth <= clause.depth).slice(-series.size);
  return near.length === series.size ? (near[rank] ?? null) : null;
}

/** The level that a change, share or completion belongs to: the one its own words name, else the nearest before it in its sentence. */
export function levelBefore(
  mentions: readonly Mention[],
  clause: Clause,
  reading: Reading,
  subject: string,
  series: Series | null,
  rank: number,
  cues: CueWords,
): Mention | null {
  const levels = mentions.slice(-farthest).filter(isLevel);
  const named = (series?.names.length ?? 0) > 0;
  const member = series && !named && memberOf(levels, clause, series, rank);
  if (member) return member;
  if (named) return levels.findLast((it) => sameName(it.subject, series?.names[rank] ?? '')) ?? null;
  if (names(subject)) {
    const own = levels.findLast((it) => it.subject === subject);
    return own ?? levels.findLast((it) => sameName(it.subject, subject)) ?? null;
  }
  const last = mentions.at(-1);
  const goesOn = last !== undefined && last.sentence === clause.sentence;
  const change = reading.act === 'delta' || reading.act === 'growth';
  if (goesOn && change && (last.act === 'base' || (last.act === 'delta' && reading.act === 'growth'))) {
    if (last.about !== null) return mentions[last.about] ?? null;
    if (last.act === 'delta') return null;
  }
  const same = levels.findLast((it) => it.sentence === clause.sentence && it.depth <= clause.depth);
  if (same) {
    const whole = (): Mention | null =>
      headOfList(levels, clause) ?? wholeMade(levels, clause, cues) ?? wholeNearer(levels, same, clause, reading.act);
    return (series ? null : whole()) ?? same;
  }
  const earlier = levels.filter((it) => it.sentence === clause.sentence - 1);
  if (mentions.every((it) => it.sentence !== clause.sentence)) {
    const whole = wholeOf(earlier);
    if (whole) return whole;
  }
  const base = goesOn && last.act === 'base' ? last.base : reading.base;
  return accountsBefore(earlier, base, cues);
}

/** 由…个精简为…个: the figure before a change word with 为/到 is where the change began. */
export function isChangeTo(clause: Clause, previous: Clause | undefined, cues: CueWords): boolean {
  if (!previous || previous.clause !== clause.clause || previous.sentence !== clause.sentence) return false;
  if (previous.quantity.unit !== clause.quantity.unit || previous.quantity.kind !== clause.quantity.kind) return false;
  const change = cues.changeTo.exec(clause.before);
  if (!change) return false;
  return change[0].length > 1 && (/[由从]/.test(previous.before) || change[0].length >= 3);
}
