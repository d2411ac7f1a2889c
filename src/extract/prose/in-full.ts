import type { Mention } from '../../model/reading.js';
import type { Around } from './borrowed-name.js';
import type { Clause } from './clauses.js';
import { isBareStage, joined, ownerOf } from './topic.js';
import type { CueWords } from './words.js';

const isLevel = ({ act }: Mention): boolean => act === 'level' || act === 'to';

/** Whether a name says only the side, the stage or what came of a thing that its sentence named before: 支出, 年末滚存结余, 实际. */
export const isUnspecific = (name: string, cues: CueWords): boolean =>
  name !== '' && (cues.unspecific.whole.test(name) || isBareStage(name, cues));

/** A label without its stage, of which the side stays: 一般公共预算收入决算 → 一般公共预算收入. */
function withSide(label: string, cues: CueWords): string {
  const stage = cues.stageAtEnd.exec(label);
  if (!stage) return label;
  const side = /^(?:收入|支出)/.exec(stage[0])?.[0] ?? '';
  return label.slice(0, stage.index) + side;
}

/**
 * What a label is about, for a name of another side, stage or outcome of it: 社会保险基金 of 社会保险基金收入 where a balance is named. Empty
 * where the label does not end in what has sides and stages: 批准追加 names no thing.
 */
function thingIn(label: string, name: string, cues: CueWords): string {
  const { otherSide, atEnd, side, before, flow, balance, wide } = cues.unspecific;
  const staged = withSide(label, cues);
  const full = staged.replace(atEnd, '');
  if (!flow.test(full) && staged === label && !before.test(label)) return '';
  const plain = full.replace(before, '');
  const thing = otherSide.test(name) ? plain.replace(side, '').replace(atEnd, '') : plain;
  const tooWide = balance.test(name) && (wide.test(thing) || balance.test(thing));
  return thing.length < 2 || tooWide || isUnspecific(thing, cues) ? '' : thing;
}

/** Whether a figure goes on about the part right before it (其中市级收入30亿元，支出28亿元), rather than about the whole. */
const goesOnAbout = (last: Mention, { lead }: Clause, { patterns }: CueWords): boolean =>
  !/[；;]/.test(lead) && patterns.part_with_sides.test(last.figure.label);

/** The levels of a figure's sentence before it, those after the last semicolon first, each stretch in order. */
function levelsBefore({ mentions }: Around, clause: Clause): Mention[] {
  const stretches: Mention[][] = [[]];
  for (const it of mentions.filter(({ sentence }) => sentence === clause.sentence)) {
    if (/[；;]/.test(it.lead)) stretches.unshift([]);
    if (isLevel(it) && it.depth <= clause.depth && it.figure.kind === clause.quantity.kind) stretches[0]?.push(it);
  }
  return stretches.flat();
}

/**
 * What a figure without a name of its own is about: the thing that its sentence named, where it is no part of a list; else what the
 * sentence began with (从“三公”经费看); else, for a stage, what was given with a stage before it or what the heading names. Empty where
 * nothing tells.
 */
function thingOf(name: string, clause: Clause, around: Around, cues: CueWords): string {
  const { mentions } = around;
  const last = mentions.at(-1);
  if (cues.unspecific.total.test(name)) return around.opening;
  for (const it of last && goesOnAbout(last, clause, cues)
    ? [last, ...levelsBefore(around, clause)]
    : levelsBefore(around, clause)) {
    if (it.sentence !== clause.sentence || it.figure.role === 'total') continue;
    if (it.figure.role === 'part' && it !== last) continue;
    const thing = thingIn(it.figure.label, name, cues);
    if (thing !== '') return thing;
  }
  if (around.opening !== '') return around.opening;
  return isBareStage(name, cues) ? ownerOf(name, mentions, around.item, clause, cues) : '';
}

/**
 * A name that says only the side, stage or outcome gets its thing: 社会保险基金收入6.85亿元，|支出 is 社会保险基金支出; other names, and
 * those whose thing nothing tells, stay as they are.
 */
export function inFull(name: string, clause: Clause, around: Around, cues: CueWords): string {
  if (clause.quantity.kind === 'score' || !isUnspecific(name, cues)) return name;
  const thing = thingOf(name, clause, around, cues);
  if (thing === '') return name;
  if (clause.quantity.kind !== 'money' && cues.unspecific.done.test(clause.before)) return `${name}完成${thing}`;
  return cues.unspecific.before.test(name) ? name + thing : joined(thing, name);
}
