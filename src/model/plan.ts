/** The budgets' own names, old ones too: 一般公共预算支出 is no plan, but what was spent. */
const budgetNames =
  /一般公共财政预算|一般公共预算|公共财政预算|政府性基金预算|国有资本经营预算|社会保险基金预算|社保基金预算|一般预算(?=收|支)|公共预算(?=收|支)|基金预算(?=收|支)/g;

/** Words that name a plan, with the budgets' own names taken out of them. */
export const withoutBudgetNames = (words: string): string => words.replace(budgetNames, '');

/** A label that names a plan itself, not what came of it. */
export function isPlan(label: string): boolean {
  const rest = withoutBudgetNames(label);
  return /预算|计划/.test(rest) && !/决算|执行|完成/.test(rest);
}
