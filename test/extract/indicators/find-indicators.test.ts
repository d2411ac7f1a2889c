import { describe, expect, test } from 'vitest';
import { extract } from '../../../src/extract/extract.js';
import { blockId, tableText, type Cell, type Document, type TableBlock } from '../../../src/model/document.js';
import type { Indicator } from '../../../src/model/report.js';
import { defaultRulebook } from '../../../src/rulebook/rulebook.js';
import { documentOf } from '../../document-of.js';

/** A table whose `^` stands under, and whose `<` stands beside, the cell that it is merged into. */
function merged(rows: readonly (readonly string[])[]): TableBlock {
  const cells: Cell[] = [];
  rows.forEach((row, r) =>
    row.forEach((text, c) => {
      if (text === '^' || text === '<') return;
      let [rowSpan, colSpan] = [1, 1];
      while (row[c + colSpan] === '<') colSpan++;
      while (rows[r + rowSpan]?.[c] === '^') rowSpan++;
      cells.push({ row: r, col: c, rowSpan, colSpan, text, page: null, stretches: [] });
    }),
  );
  const base = { id: blockId(1), page: null, stretches: [], kind: 'table' as const };
  return { ...base, text: tableText(cells), rows: rows.length, columns: rows[0]?.length ?? 0, headerRows: 0, cells };
}

function indicators(title: string, ...rows: string[]): readonly Indicator[] {
  const lead = documentOf([title]);
  const table = merged(rows.map((row) => row.split('|').map((cell) => cell.trim())));
  const document: Document = { ...lead, blocks: [...lead.blocks, table] };
  return extract(document, defaultRulebook()).indicators;
}

/** `parent › name weight/score target→actual rate note`, indented by level. */
function lines(all: readonly Indicator[]): string[] {
  const byId = new Map(all.map((it) => [it.id, it]));
  return all.map(({ kind, level, parent, name, weight, score, target, actual, rate, grade, note }) => {
    const above = parent === null ? '' : `${byId.get(parent)?.name} › `;
    const more = [target, actual, rate, grade, note].map((it) => it ?? '-').join(' ');
    return `${kind} ${level} ${above}${name} ${weight ?? '-'}/${score ?? '-'} ${more}`;
  });
}

