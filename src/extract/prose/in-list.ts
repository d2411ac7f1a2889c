import type { Around } from './borrowed-name.js';
import type { Clause } from './clauses.js';
import { headOf } from './noun.js';
import { segment } from './segment.js';
import type { CueWords } from './words.js';

/** 评价结果为优的14个、|良的15个: what the first of a list says for all of them stands before the others too. */
export function elided(name: string, clause: Clause, { mentions }: Around, { patterns }: CueWords): string {
  if (!patterns.graded_short.test(clause.before) || !/^\s*、/.test(clause.lead)) return name;
  for (let at = mentions.length - 1; at >= 0; at--) {
    const { before = '', lead = '' } = mentions[at] ?? {};
    const said = patterns.graded.exec(before)?.[1];
    if (said !== undefined) return said + name.replace(/的$/, '');
    if (!patterns.graded_short.test(before) || !/^\s*、/.test(lead)) return name;
  }
  return name;
}

/** Whether a name ends in what was done or what something is like, so that it names no thing: 在线运行, 停用待注销. */
const namesNoThing = (name: string): boolean => /^[va]/.test(segment(name).at(-1)?.tag ?? '');

/**
 * A part that is named by what tells it from the others gets the noun of its whole: 审计项目46个，其中政府投资|7个 is 政府投资项目. Names that
 * hold some of the noun, and things counted that have a noun of their own (现代农艺专业 of 在校学生), stay as they are.
 */
export function withHead(name: string, { quantity }: Clause, { whole }: Around, cues: CueWords): string {
  if (whole === null || name === '' || whole.figure.kind !== quantity.kind) return name;
  const { label, unit } = whole.figure;
  const counted = quantity.kind === 'count' && quantity.unit === unit && namesNoThing(name);
  const head = quantity.kind === 'money' ? (cues.sharedHead.exec(label)?.[1] ?? '') : counted ? headOf(label) : '';
  return head === '' || [...head].some((char) => name.includes(char)) ? name : name + head;
}

/** 计划接管农户1920户，|铺设管网40公里: verbs that follow what is planned are planned too. */
export function planned(
  name: string,
  { before, lead, sentence }: Clause,
  { mentions }: Around,
  { patterns: { plan, begun } }: CueWords,
): string {
  const last = mentions.at(-1);
  const said = last?.sentence === sentence ? plan.exec(last.figure.label)?.[0] : undefined;
  if (said === undefined) return name;
  if (!/^\s*[，,、]/.test(lead) || name.length < 4 || begun.test(before)) return name;
  return segment(before)[0]?.tag.startsWith('v') ? said + name : name;
}
