import type { Metadata } from '../../model/reading.js';
import { unknown, type Known } from './known.js';
import type { TableWords } from './table-words.js';

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
  const scope = scopes.find((it) => new RegExp(`${it}(?:整体)?(?:预算|决算|支出)`).test(title ?? ''));
  const named = scope === undefined || organisation.endsWith(`（${scope}）`);
  return { value: named ? organisation : `${organisation}（${scope}）`, basis: 'inherited' };
}
