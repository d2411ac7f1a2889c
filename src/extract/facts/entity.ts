import type { Metadata } from '../../model/reading.js';
import { unknown, type Known } from './known.js';
import type { TableWords } from './table-words.js';

/** The scope that a title names before what it reports: 部门决算, 单位整体支出. */
const scopeIn = (title: string, scopes: readonly string[]): string | undefined =>
  scopes.find((it) => ['', '整体'].some((all) => ['预算', '决算', '支出'].some((of) => title.includes(it + all + of))));

/**
 * Whose figure it is: the report's organisation with the scope that its title names (某局（部门）, 某局（单位）), or with the
 * level of government that the figure's own words name (某县（全县）).
 */
export function entityOf(
  level: string | null,
  { organisation, title }: Metadata,
  { scopes }: Pick<TableWords, 'scopes'>,
): Known<string> {
  if (level !== null) return { value: organisation === null ? level : `${organisation}（${level}）`, basis: 'stated' };
  if (organisation === null) return unknown;
  const scope = scopeIn(title ?? '', scopes);
  const named = scope === undefined || organisation.endsWith(`（${scope}）`);
  return { value: named ? organisation : `${organisation}（${scope}）`, basis: 'inherited' };
}
