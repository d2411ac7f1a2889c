import { withoutBudgetNames } from '../../model/plan.js';
import type { Mention } from '../../model/reading.js';
import { isItem, itemName } from './label.js';
import type { CueWords } from './words.js';

/** How far back a bare label looks for what it belongs to. */
const farthest = 24;

/**
 * What is left of a label when the stage at its end is taken off: 三公经费年初预算 → 三公经费; null where no stage stands there. 预算 in
 * a budget's own name is none: 一般公共预算收入.
 */
export function withoutStage(label: string, cues: CueWords): string | null {
  const match = cues.stageAtEnd.exec(label);
  if (!match || (/^预算(?:收入|支出)?$/.test(match[0]) && !/预算/.test(withoutBudgetNames(label)))) return null;
  return label.slice(0, match.index);
}

/** Whether a label is a stage and nothing more, so that it belongs to something named elsewhere. */
export const isBareStage = (label: string, cues: CueWords): boolean => withoutStage(label, cues) === '';

/** Joins an owner and a stage that share words: 财政拨款支出 + 支出决算 → 财政拨款支出决算. */
export function joined(owner: string, label: string): string {
  for (let length = Math.min(owner.length, label.length); length >= 2; length--) {
    if (owner.endsWith(label.slice(0, length))) return owner + label.slice(length);
  }
  return owner + label;
}

/** What has stages: money that is planned and spent. */
const flow = /(?:支出|收入|经费|费用?|资金|采购|补助|补贴)$/;

/** The level right before in the sentence, where it was given without a stage: 公务接待费支出2万元，年初预算3万元. */
export function levelJustBefore(
  mentions: readonly Mention[],
  { sentence, depth }: { readonly sentence: number; readonly depth: number },
  cues: CueWords,
): string {
  const last = mentions.findLast((it) => it.sentence === sentence && it.depth <= depth && it.act === 'level');
  const label = last?.figure.kind === 'money' ? last.figure.label : '';
  return flow.test(label) && withoutStage(label, cues) !== '' ? label : '';
}

/** The side that words speak of last: 收入 of 财政补贴收入决算数. */
const sideOf = (words: string): string | undefined => words.match(/收入|支出/g)?.at(-1);

/** 收入预算 and 支出决算 are stages of two things. */
function contradicts(label: string, stage: string): boolean {
  const [one, other] = [sideOf(label), sideOf(stage)];
  return one !== undefined && other !== undefined && one !== other;
}

/**
 * What a bare stage (支出决算) is a stage of: the last thing in its paragraph that was given with a stage, else the budget item, else what
 * its sentence just spoke of.
 */
export function ownerOf(
  stage: string,
  mentions: readonly Mention[],
  item: string,
  place: { readonly sentence: number; readonly depth: number },
  cues: CueWords,
): string {
  for (let at = mentions.length - 1; at >= Math.max(0, mentions.length - farthest); at--) {
    const { act, figure } = mentions[at] ?? {};
    if (!figure || (act !== 'level' && act !== 'to')) continue;
    const owner = withoutStage(figure.label, cues);
    if (owner === null || contradicts(figure.label, stage)) continue;
    if (owner !== '') return owner;
    // 本年支出预算数5万元，决算数4万元: of the side that the stage before said
    const side = /^.*?(?:支出|收入)(?=预算|决算|执行)/.exec(figure.label)?.[0];
    if (side !== undefined) return side;
  }
  return item || levelJustBefore(mentions, place, cues);
}

/** The budget item that words name by its levels; empty where they name none. */
export function itemIn(words: string, cues: CueWords): string {
  if (!isItem(words)) return '';
  const name = itemName(words.replace(/[。：:；;”]+$/, ''));
  return withoutStage(name, cues) ?? name;
}

const titleEnd =
  /(?:财政拨款)?(?:支出|收入)?(?:预算|决算)?(?:支出|收入)?(?:总体|具体|结构|执行)?(?:安排)?(?:情况)?(?:的?说明)?[。：:]?$/;
const general =
  /^(?:总体|具体|资金|项目|预算|决算|收入|支出|收支|财政拨款|部门|单位|整体|基本|执行|使用|安排|概况|其他|年度|\d+|年)*$/;

/** What a section's title says that it is about (“三公”经费 of “三公”经费支出决算情况说明); empty where that is no one thing. */
export function subjectOfTitle(title: string): string {
  const end = titleEnd.exec(title)?.[0] ?? '';
  const named = /^预算(?:收入|支出)?/.exec(end)?.[0] ?? '';
  const rest = title.slice(0, title.length - end.length);
  const subject = named !== '' && !/预算/.test(withoutBudgetNames(rest + named)) ? rest + named : rest;
  return subject.length > 20 || general.test(subject) || /[，,。；、]|情况|说明|目标|问题|建议|措施/.test(subject)
    ? ''
    : subject;
}

/** What a sentence says first that it looks at: “三公”经费 of 从“三公”经费看，…; `lead` are the words before its first figure. */
export function openingOf(lead: string, { patterns }: CueWords): string {
  const words = lead.replace(/\s+/g, '').replace(/^.*[。！？!?]/s, '');
  return patterns.opening.exec(words)?.[1]?.replace(/^(?:在|其)/, '') ?? '';
}
