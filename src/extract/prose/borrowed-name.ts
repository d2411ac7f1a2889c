import type { Mention } from '../../model/reading.js';
import type { Clause } from './clauses.js';
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
  /** Whether the section states aims. */
  readonly targets: boolean;
}

/** The noun of an earlier count in the same unit: …调查问卷400份，…表示满意的359份. */
function nounBefore({ mentions }: Around, clause: Clause, cues: CueWords): string {
  const { unit, kind } = clause.quantity;
  if (unit === '人' || unit === '名') return '人数';
  const first = mentions.slice(-12).find((it) => it.figure.unit === unit && it.figure.kind === kind);
  return first?.figure.label.replace(cues.verbAtStart, '') ?? '';
}

/** A name that ends in a modifier or in what came of things gets their noun: 表示满意的 → 表示满意的问卷. */
export function withNoun(name: string, clause: Clause, around: Around, cues: CueWords): string {
  if (clause.quantity.kind !== 'count' || name === '') return name;
  if (!/的$/.test(clause.before) && !cues.outcomeAtEnd.test(name)) return name;
  if (/^(?:已|正在|尚未|未)/.test(name)) return name;
  const noun = nounBefore(around, clause, cues);
  return noun === '' || name.endsWith(noun) ? name : `${name}的${noun}`;
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
    /^[、，,和及]/.test(clause.lead.trim()) &&
    last.figure.unit !== unit
  )
    return unitText === '人'
      ? `${unsaid(last.figure.label, last.figure.unitText)}人数`
      : unsaid(last.figure.label, last.figure.unitText);
  if (around.topic !== '' && (unitText === '人' || unitText === '户' || /次$/.test(unitText)))
    return unitText.length === 1 ? `${around.topic}${unitText}数` : around.topic;
  return (
    around.mentions.slice(-12).findLast((it) => it.figure.unit === unit && it.sentence === clause.sentence)?.figure
      .label ?? ''
  );
}

/** A bare figure in a sentence about one thing: the thing, with its unit where that says what is counted. */
export function nameless(clause: Clause, around: Around): string {
  const { kind } = clause.quantity;
  const last = around.mentions.at(-1);
  if (/小写|大写/.test(clause.lead)) return last?.figure.label ?? '';
  if (clause.depth > 0 && last && last.depth < clause.depth) return last.figure.kind === kind ? last.figure.label : '';
  return kind === 'count' ? namelessCount(clause, around) : kind === 'money' ? around.topic : '';
}
