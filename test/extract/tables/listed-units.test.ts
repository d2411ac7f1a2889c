import { describe, expect, test } from 'vitest';
import { figuresOf } from '../read-text.js';

/** Number and unit of every cell, as they are read. */
const unitsOf = (caption: string, table: readonly (readonly string[])[]): string[] =>
  figuresOf(caption, { table: table.map((row) => [...row]) }).map(({ number, unitText }) => `${number}${unitText}`);

describe('a caption that lists several units', () => {
  test('each column is in the unit of which its heading speaks', () => {
    const table = [
      ['街道', '社区个数', '土地面积', '常住人口', '比上年增长'],
      ['东湖街道', '12', '30.5', '4.21', '1.3'],
      ['西岭街道', '9', '28.6', '3.05', '-0.4'],
    ];
    expect(unitsOf('单位：个、平方公里、万人、%', table)).toEqual([
      '12个',
      '30.5平方公里',
      '4.21万人',
      '1.3%',
      '9个',
      '28.6平方公里',
      '3.05万人',
      '-0.4%',
    ]);
  });

  test('a price is in the smaller money, other amounts in the larger', () => {
    const table = [
      ['管养单位', '养护里程', '支出', '每公里投入'],
      ['甲所', '32.4', '19.26', '5,944'],
      ['乙所', '18.7', '15.72', '8,406'],
    ];
    expect(unitsOf('单位：公里、万元、元/公里', table)).toEqual([
      '32.4公里',
      '19.26万元',
      '5944元/公里',
      '18.7公里',
      '15.72万元',
      '8406元/公里',
    ]);
  });

  test('of one that is no share all that speak of none', () => {
    const table = [
      ['指标', '2022年', '2021年', '构成'],
      ['第一产业', '38.6', '36.1', '16.7'],
    ];
    expect(unitsOf('单位：亿元、%', table)).toEqual(['38.6亿元', '36.1亿元', '16.7%']);
  });

  test('what nothing tells has none', () => {
    const table = [
      ['对象', '甲', '乙'],
      ['东片', '12', '30.5'],
    ];
    expect(unitsOf('单位：户、米、万元', table)).toEqual(['12', '30.5']);
  });
});

describe('units that other words than a caption give', () => {
  test('a column of units gives them to the amounts of its row', () => {
    const table = [
      ['产品', '计量单位', '2022年', '比上年增长（%）'],
      ['粮食', '万吨', '16.93', '1.3'],
      ['水产', '吨', '412', '2.5'],
    ];
    expect(unitsOf('表2 主要产品', table)).toEqual(['16.93万吨', '1.3%', '412吨', '2.5%']);
  });

  test('a heading names its unit in brackets, with what it is for', () => {
    const table = [
      ['水厂', '设计能力（万立方米/日）', '平均售价（元/立方米）'],
      ['东厂', '30', '1.98'],
    ];
    expect(unitsOf('水厂情况表', table)).toEqual(['30万立方米/日', '1.98元/立方米']);
  });

  test('a caption of what is counted', () => {
    const table = [
      ['调查对象', '满意', '有效问卷', '满意度'],
      ['村民', '138', '230', '89.13%'],
    ];
    expect(unitsOf('（单位：份）', table)).toEqual(['138份', '230份', '89.13%']);
  });
});