describe('a score sheet', () => {
  test('with three merged levels, a line of funds and a total is a tree', () => {
    const all = indicators(
      '项目支出绩效自评表',
      '项目名称 | 渠道整治 | < | < | < | < | < | <',
      '项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分',
      '^ | 年度资金总额 | 100.00 | 120.00 | 117.00 | 10 | 97.50% | 9.75',
      '^ | 其中：财政拨款 | 100.00 | 120.00 | 117.00 | — | | —',
      '绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分',
      '^ | 产出指标（50分） | 数量指标 | 渠道长度 | ≥26公里 | 27.4公里 | 30 | 30',
      '^ | ^ | ^ | 泵站数量 | ≥8座 | 7座 | 20 | 17.5',
      '^ | 满意度指标（40分） | 服务对象满意度 | 农户满意度 | ≥93% | 91.3% | 40 | 39',
      '总分 | < | < | < | < | < | 100 | 96.25',
    );
    expect(lines(all)).toEqual([
      'execution 1 预算执行率 10/9.75 120.00 117.00 97.5 - -',
      'indicator 1 产出指标 50/- - - - - -',
      'indicator 2 产出指标 › 数量指标 -/- - - - - -',
      'indicator 3 数量指标 › 渠道长度 30/30 ≥26公里 27.4公里 - - -',
      'indicator 3 数量指标 › 泵站数量 20/17.5 ≥8座 7座 - - -',
      'indicator 1 满意度指标 40/- - - - - -',
      'indicator 2 满意度指标 › 服务对象满意度 -/- - - - - -',
      'indicator 3 服务对象满意度 › 农户满意度 40/39 ≥93% 91.3% - - -',
      'total 0 总分 100/96.25 - - - - -',
    ]);
    expect(all[3]?.table).toEqual({ id: 't0', row: 5, col: 3 });
  });

  test('with one column of names gives each row, and leaves subtotals out', () => {
    const all = indicators(
      '部门整体支出绩效评分表',
      '考核内容 | 标准分 | 自评得分 | 扣分原因',
      '预算编制（20分） | 20 | 19 | 调整较多',
      '预算执行 | 30 | 28.5 | ',
      '小计 | 50 | 47.5 | ',
      '资产管理 | 50 | 50 | 无',
      '合计 | 100 | 97.5 | ',
    );
    expect(lines(all)).toEqual([
      'indicator 1 预算编制 20/19 - - - - 调整较多',
      'indicator 1 预算执行 30/28.5 - - - - -',
      'indicator 1 资产管理 50/50 - - - - 无',
      'total 0 合计 100/97.5 - - - - -',
    ]);
  });

  test('that stands twice side by side is read half by half', () => {
    const all = indicators(
      '指标评分表',
      '一级指标 | 指标名称 | 权重 | 得分 | 一级指标 | 指标名称 | 权重 | 得分',
      '投入 | 立项规范 | 10 | 10 | 产出 | 完成率 | 20 | 18',
      '^ | 资金到位 | 15 | 12 | ^ | 质量达标 | 25 | 25',
    );
    expect(lines(all)).toEqual([
      'indicator 1 投入 -/- - - - - -',
      'indicator 2 投入 › 立项规范 10/10 - - - - -',
      'indicator 2 投入 › 资金到位 15/12 - - - - -',
      'indicator 1 产出 -/- - - - - -',
      'indicator 2 产出 › 完成率 20/18 - - - - -',
      'indicator 2 产出 › 质量达标 25/25 - - - - -',
    ]);
  });

  test('whose PDF lost the merging goes on with the group above, and a weight over three rows is the group’s', () => {
    const all = indicators(
      '部门整体绩效自评表',
      '一级指标 | 二级指标 | 分值（100分） | 得分',
      '履职效能 | 工作完成率 | 30 | 28',
      ' | 工作质量 | 20 | 20',
      '管理效率 | 预算管理 | 50 | 25',
      '^ | 采购管理 | ^ | 24',
    );
    expect(lines(all)).toEqual([
      'indicator 1 履职效能 -/- - - - - -',
      'indicator 2 履职效能 › 工作完成率 30/28 - - - - -',
      'indicator 2 履职效能 › 工作质量 20/20 - - - - -',
      'indicator 1 管理效率 50/- - - - - -',
      'indicator 2 管理效率 › 预算管理 -/25 - - - - -',
      'indicator 2 管理效率 › 采购管理 -/24 - - - - -',
    ]);
  });

  test('is not any table with 指标 in it, nor a form that nobody has filled in', () => {
    expect(indicators('经济指标表', '指标 | 2023年 | 2024年', '产值 | 100 | 120')).toEqual([]);
    expect(indicators('绩效自评表', '一级指标 | 二级指标 | 分值 | 得分', '产出指标 | 数量指标 | | ')).toEqual([]);
  });
});

describe('a result', () => {
  const text = (...paragraphs: string[]): string[] =>
    lines(extract(documentOf(paragraphs), defaultRulebook()).indicators);
  const cases: readonly [why: string, text: string, found: string[]][] = [
    ['score and grade in one sentence', '自评得分96.11分，评价等级为“优”。', ['result 0 自评得分 -/96.11 - - - 优 -']],
    ['a grade alone', '项目绩效评价等级为良。', ['result 0  -/- - - - 良 -']],
    ['no grade where the grades are explained', '等级为优（90分以上）、等级为良（80分以上）。', []],
    ['no grade in other words', '优化营商环境等级评价良好运行。', []],
  ];
  test.each(cases)('%s', (_why, given, found) => expect(text(given)).toEqual(found));

  test('in a field of a form', () => {
    expect(lines(indicators('自评表', '自评得分 | 92 | 自评等级 | 优'))).toEqual(['result 0 自评等级 -/- - - - 优 -']);
  });
});
