import { withoutBudgetNames } from '../../model/plan.js';
import type { Act, Direction } from '../../model/reading.js';
import type { Clause } from './clauses.js';
import type { CueWords } from './words.js';

export interface Reading {
  readonly act: Act;
  readonly direction: Direction | null;
  /** What a share, completion or comparison is of, as printed. */
  readonly base: string;
  /** The words before the figure that name its subject: without verb, comparison and base. */
  readonly subject: string;
}

const plain = (act: Act, subject: string, base = ''): Reading => ({ act, direction: null, base, subject });

/** Takes a comparison (比上年决算数, 与2021年度预算相比) off the words; what stands before it is the subject. */
function withoutComparison(words: string, cues: CueWords): { readonly subject: string; readonly base: string } {
  const at = words.search(cues.comparison);
  if (at < 0) return { subject: words, base: '' };
  const base = words
    .slice(at)
    .replace(/^(?:比|较|与|同比|环比|相比)+/, '')
    .replace(/相比$/, '');
  return { subject: words.slice(0, at), base };
}

/** What is compared, where it stands in the clause of what it is compared with: 学生|比上年的90人. */
export function comparedIn({ before, after }: Clause, cues: CueWords): string {
  const multiplied = after === '的' ? cues.patterns.multiplied_prior.exec(before)?.[1] : undefined;
  if (multiplied !== undefined) return multiplied;
  const at = before.search(cues.comparison);
  return at > 0 ? before.slice(0, at) : '';
}

interface Change {
  readonly direction: Direction;
  readonly verb: string;
  readonly rest: string;
}

function changeAtEnd(words: string, cues: CueWords): Change | null {
  for (const [direction, pattern] of [
    ['increase', cues.increaseAtEnd],
    ['decrease', cues.decreaseAtEnd],
  ] as const) {
    const match = pattern.exec(words);
    if (match) return { direction, verb: match[1] ?? '', rest: words.slice(0, match.index) };
  }
  return null;
}

/** What stands before 1.8倍 where it says how many times a level is another: 是1997年的. */
export const timesOf = /^(?:是|为|达|达到|相当于|等于)*(?:上年|去年|上期|基期)?(?:同期)?的?$/;

const share = /^(.*?)占(?!用|比|地(?!区|方))(.*?)的?(?:比重|比例|比率|份额)?(?:为|达到|达|约|近|超过|超|比)*$/;
const shareNamed = /^(.*?)(?:的?占比|所占比[例重]|的?比重)(?:为|达到|达|约|近|是)*$/;
/** 上年为186件: a level of the year before, named by nothing but its year. */
const priorLevel =
  /^(?:上年|去年|上年度|上期|上一年|上年同期|去年同期)(?:决算|预算|执行|同期|支出|收入)*数?(?:为|是)?$/;
const planDone = /^(.*?(?:预算|计划|任务|目标)[^，]*?)完成(?:了|率达|率为|率)?$/;
const completion = /^(.*?)(?:完成|实现|达到|为|是|占)(.*(?:预算|计划|任务|目标)[^，]*?)的?$/;

/** 完成年初预算数|500万元的40%: the plan that a rate behind it is of. */
const planReached = /(?:完成|实现|达到|达)了?([^完成实现达到]*(?:预算|计划|任务|目标)[^完成实现达到]*)$/;

/** Whether a denominator is a plan, so that the rate says how much of it was reached; a part has its share of 总预算. */
function isPlanned(base: string): boolean {
  const words = withoutBudgetNames(base);
  return /预算|计划/.test(words) && !/支出预算|收入预算|总预算|支出总|收入总/.test(words);
}

/** `of` is what the figure right before is called that this one is a rate of: 完成年初预算数500万元的. */
function readPercent({ before, quantity }: Clause, cues: CueWords, of: string | null): Reading {
  if (quantity.kind === 'multiple' && timesOf.test(before)) return plain('rate', '');
  if (of !== null && /^的?(?:比重|比例)?(?:为|达|约)*$/.test(before))
    return plain(isPlanned(of) ? 'completion' : 'share', '', isPlanned(of) ? of : '');
  const partOf = share.exec(before);
  if (partOf) {
    const [, subject = '', base = ''] = partOf;
    return plain(isPlanned(base) ? 'completion' : 'share', subject, base);
  }
  const named = shareNamed.exec(before);
  if (named) return plain('share', named[1] ?? '');
  const done = completion.exec(before);
  if (done && !/率$/.test(before)) return plain('completion', done[1] ?? '', done[2] ?? '');
  const planned = planDone.exec(before);
  if (planned && !/率/.test(before)) return plain('completion', '', planned[1] ?? '');
  if (/[比较](?:.*(?:进度|时序|水平|平均))[快慢高低]$/.test(before)) return plain('rate', before);
  const change = changeAtEnd(before, cues);
  if (change && !/新$/.test(change.rest)) {
    const { subject, base } = withoutComparison(change.rest.replace(/(?:分别|各|再|又)+$/, ''), cues);
    return { act: 'growth', direction: change.direction, base, subject };
  }
  return plain(/(?:率|比例|度|比)(?:为|达到|达|约|近|超过|是|高达)*$/.test(before) ? 'rate' : 'level', before);
}

function readAmount(clause: Clause, cues: CueWords, compared: boolean): Reading {
  const { before, after } = clause;
  const change = changeAtEnd(before, cues);
  if (change && !/(?:新|其中|加)$/.test(change.rest)) {
    const { subject, base } = withoutComparison(change.rest.replace(/(?:分别|各|再|又)+$/, ''), cues);
    // 层高约4.3米: a single character may also end a noun
    if (change.verb.length > 1 || compared) return { act: 'delta', direction: change.direction, base, subject };
  }
  if (/^[与和同]/.test(before) && /^相比/.test(after)) return plain('base', before.slice(1), before.slice(1));
  const earlier = after === '的' && cues.patterns.multiplied_prior.test(before) ? [before] : priorLevel.exec(before);
  if (earlier) return plain('base', before, before);
  const { subject, base } = withoutComparison(before, cues);
  if (base !== '') return plain('base', base, base);
  if (/^的(?:比重|比例)?/.test(after) && /(?:占|为|是)[^占为是]*$/.test(before)) {
    return plain('base', before.replace(/^.*(?:占|为|是)/, ''));
  }
  const reached = after === '的' ? planReached.exec(before) : null;
  if (reached) return plain('base', reached[1] ?? '');
  return plain('level', subject);
}

/** What a figure does in its clause. `previous` is the reading of the figure before it, when both stand in one sentence. */
export function readAct(clause: Clause, previous: Reading | null, cues: CueWords): Reading {
  const { kind, unit } = clause.quantity;
  const rate = (kind === 'percent' && unit === '%') || kind === 'multiple';
  const isOfBase = previous?.act === 'base' && clause.lead.trim().length <= 5;
  if (rate) return readPercent(clause, cues, isOfBase ? previous.subject : null);
  const compared = cues.comparison.test(clause.lead) || previous?.act === 'delta' || previous?.act === 'base';
  return readAmount(clause, cues, compared);
}
