import type { Mention } from '../../model/reading.js';
import type { Clause } from './clauses.js';
import { endsInNoun, headOf } from './noun.js';
import type { CueWords } from './words.js';

/** What a figure's label may be taken from besides its own clause. */
export interface Around {
  readonly mentions: readonly Mention[];
  /** The level that a change, share or completion is about. */
  readonly about: Mention | null;
  /** The budget item that the paragraph speaks of; empty where none. */
  readonly item: string;
  /** What the sentence began to speak of. */
  readonly topic: string;
  /** What the sentence says first that it looks at (从“三公”经费看); empty where it says none. */
  readonly opening: string;
  /** What the list divides in which the figure is a part; null outside a list. */
  readonly whole: Mention | null;
  /** The year that the paragraph is about; null where it names none. */
  readonly year: number | null;
  /** Whether the section states aims. */
  readonly targets: boolean;
}

/** The noun of an earlier count in the same unit: …调查问卷400份，…表示满意的359份. */
function nounBefore({ mentions }: Around, clause: Clause, cues: CueWords): string {
  const { unit, kind } = clause.quantity;
  if (unit === '人' || unit === '名') return '人数';
  const first = mentions.slice(-12).find((it) => it.figure.unit === unit && it.figure.kind === kind);
  const noun = first?.figure.label.replace(cues.verbAtStart, '') ?? '';
  return endsInNoun(noun) ? (noun.length > 4 && headOf(noun)) || noun : '';
}

/** A name that ends in a modifier or in what came of things gets their noun: 表示满意的 → 表示满意的问卷. */
export function withNoun(name: string, clause: Clause, around: Around, cues: CueWords): string {
  if (clause.quantity.kind !== 'count' || name === '') return name;
  if (!/的$/.test(clause.before) && !cues.outcomeAtEnd.test(name)) return name;
  if (/^(?:已|正在|尚未|未)/.test(name)) return name;
  const noun = nounBefore(around, clause, cues);
  return noun === '' || name.endsWith(noun) ? name : `${name.replace(/的$/, '')}的${noun}`;
}

const state = /^(?:正在|尚在|仍在|还在|尚未|仍未|还未)[^，。；]{2,8}$/;

const become = /^(?:已|正在|尚|仍|还|未)/;

/** What became of one among several things: 发现问题十三个，…一个正在整改 is 正在整改的问题; empty where the words say none. */
export function stateName(clause: Clause, around: Around, cues: CueWords): string {
  const { kind, unit } = clause.quantity;
  if (kind !== 'count' || !state.test(clause.after)) return '';
  const whole = around.mentions.slice(-12).findLast((it) => it.figure.unit === unit && !become.test(it.figure.label));
  const noun = whole?.figure.label.replace(cues.verbAtStart, '') ?? '';
  return noun === '' ? clause.after : `${clause.after}的${noun}`;
}

/** What a part is called outside its whole: 其中货物96万元 under 政府采购 is 货物采购. */
export function partName(name: string, around: Around, cues: CueWords): string {
  const known = cues.partNames.get(name);
  if (!known) return name;
  return around.mentions.slice(-4).some((it) => it.figure.label.includes(known.within)) ? known.name : name;
}

const unsaid = (label: string, unitText: string): string =>
  label.endsWith(unitText) ? label.slice(0, -unitText.length) : label;

/** A bare count: what the count that it is joined to counts (86批次、611人次), else what its unit counted before. */
function namelessCount(clause: Clause, around: Around): string {
  const last = around.mentions.at(-1);
  const { unit, unitText } = clause.quantity;
  if (
    last?.figure.kind === 'count' &&
    last.sentence === clause.sentence &&
    /^(?:[、，,和及]|$)/.test(clause.lead.trim()) &&
    last.figure.unit !== unit
  )
    return unitText === '人'
      ? `${unsaid(last.figure.label, last.figure.unitText)}人数`
      : unsaid(last.figure.label, last.figure.unitText);
  if (around.topic !== '' && (unitText === '人' || unitText === '户' || /次$/.test(unitText)))
    return unitText.length === 1 ? `${around.topic}${unitText}数` : around.topic;
  const benefits = /(?:惠及|受益)[^，。；]{0,2}$/.test(clause.before);
  if (benefits && (unit === '人' || unit === '人次' || unit === '户')) return unit === '户' ? '受益户数' : '受益人数';
  return (
    around.mentions.slice(-12).findLast((it) => it.figure.unit === unit && it.sentence === clause.sentence)?.figure
      .label ?? ''
  );
}

/** A row of a table in plain text (税收收入 | 89275 | 7451): all its numbers are of what its first words name. */
function rowName({ lead }: Clause, last: Mention | undefined): string | null {
  const head = /([^|\t\n]*)[|\t]\s*$/.exec(lead)?.[1]?.trim();
  if (head === undefined) return null;
  return head === '' ? (last?.figure.label ?? '') : head.replace(/^其中[:：]?/, '');
}

/** 收入：792万元: what a colon sets before its figure. */
const beforeColon = /(?:^|[，,。；;、\s）)])([^，,。；;：:、\s（）()]{2,12})[：:]\s*$/;
const opensList = /其中|如下|分别|包括|方面|情况|构成|^(?:主要|具体|原因)/;

const inAll = /(?:共计|合计|总计|总共|一共)(?:为|达)?$/;

/** A bare figure in a sentence about one thing: the thing, with its unit where that says what is counted. */
export function nameless(clause: Clause, around: Around): string {
  const { kind } = clause.quantity;
  const last = around.mentions.at(-1);
  const row = rowName(clause, last);
  if (row !== null) return row;
  const named = beforeColon.exec(clause.lead)?.[1] ?? '';
  if (named !== '' && !opensList.test(named)) return named;
  const added = around.mentions.filter((it) => it.sentence === clause.sentence && it.figure.kind === kind);
  if (inAll.test(clause.before) && added.length > 1) return '合计';
  if (/小写|大写/.test(clause.lead)) return last?.figure.label ?? '';
  if (clause.depth > 0 && last && last.depth < clause.depth) return last.figure.kind === kind ? last.figure.label : '';
  return kind === 'count' ? namelessCount(clause, around) : kind === 'money' ? around.topic : '';
}
