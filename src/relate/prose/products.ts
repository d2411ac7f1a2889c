import { printed } from '../../model/printed.js';
import type { Mention, Passage } from '../../model/reading.js';
import type { Doubt, ProductRelation } from '../../model/relation.js';
import { isLevel } from './cues.js';

/** What is paid for: the unit of the things counted, and the time that one payment covers. */
interface Price {
  readonly at: number;
  readonly unit: string;
  readonly time: string | null;
}

const time = '年|季度|季|月|天|日';
/** 每人每月补贴150元, 每月每人150元, 按每人次4元. */
const prefixed = new RegExp(
  `每(?:(${time})每)?(?!年|月|季|天|日|次)(\\p{sc=Han}{1,3}?)(?:每?(${time}))?(?:补[贴助]|发放|奖励)?$`,
  'u',
);
/** 400元/人·天. */
const suffixed = new RegExp(`[/每](\\p{sc=Han}{1,3}?)(?:[·/每](${time}))?$`, 'u');
const people = /^[人名位]$/;
const sameUnit = (a: string, b: string): boolean => a === b || (people.test(a) && people.test(b));
const summed =
  /^(?:全年|年|全部|累计|合计|共计|总计|共|一共|总共|需|约需)*(?:共|合计|共计|总计|累计|发放|补[贴助]|支[出付]|拨付)*(?:资金|金额|经费|补[贴助])?(?:为|计)?$/;

const isMoney = (it: Mention | undefined): it is Mention =>
  it !== undefined && isLevel(it) && it.figure.kind === 'money' && printed(it.figure) !== null;

function priceAt(mentions: readonly Mention[], at: number): Price | null {
  const it = mentions[at];
  if (!isMoney(it)) return null;
  const [, perTime, unit, after] = prefixed.exec(it.before) ?? [];
  if (unit !== undefined) return { at, unit, time: perTime ?? after ?? null };
  const [, thing, span] = suffixed.exec(it.figure.text) ?? [];
  return thing === undefined ? null : { at, unit: thing, time: span ?? null };
}

/** The things counted of a price's unit: between the price and what they come to, else right before the price. */
function countsOf(mentions: readonly Mention[], { at, unit }: Price, total: number): readonly Mention[] {
  const counts = (it: Mention): boolean =>
    isLevel(it) && it.figure.kind === 'count' && sameUnit(it.figure.unitText, unit) && printed(it.figure) !== null;
  const within = mentions.slice(at + 1, total);
  if (within.length > 0) return within.every(counts) ? within : [];
  const before = mentions[at - 1];
  return before && before.sentence === mentions[at]?.sentence && counts(before) ? [before] : [];
}

const durations: Readonly<Record<string, RegExp>> = { 月: /(\d{1,2})个月/, 天: /(\d{1,3})天/, 日: /(\d{1,3})[天日]/ };

/** How many times a price is paid: 全年 is twelve months; null where the sentence does not say. */
function timesOf(span: string | null, words: string): number | null {
  if (span === null || span === '年') return /\d个月|\d天/.test(words) ? null : 1;
  const [, said] = durations[span]?.exec(words) ?? [];
  if (said !== undefined) return Number(said);
  if (!/全年|一年/.test(words)) return null;
  return span === '月' ? 12 : /季/.test(span) ? 4 : null;
}

const moving: Doubt = { status: 'ambiguous', reason: 'how many were paid for may change over the time' };

/** 每人每月150元，惠及52人，全年93,600元: a price, what it is paid for, and what that comes to. */
export function productsIn({ mentions, text }: Passage): ProductRelation[] {
  return mentions.flatMap((it, at): ProductRelation[] => {
    const price = priceAt(mentions, at);
    const others = mentions.some((m, i) => i !== at && m.sentence === it.sentence && priceAt(mentions, i) !== null);
    if (!price || others) return [];
    const next = mentions.findIndex((m, i) => i > at && m.figure.kind === 'money');
    const total = mentions[next];
    if (!isMoney(total) || total.sentence !== it.sentence || next - at > 3 || !summed.test(total.before)) return [];
    const [count, ...more] = countsOf(mentions, price, next);
    const times = timesOf(
      price.time,
      text.slice(Math.min(it.figure.start, count?.figure.start ?? 0), total.figure.start),
    );
    if (!count || more.length > 0 || times === null) return [];
    return [
      {
        kind: 'product',
        check: 'unit-price',
        doubt: price.time === null ? null : moving,
        total: total.figure,
        factors: [it.figure, count.figure],
        times,
      },
    ];
  });
}
