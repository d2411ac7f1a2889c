import { describe, expect, test } from 'vitest';
import type { Given } from '../document-of.js';
import { figuresOf } from './read-text.js';

/** `quote=value metric stage fund period entity account basis` of every figure of the tables: S, I, F and U for each part of the basis. */
function tableFacts(...given: readonly Given[]): string[] {
  const short = { stated: 'S', inherited: 'I', inferred: 'F' } as const;
  return figuresOf(...given).flatMap(({ text, value, fact, table }) => {
    if (!table) return [];
    if (!fact) return [`${text}=-`];
    const { metric, stage, fund, period, entity, account, basis } = fact;
    const how = [basis.stage, basis.fund, basis.period, basis.entity].map((it) => (it ? short[it.how] : 'U')).join('');
    return [`${text}=${value} ${metric} ${stage} ${fund} ${period} ${entity} ${account?.code ?? '-'} ${how}`];
  });
}

const account = ['岚山县农业农村局2023年度部门决算', '第二部分 2023年度部门决算表'] as const;
const whose = '岚山县农业农村局（部门）';

describe('a cell is bound to what its row, its column and its title say', () => {
  test('the two sides of 收入支出决算总表', () => {
    expect(
      tableFacts(...account, '收入支出决算总表', '单位：万元', {
        table: [
          ['收入', '收入', '支出', '支出'],
          ['项目', '决算数', '项目', '决算数'],
          ['一、一般公共预算财政拨款收入', '310.20', '一、教育支出', '12.00'],
          ['二、其他收入', '8.50', '二、农林水支出', '300.40'],
          ['本年收入合计', '318.70', '本年支出合计', '312.40'],
          ['年初结转和结余', '4.00', '年末结转和结余', '10.30'],
          ['总计', '322.70', '总计', '322.70'],
        ],
      }),
    ).toEqual([
      `310.20=3102000 income_fiscal final gpb 2023 ${whose} - SSII`,
      `12.00=120000 expenditure_year final all 2023 ${whose} 205 SFII`,
      `8.50=85000 income_other final all 2023 ${whose} - SFII`,
      `300.40=3004000 expenditure_year final all 2023 ${whose} 213 SFII`,
      `318.70=3187000 income_year final all 2023 ${whose} - SFII`,
      `312.40=3124000 expenditure_year final all 2023 ${whose} - SFII`,
      `4.00=40000 carryover_open null all 2023 ${whose} - UFII`,
      `10.30=103000 carryover_close null all 2023 ${whose} - UFII`,
      `322.70=3227000 income_total_grand final all 2023 ${whose} - SFII`,
      `322.70=3227000 expenditure_total_grand final all 2023 ${whose} - SFII`,
    ]);
  });

  test('支出决算表 by 类, 款 and 项', () => {
    expect(
      tableFacts(...account, '支出决算表', '单位：元', {
        table: [
          ['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出'],
          ['213', '农林水支出', '3,000', '1,000', '2,000'],
          ['21301', '农业农村', '3,000', '1,000', '2,000'],
          ['2130101', '行政运行', '1,000', '1,000', ''],
          ['', '合计', '3,000', '1,000', '2,000'],
        ],
      }),
    ).toEqual(
      [
        ['213', '3,000', '1,000', '2,000'],
        ['21301', '3,000', '1,000', '2,000'],
        ['2130101', '1,000', '1,000'],
        ['-', '3,000', '1,000', '2,000'],
      ].flatMap(([code, ...amounts]) =>
        amounts.map((text, at) => {
          const metric = ['expenditure_year', 'expenditure_basic', 'expenditure_project'][at];
          return `${text}=${text.replace(',', '')} ${metric} final all 2023 ${whose} ${code} IFII`;
        }),
      ),
    );
  });

  test('spending of one fund by its table’s title and by its column', () => {
    const rows = [
      ['科目编码', '科目名称', '一般公共预算支出合计'],
      ['213', '农林水支出', '7.00'],
    ];
    expect(tableFacts(...account, '一般公共预算财政拨款支出决算表', '单位：万元', { table: rows })).toEqual([
      `7.00=70000 expenditure_year final gpb 2023 ${whose} 213 ISII`,
    ]);
  });

  test('“三公”经费 by stage, in units of thousands from the caption', () => {
    expect(
      tableFacts(...account, '“三公”经费支出决算表', '单位：千元', {
        table: [
          ['项目', '年初预算数', '决算数', '上年决算数'],
          ['“三公”经费合计', '9', '7', '8'],
          ['公务用车运行维护费', '6', '5', '—'],
          ['公务接待费', '3', '2', '0'],
        ],
      }),
    ).toEqual([
      `9=9000 sangong_total initial_budget null 2023 ${whose} - SUII`,
      `7=7000 sangong_total final null 2023 ${whose} - SUII`,
      `8=8000 sangong_total prior_final null 2022 ${whose} - SUII`,
      `6=6000 sangong_car_run initial_budget null 2023 ${whose} - SUII`,
      `5=5000 sangong_car_run final null 2023 ${whose} - SUII`,
      `3=3000 sangong_reception initial_budget null 2023 ${whose} - SUII`,
      `2=2000 sangong_reception final null 2023 ${whose} - SUII`,
      `0=0 sangong_reception prior_final null 2022 ${whose} - SUII`,
    ]);
  });

  test('funds of a performance table by stage, in the unit of the column', () => {
    expect(
      tableFacts('岚山县农业农村局2023年度部门整体支出绩效自评报告', '部门整体支出明细表', {
        table: [
          ['支出', '年初预算数（万元）', '全年预算数（万元）', '全年执行数（万元）'],
          ['基本支出', '100', '110', '105'],
          ['项目支出', '200', '190', '180'],
          ['合计', '300', '300', '285'],
        ],
      }),
    ).toEqual(
      ['expenditure_basic', 'expenditure_project', 'expenditure_year'].flatMap((metric, row) =>
        ['initial_budget', 'adjusted_budget', 'executed'].map((stage, col) => {
          const amount = [
            [100, 110, 105],
            [200, 190, 180],
            [300, 300, 285],
          ][row]?.[col];
          return `${amount}=${amount}0000 ${metric} ${stage} all 2023 ${whose} - SFII`;
        }),
      ),
    );
  });

  test('what is not certain stays unknown', () => {
    expect(
      tableFacts(...account, '资产负债表', '单位：元', {
        table: [
          ['资产', '期末余额', '年初余额'],
          ['货币资金', '1,200', '900'],
          ['资产总计', '1,200', '900'],
        ],
      }),
    ).toEqual(['1,200=-', '900=-', '1,200=-', '900=-']);
    expect(
      tableFacts(...account, '支出决算表', '单位：万元', {
        table: [
          ['项目', '基本支出', '基本支出'],
          ['合计', '3', '4'],
        ],
      }),
    ).toEqual(['3=-', '4=-']);
  });
});
