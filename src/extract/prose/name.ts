import type { Act } from '../../model/reading.js';
import { comparedIn, timesOf, type Reading } from './act.js';
import type { Clause } from './clauses.js';
import { cleanLabel } from './label.js';
import { nameless as borrowed, partName, stateName, withNoun, type Around } from './borrowed-name.js';
import { nounAfter } from './noun.js';
import { inFull, isUnspecific } from './in-full.js';
import { isBareStage, joined, levelJustBefore } from './topic.js';
import { elided, planned, withHead } from './in-list.js';
import { aimed, gradeBound, moneyAct, standardFor, treated, withMeasure } from './named-by-after.js';
import type { OwnName } from './own-name.js';
import type { CueWords } from './words.js';

function levelName(own: OwnName, clause: Clause, around: Around, cues: CueWords): string {
  const { kind, unitText } = clause.quantity;
  const said =
    gradeBound(clause, cues) ||
    aimed(clause, around, cues) ||
    standardFor(clause, cues) ||
    stateName(clause, around, cues);
  if (said !== '') return said;
  const scaled = kind === 'number' && /[万亿]/.test(unitText);
  const nameless = kind === 'dimension' && own.name === '';
  const counted = kind === 'count' || scaled || nameless || unitText === '成' ? nounAfter(clause.after, cues) : '';
  if (counted !== '') return treated(clause, cues) + counted;
  const given =
    kind === 'money' && (own.name === '' || cues.patterns.doing.test(own.name)) ? nounAfter(clause.after, cues) : '';
  if (given.length >= 3) return given;
  let name = isUnspecific(own.name, cues)
    ? inFull(own.name, clause, around, cues)
    : withHead(
        withNoun(elided(partName(own.name, around, cues), clause, around, cues), clause, around, cues),
        clause,
        around,
        cues,
      );
  if (name === '' || /^(?:小写|大写)$/.test(name)) name = borrowed(clause, around) + name;
  if (/^涉及?.{0,4}(?:金额|资金)$/.test(name)) {
    const whole = around.mentions.at(-1)?.figure.label ?? '';
    if (whole.includes('的') && around.mentions.at(-1)?.figure.kind === 'count') name = whole + name;
  }
  if (/^(?:折合|约合|折算)/.test(own.name) || /(?:折合|约合|折算)(?:人民币|约)*$/.test(clause.before)) name += '折合';
  if (name === '' && kind === 'money') name = moneyAct(clause, cues);
  if (own.time !== '') name = own.time + name;
  name = planned(name, clause, around, cues);
  name = withMeasure(name, clause, cues);
  const holding = kind === 'percent' ? /^的?(股权|股份|权益|表决权|份额)/.exec(clause.after) : null;
  if (name !== '' && holding) name = `${name.replace(/合计$/, '')}${holding[1] ?? ''}比例`;
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

/** 占年初预算10065万元的43.2%: a share of a plan is how much of it was reached. */
function shareName(subject: string, { mentions }: Around, clause: Clause): string {
  const last = mentions.at(-1);
  const plan =
    last?.act === 'base' && last.sentence === clause.sentence
      ? /(?:年初|调整后?|全年)?(?:预算|计划|任务|目标)数?$/.exec(last.before)?.[0]
      : undefined;
  return plan === undefined ? `${subject}占比` : `${subject}完成${plan}比例`;
}

const earlier = /^(?:上年|去年|上期|年初|期初|\d{4}年)/;

/** 比2022年的341万元: the year of what is compared, as 上年 where the text is about the one after it; empty where none is named. */
function yearBefore({ year }: Clause, around: Around): string {
  if (year === null) return '';
  return around.year === year + 1 ? '上年' : `${year}年`;
}

/** What the figure before was the earlier level or the change of: 学生比|上年的90人|增加8人. */
function comparedBefore({ mentions }: Around, clause: Clause, cues: CueWords): string {
  const last = mentions.at(-1);
  if (!last || last.sentence !== clause.sentence) return '';
  const { label } = last.figure;
  if (last.act === 'delta') return label.replace(cues.increaseAtEnd, '').replace(cues.decreaseAtEnd, '');
  return last.act === 'base' && earlier.test(label) ? label.replace(earlier, '') : '';
}

/** Whether the sentence gave one level only, so that a change in it can be of nothing else. */
const isSoleLevel = ({ mentions }: Around, { sentence }: Clause): boolean =>
  mentions.filter((it) => it.sentence === sentence && it.act === 'level').length <= 1;

const reached = /^(?:为|达|达到|增至|减至|升至|降至|提高到|增加到|减少到|上升到|下降到)$/;

/** 是1997年的1.8倍: how many times the level before it. */
function timesName({ quantity, sentence, before }: Clause, { mentions }: Around): string {
  if (quantity.kind !== 'multiple' || !timesOf.test(before)) return '';
  const level = mentions.findLast((it) => it.sentence === sentence && it.act === 'level');
  return level && level.figure.label !== '' ? `${level.figure.label}倍数` : '';
}

/** 上升3个百分点，达到51.2%: what changed before. */
const reachedName = (clause: Clause, around: Around, cues: CueWords): string =>
  reached.test(clause.before) ? comparedBefore(around, clause, cues) : '';

/** The label that a careful reader would give to a figure; empty where nothing names it. */
export function nameOf(clause: Clause, reading: Reading, own: OwnName, around: Around, cues: CueWords): string {
  const about = around.about?.figure.label ?? '';
  const subject =
    inFull(own.name, clause, around, cues) ||
    about ||
    comparedBefore(around, clause, cues) ||
    (isSoleLevel(around, clause) ? around.topic : '');
  const act: Act = reading.act;
  switch (act) {
    case 'delta':
    case 'growth': {
      const verb = changeWord(act, reading, clause, cues);
      return `${subject}${verb}${act === 'growth' && clause.quantity.kind === 'percent' && !verb.endsWith('幅') ? '率' : ''}`;
    }
    case 'share':
      return shareName(subject, around, clause);
    case 'completion':
      return subject === '' || isBareStage(subject, cues)
        ? bareCompletion(clause, reading, cues)
        : completionName(clause, reading, subject);
    case 'from':
      return `${own.time}${own.name || subject}`;
    case 'to':
      return own.name || (around.mentions.at(-1)?.figure.label ?? about).replace(earlier, '');
    case 'base': {
      const time = /(?:^|[比较与]|[为是于到])(上年|去年|上期)(?:同期)?[的为是]?$/.exec(clause.before)?.[1] ?? '';
      const compared = cleanLabel(comparedIn(clause, cues), cues) || (own.name === '' ? about : '');
      const when = time || (own.name === '' ? yearBefore(clause, around) : '');
      if (compared !== '' && when !== '') return `${when}${compared}`;
      const aimOf = compared || (cues.comparison.test(clause.before) ? about : '');
      if (aimOf !== '' && isUnspecific(own.name, cues) && !isBareStage(own.name, cues)) return joined(aimOf, own.name);
      const said = isBareStage(own.name, cues) ? levelJustBefore(around.mentions, clause, cues) : '';
      if (said !== '') return joined(said, own.name);
      return levelName(own, clause, around, cues) || about;
    }
    case 'level':
    case 'rate':
      return (
        timesName(clause, around) || levelName(own, clause, around, cues) || about || reachedName(clause, around, cues)
      );
  }
}
