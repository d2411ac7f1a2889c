import { decimal, isZero } from '../../model/decimal.js';
import { printed } from '../../model/printed.js';
import type { Mention, Passage } from '../../model/reading.js';
import type { AtMostRelation, Relation } from '../../model/relation.js';
import { wordsRelation } from '../quoted.js';

const is = (it: Mention, unit: RegExp): boolean =>
  it.act === 'level' && it.figure.kind === 'count' && unit.test(it.figure.unitText) && printed(it.figure) !== null;

/** 国内公务接待12批次、96人次: no reception without a guest. */
function guests({ mentions }: Passage): AtMostRelation[] {
  return mentions.flatMap((batches, at): AtMostRelation[] => {
    const persons = mentions[at + 1];
    if (!is(batches, /^批次?$/) || !persons || !is(persons, /^人次?$/) || persons.sentence !== batches.sentence)
      return [];
    return [
      { kind: 'at-most', check: 'guests-of-receptions', doubt: null, lesser: batches.figure, greater: persons.figure },
    ];
  });
}

const pairs: readonly { readonly money: RegExp; readonly unit: RegExp; readonly count: RegExp }[] = [
  { money: /接待费?(?:支出)?(?:决算)?$/, unit: /^批次?$/, count: /接待|批/ },
  { money: /因公出国（境）费(?:支出)?(?:决算)?$/, unit: /^个$/, count: /团组/ },
  { money: /用车购置费?(?:支出)?(?:决算)?$/, unit: /^[辆台]$/, count: /购置/ },
];

/** Money without receptions, or receptions without money, in one paragraph. */
function moneyAndCounts({ mentions }: Passage): Relation[] {
  return pairs.flatMap(({ money, unit, count }): Relation[] => {
    const amounts = mentions.filter(
      (it) => it.act === 'level' && it.figure.kind === 'money' && money.test(it.figure.label) && printed(it.figure),
    );
    const counts = mentions.filter((it) => is(it, unit) && count.test(`${it.before}${it.figure.label}`));
    const [amount, number] = [amounts[0]?.figure, counts[0]?.figure];
    if (!amount || !number || amounts.length > 1 || counts.length > 1) return [];
    const holds = isZero(decimal(amount.value)) === isZero(decimal(number.value));
    return [wordsRelation('money-and-counts', number, holds, { against: [amount] })];
  });
}

/** The three public expenses with the journeys, vehicles and receptions that they paid for. */
export const tripsAndGuests = (passages: readonly Passage[]): Relation[] =>
  passages.flatMap((it) => [...guests(it), ...moneyAndCounts(it)]);
