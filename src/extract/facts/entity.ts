import type { Metadata } from '../../model/reading.js';
import type { TableWords } from './table-words.js';

/** Whose figures a report gives: its organisation with the scope that its title names, 某局（部门） or 某局（单位）. */
export function entityOf({ organisation, title }: Metadata, { scopes }: Pick<TableWords, 'scopes'>): string | null {
  if (organisation === null) return null;
  const scope = scopes.find((it) => new RegExp(`${it}(?:整体)?(?:预算|决算|支出)`).test(title ?? ''));
  return scope === undefined || organisation.endsWith(`（${scope}）`) ? organisation : `${organisation}（${scope}）`;
}
