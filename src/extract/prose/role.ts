import type { Act } from '../../model/reading.js';
import type { Role } from '../../model/report.js';
import type { Clause } from './clauses.js';

const roles: Partial<Record<Act, Role>> = {
  delta: 'delta',
  growth: 'rate',
  share: 'rate',
  completion: 'rate',
  rate: 'rate',
  from: 'before',
  to: 'after',
};

/** The part that a figure plays in its sentence; null for a plain level. */
export function roleOf(act: Act, clause: Clause, isPart: boolean): Role | null {
  const role = roles[act] ?? null;
  if (role !== null || act === 'base') return role;
  if (/(?:合计|共计|总计|总额|总数)(?:为|达|是)?$/.test(clause.before)) return 'total';
  return isPart ? 'part' : limitOf(clause);
}

/** 不超过5万元 limits, 100万元以上 sets a threshold. */
function limitOf({ before, quantity, after }: Clause): Role | null {
  if (
    /(?:不|未)(?:得|能|应)?(?:超过|高于|低于|少于|大于|小于)[^，。]{0,2}$|(?:至多|至少|最多|最少|控制在)$/.test(before)
  )
    return 'limit';
  return quantity.approx !== undefined && /^(?:[（(]含[）)])?(?:及|或)?(?:以上|以下|以内)的/.test(after)
    ? 'threshold'
    : null;
}
