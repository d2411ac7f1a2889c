import type { Act, Mention } from '../../model/reading.js';
import type { Reading } from './act.js';
import type { Clause } from './clauses.js';
import { cleanLabel } from './label.js';
import { nounAfter } from './noun.js';
import { isBareStage, joined, ownerOf } from './topic.js';
import type { OwnName } from './own-name.js';
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
function withNoun(name: string, clause: Clause, around: Around, cues: CueWords): string {
  if (clause.quantity.kind !== 'count' || name === '') return name;
  if (!/的$/.test(clause.before) && !cues.outcomeAtEnd.test(name)) return name;
  if (/^(?:已|正在|尚未|未)/.test(name)) return name;
  const noun = nounBefore(around, clause, cues);
  return noun === '' || name.endsWith(noun) ? name : `${name}的${noun}`;
}

/** What a part is called outside its whole: 其中货物96万元 under 政府采购 is 货物采购. */
function partName(name: string, around: Around, cues: CueWords): string {
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
function nameless(clause: Clause, around: Around): string {
  const { kind } = clause.quantity;
  const last = around.mentions.at(-1);
  if (/小写|大写/.test(clause.lead)) return last?.figure.label ?? '';
  if (clause.depth > 0 && last && last.depth < clause.depth) return last.figure.kind === kind ? last.figure.label : '';
  return kind === 'count' ? namelessCount(clause, around) : kind === 'money' ? around.topic : '';
}

function levelName(own: OwnName, clause: Clause, around: Around, cues: CueWords): string {
  const { kind, unitText } = clause.quantity;
  const counted = kind === 'count' || unitText === '成' ? nounAfter(clause.after, cues) : '';
  if (counted !== '') return counted;
  const bare = own.name !== '' && isBareStage(own.name, cues);
  const owner = bare ? ownerOf(around.mentions, around.item, cues) : '';
  let name = bare ? joined(owner, own.name) : withNoun(partName(own.name, around, cues), clause, around, cues);
  if (name === '' || /^(?:小写|大写)$/.test(name)) name = nameless(clause, around) + name;
  if (/^涉及?.{0,4}(?:金额|资金)$/.test(name)) {
    const whole = around.mentions.at(-1)?.figure.label ?? '';
    if (whole.includes('的') && around.mentions.at(-1)?.figure.kind === 'count') name = whole + name;
  }
  if (/^(?:折合|约合|折算)/.test(own.name) || /(?:折合|约合|折算)(?:人民币|约)*$/.test(clause.before)) name += '折合';
  if (own.time !== '') name = own.time + name;
  if (cues.namingUnits.has(unitText) && !name.endsWith(unitText)) name += unitText;
  if (name !== '' && around.targets && kind !== 'number') return /目标$/.test(name) ? name : `${name}目标`;
  return name !== '' && own.bound !== null ? `${name}${own.bound === 'most' ? '上限' : '下限'}` : name;
}

const usual = { increase: { delta: '增加', growth: '增长' }, decrease: { delta: '减少', growth: '下降' } } as const;

/** The verb of a change as printed; a single character is said in full. */
function changeWord(act: 'delta' | 'growth', { direction }: Reading, clause: Clause, cues: CueWords): string {
  const pattern = direction === 'decrease' ? cues.decreaseAtEnd : cues.increaseAtEnd;
  const printed = pattern.exec(clause.before)?.[1] ?? '';
  return printed.length >= 2 ? printed : usual[direction ?? 'increase'][act];
}

const stageOnly = /(?:年初|全年|调整)?(?:预算|决算)数?$/;

/** 完成预算 said of nothing else, as the reader finds it. */
function bareCompletion(clause: Clause, reading: Reading, cues: CueWords): string {
  const done = reading.base !== '' && /完成了?$/.test(clause.before);
  return done ? `${cleanLabel(reading.base, cues)}完成率` : cleanLabel(clause.before, cues);
}

function completionName(clause: Clause, reading: Reading, whole: string): string {
  const subject = whole.replace(stageOnly, '') || whole;
  const plan =
    /(?:占|完成|实现|达到|为)?([^占完成实现达到为]*(?:预算|计划|任务|目标))[^预算计划任务目标]*$/.exec(
      reading.base || clause.before,
    )?.[1] ?? '';
  const short = plan.length > 8 || plan === '' ? '' : plan;
  if (/占[^占]*$/.test(clause.before)) return `${subject}占${short}比率`;
  return /预算/.test(short) ? `${subject}完成${short}比例` : `${subject}${short}完成率`;
}

/** The label that a careful reader would give to a figure; empty where nothing names it. */
export function nameOf(clause: Clause, reading: Reading, own: OwnName, around: Around, cues: CueWords): string {
  const about = around.about?.figure.label ?? '';
  const subject = own.name || about || (around.mentions.length > 0 ? around.topic : '');
  const act: Act = reading.act;
  switch (act) {
    case 'delta':
    case 'growth': {
      const verb = changeWord(act, reading, clause, cues);
      return `${subject}${verb}${act === 'growth' && clause.quantity.kind === 'percent' && !verb.endsWith('幅') ? '率' : ''}`;
    }
    case 'share':
      return `${subject}占比`;
    case 'completion':
      return subject === '' || isBareStage(subject, cues)
        ? bareCompletion(clause, reading, cues)
        : completionName(clause, reading, subject);
    case 'from':
      return `${own.time}${own.name || subject}`;
    case 'to':
      return own.name || (around.mentions.at(-1)?.figure.label ?? about).replace(/^(?:上年|去年|上期|年初|期初)/, '');
    case 'base': {
      const time = /^(?:上年|去年|上期|上年同期|去年同期)/.exec(clause.before.replace(/^[比较与]/, ''))?.[0] ?? '';
      if (own.name === '' && about !== '' && time !== '') return `${time}${about}`;
      return levelName(own, clause, around, cues) || about;
    }
    case 'level':
    case 'rate':
      return levelName(own, clause, around, cues) || about;
  }
}
