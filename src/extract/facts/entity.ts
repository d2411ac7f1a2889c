import type { Metadata } from '../../model/reading.js';
import { inherited, stated, unknown, type Known } from './known.js';
import type { TableWords } from './table-words.js';

/** The scope that a title names before what it reports: 部门决算, 单位整体支出. */
const scopeIn = (title: string, scopes: readonly string[]): string | undefined =>
  scopes.find((it) => ['', '整体'].some((all) => ['预算', '决算', '支出'].some((of) => title.includes(it + all + of))));

/**
 * Whose figure it is, `level` being the level of government that its label or its clause names: the report's organisation with the
 * scope that its title names (某局（部门）, 某局（单位）), or with the level of government that the figure's own words name
 * (某县（全县）). Where clause and label name two (全市地方财政收入), the outer one of the clause says whose.
 */
export function entityOf(
  level: Readonly<Record<'label' | 'clause', string | null>>,
  { organisation, title }: Metadata,
  { scopes }: Pick<TableWords, 'scopes'>,
): Known<string> {
  const word = level.clause ?? level.label;
  if (word !== null) {
    const means = organisation === null ? word : `${organisation}（${word}）`;
    return stated({ word, means }, level.label === word ? 'label' : 'clause');
  }
  if (organisation === null) return unknown;
  const scope = scopeIn(title ?? '', scopes);
  return scope === undefined || organisation.endsWith(`（${scope}）`)
    ? inherited({ word: organisation, means: organisation }, 'report')
    : inherited({ word: scope, means: `${organisation}（${scope}）` }, 'title');
}
