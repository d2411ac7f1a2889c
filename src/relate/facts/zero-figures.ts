import { decimal, isZero } from '../../model/decimal.js';
import { printed } from '../../model/printed.js';
import type { Mention, Passage } from '../../model/reading.js';
import type { Relation, WordsRelation } from '../../model/relation.js';
import type { Figure } from '../../model/report.js';
import { failingOrOne, wordsRelation } from '../quoted.js';

const zero = (figure: Figure): boolean => printed(figure) !== null && isZero(decimal(figure.value));

/** Rates of which the printed base is zero: no rate can be given. 0 of 0 as 0 % is the forms' own way of writing. */
function zeroBases(relations: readonly Relation[]): WordsRelation[] {
  return relations.flatMap((it): WordsRelation[] => {
    const base = it.kind === 'share' ? it.whole : it.kind === 'growth' ? it.prior : null;
    if (!base || !printed(base) || (it.kind !== 'share' && it.kind !== 'growth')) return [];
    const check = it.kind === 'share' ? 'zero-denominator' : 'zero-base-growth';
    const holds = !zero(base) || zero(it.rate);
    return [wordsRelation(check, it.rate, holds, { against: [base] })];
  });
}

/** 支出0万元，比上年增加3万元: what is nothing cannot have grown. */
function grownToNothing({ mentions }: Passage): WordsRelation[] {
  return mentions.flatMap((it): WordsRelation[] => {
    const level: Mention | undefined = it.about === null ? undefined : mentions[it.about];
    const grown = it.act === 'delta' && it.direction === 'increase' && level?.act === 'level';
    if (!grown || !printed(it.figure) || !printed(level.figure) || it.figure.kind !== level.figure.kind) return [];
    const holds = !zero(level.figure) || zero(it.figure);
    return [wordsRelation('grown-to-nothing', it.figure, holds, { against: [level.figure] })];
  });
}

/** The headline of a budget or account: income and spending in all. */
function zeroHeadlines({ mentions }: Passage): WordsRelation[] {
  return mentions.flatMap((it): WordsRelation[] => {
    const headline = it.act === 'level' && it.figure.kind === 'money' && /(?:收入支出|收支)总计$/.test(it.figure.label);
    return headline && printed(it.figure) ? [wordsRelation('headline-total', it.figure, !zero(it.figure))] : [];
  });
}

/** Zeros where none can stand; where none does, one outcome a check says so. */
export function zeroFigures(passages: readonly Passage[], relations: readonly Relation[]): WordsRelation[] {
  const all = [...zeroBases(relations), ...passages.flatMap(grownToNothing), ...passages.flatMap(zeroHeadlines)];
  const checks = [...new Set(all.map((it) => it.check))];
  return checks.flatMap((check) => failingOrOne(all.filter((it) => it.check === check)));
}
