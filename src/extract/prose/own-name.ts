import type { Reading } from './act.js';
import type { Clause } from './clauses.js';
import { cleanLabel } from './label.js';
import { isBareStage, withoutStage } from './topic.js';
import type { CueWords } from './words.js';

/** What the words around a figure in its own clause call it. */
export interface OwnName {
  /** Empty where the clause names nothing. */
  readonly name: string;
  /** A bound is no level: 不超过 makes it an upper one, 不低于 a lower one. */
  readonly bound: 'most' | 'least' | null;
  /** 上年, where a change begins: 由上年的300人次. */
  readonly time: string;
}

const perEach =
  /(?:按照?|以)?每(?!年$|季$|月$|周$|天$|日$)(?:[人户名次亩株个台辆件生床头只吨册份班所月年天日]|人次|平方米|立方米|公里|学期|季度|千瓦时|每|·|\/)+$/;
const from =
  /^(.*?)(?:由|从)(?:(?:年初|全年|当年)?(?:预算|计划)(?:安排|确定|核定|批复)?|(上年|去年|上期|年初|期初)?(?:同期)?)的?$/;
/** Words that carry on the clause before: a clause that ends in 的, an amount that is put somewhere. */
const carriesOn = /^(?:计入|列入|记入|转入|冲减)/;
/** 拟将所持有的甲公司: what is done with a thing does not name it. */
const held = /^.*(?:拟将|将|把|以)(?:其|所)*(?:持有|拥有)的(?=..)/;
const threshold = /^(?:[（(]含[）)])?(?:及|或)?(?:以上|以下|以内)/;

/** The clause before, where the figure's own words cannot do without it: 由企业成交的，采购金额5万元. */
function withPrior(subject: string, clause: Clause): string {
  const { prior } = clause;
  if (subject === '' || prior === '') return subject;
  if (/的$/.test(prior) && prior.length >= 4) return prior + subject;
  return carriesOn.test(subject) ? prior + subject : subject;
}

/** The words that stand before a bracket in which the figure stands alone: 等级为“优”（90分及以上）. */
function beforeBracket(clause: Clause): string {
  const match = /([^，。；：、（(]*)[（(]\s*$/.exec(clause.lead);
  return match?.[1] ?? '';
}

/** 某某有限公司（以下简称“某某”）: the short name that the text gives right before the figure; empty where it gives none. */
function shortName({ lead }: Clause): string {
  return /[（(](?:以下)?简称[:：]?[“"]?([^“”"（）()]{2,12})[”"]?[）)](?:合计|共计|共)*$/.exec(lead)?.[1] ?? '';
}

const inAll = /(?:(?:年初|支出)?(?:预算|决算))?(?:总额|合计|总计|总数|总量)$/;

/**
 * What a total sums up where its words list it: 因公出国费、公务接待费、公务用车运行费（“三公”经费）决算总额 is of what the bracket
 * calls them, else of all that is listed; empty where nothing is listed.
 */
function listedTotal(name: string, { lead }: Clause): string {
  const total = inAll.exec(name)?.[0];
  if (total === undefined) return '';
  const words = /[^。；;：:]*$/.exec(lead.replace(/\s+/g, ''))?.[0] ?? '';
  const listed = words.slice(0, words.lastIndexOf(total));
  const called = /[（(](?:以下)?(?:简称|统称)?([“"]?[^（）()，,、]{2,12})[）)]$/.exec(listed)?.[1];
  if (!listed.includes('、')) return '';
  if (called !== undefined) return called + total;
  const names = listed.split(/[、，,]/).slice(-8);
  const kind = names.at(-1)?.slice(-1) ?? '';
  const alike = names.slice(names.findLastIndex((it) => !it.endsWith(kind)) + 1);
  return alike.length >= 2 ? alike.join('、') + total : '';
}

/** 因公出国（境）费预算、|决算均为0万元: what both stages are of; empty where none is joined. */
function ofBothStages(name: string, { lead, prior }: Clause, cues: CueWords): string {
  if (!isBareStage(name, cues) || !/、[^、，,；;。]*$/.test(lead)) return '';
  return withoutStage(cleanLabel(prior, cues), cues) ?? '';
}

/** 项目预算由|市级专项756万元、…构成: what is made up does not name its parts. */
const madeUp = /^.*(?:预算|资金|收入|支出|投资|经费|总额)由(?=..)/;

/** Reads a figure's own words. `ownNames` are those of the document's own organisation, which every figure in it is about. */
export function ownName(
  reading: Reading,
  clause: Clause,
  previous: Clause | null,
  ownNames: readonly string[],
  cues: CueWords,
): OwnName {
  let subject = reading.subject;
  const own = ownNames.find((name) => subject.startsWith(name) && subject.length > name.length);
  if (own !== undefined) {
    subject = subject.slice(own.length).replace(/^(?:[（(](?:部门|本级|单位)[）)]|本级|本部)?(?:的)?/, '');
  }
  const bound = cues.mostAtEnd.test(subject) ? 'most' : cues.leastAtEnd.test(subject) ? 'least' : null;
  subject = subject.replace(cues.mostAtEnd, '').replace(cues.leastAtEnd, '');
  const begun = from.exec(subject);
  const time = begun?.[2] ?? '';
  subject = begun ? begun[1] || (time === '' && begun[0].length > 1 ? '' : clause.prior) : subject;
  if (perEach.test(subject)) {
    const whose = cleanLabel(subject.replace(perEach, ''), cues);
    if (whose.length >= 2) return { name: /标准$/.test(whose) ? whose : `${whose}标准`, bound, time };
  }
  if (threshold.test(subject) && previous && previous.clause === clause.clause) {
    const { quantity } = previous;
    const unit = quantity.number === null ? '' : `${quantity.number}${quantity.unitText}`;
    const limit = unit.replace(/(\.\d*?)0+(?=\D)/, '$1').replace(/\.(?=\D)/, '');
    return { name: `${cleanLabel(previous.before, cues)}${limit}${cleanLabel(subject, cues)}`, bound: null, time };
  }
  const owned = subject.replace(cues.owner, '').replace(held, '').replace(madeUp, '');
  const cleaned = shortName(clause) || cleanLabel(withPrior(owned, clause), cues);
  const name = cleanLabel(listedTotal(cleaned, clause), cues) || ofBothStages(cleaned, clause, cues) + cleaned;
  if (name === '' && clause.depth > 0) {
    const outside = cleanLabel(beforeBracket(clause), cues);
    const after = clause.quantity.approx;
    return { name: outside, bound: after === 'gte' ? 'least' : after === 'lte' ? 'most' : bound, time };
  }
  return { name: cues.nothing.test(name) ? '' : name, bound, time };
}
