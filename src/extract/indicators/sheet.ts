import type { TableColumn, TableReading } from '../../model/reading.js';
import type { ScoreRules } from '../../rulebook/scores.js';
import { dense } from '../tables/grid.js';

export type ColumnRole = keyof ScoreRules['columns'];

/** The columns of one score sheet, or of one half of a sheet that stands twice side by side, by what they hold. */
export interface Sheet {
  /** Columns of indicators from the highest level down. */
  readonly names: readonly { readonly index: number; readonly level: number }[];
  readonly column: Readonly<Partial<Record<ColumnRole, number>>>;
}

const levels = '一二三四';
/** Units and full marks in brackets: 分值（100分）, 得分(10), 执行率（%）. */
const bracketed = /[（(][^（()）]*[）)]/g;

interface Headed {
  readonly index: number;
  readonly role: ColumnRole;
  readonly level: number | null;
}

/** What a column holds, by its lowest heading that says so. */
function headed(column: TableColumn, { columns }: ScoreRules): Headed | null {
  const { index, path } = column;
  for (const heading of path.toReversed()) {
    const text = dense(heading).replace(bracketed, '');
    for (const [role, pattern] of Object.entries(columns) as [ColumnRole, RegExp][]) {
      const match = pattern.exec(text);
      if (match) return { index, role, level: role === 'level' ? levels.indexOf(match[1] ?? '') + 1 : null };
    }
  }
  return null;
}

const isName = ({ role }: Headed): boolean => role === 'level' || role === 'name';

/** The sheets that a table's columns make: names begin another once weights or scores have stood. */
export function sheetsOf(reading: TableReading, rules: ScoreRules): Sheet[] {
  const groups: Headed[][] = [];
  for (const column of reading.columns) {
    const it = headed(column, rules);
    if (!it) continue;
    const group = groups.at(-1);
    const scored = group?.some(({ role }) => role === 'weight' || role === 'score') ?? false;
    if (!group || (isName(it) && scored)) groups.push([it]);
    else group.push(it);
  }
  return groups.flatMap((group) => sheetOf(group, reading.columns) ?? []);
}

function sheetOf(group: readonly Headed[], columns: readonly TableColumn[]): Sheet | null {
  const column: Partial<Record<ColumnRole, number>> = {};
  for (const { index, role } of group) column[role] ??= index;
  if (column.weight === undefined && column.score === undefined) return null;
  // 绩效指标 down the side of 一级指标, 二级指标 … is the block's own heading.
  const firstLevel = group.findIndex(({ role }) => role === 'level');
  const named = group.filter((it, at) => isName(it) && at >= firstLevel);
  let level = 0;
  const names = named.map((it) => ({ index: it.index, level: (level = Math.max(level + 1, it.level ?? 0)) }));
  if (names.length > 0) return { names, column };
  const first = Math.min(...group.map(({ index }) => index));
  const lead = columns.findLast((it) => it.index < first && it.role === 'text');
  return lead ? { names: [{ index: lead.index, level: 1 }], column } : null;
}
