import { expect, test } from 'vitest';
import { factsOf } from './read-text.js';

const account = ['岚山县农业农村局2023年度部门决算', '二、“三公”经费支出情况'] as const;

const names: readonly [name: string, metric: string][] = [
  ['公务用车购置及运行维护费用', 'sangong_car'],
  ['公务用车购置与运维经费', 'sangong_car'],
  ['公务用车购置运行费', 'sangong_car'],
  ['公车购置和运行维护支出', 'sangong_car'],
  ['公务用车购置费及运行费', 'sangong_car'],
  ['公务用车经费', 'sangong_car'],
  ['公务用车日常运行维护费', 'sangong_car_run'],
  ['公务车运行及维护费用', 'sangong_car_run'],
  ['公车运维经费', 'sangong_car_run'],
  ['公务用车更新购置费', 'sangong_car_buy'],
  ['购置公车支出', 'sangong_car_buy'],
  ['公务接待经费', 'sangong_reception'],
  ['因公出国（境）支出', 'sangong_abroad'],
];
test.each(names)('%s is %s, in text and in a table', (name, metric) => {
  expect(factsOf(...account, `2023年度${name}12.34万元。`)).toEqual([`12.34万元=${metric} final null 2023`]);
  const rows = [
    ['项目', '决算数'],
    [name, '12.34'],
  ];
  expect(factsOf(...account, '“三公”经费支出决算表', '单位：万元', { table: rows })).toEqual([
    expect.stringContaining(`12.34=${metric} final`),
  ]);
});

test.each(['公务用车租赁费', '公务交通补贴', '车辆购置费', '公务用车保险费', '公务用车改革补贴经费'])(
  '%s is none of them',
  (name) => {
    expect(factsOf(...account, `2023年度${name}12.34万元。`)).toEqual([]);
  },
);

test.each(['公车保有量', '公务用车实有数', '实有公务用车', '开支财政拨款的公务用车保有量'])(
  '%s counts vehicles',
  (name) => {
    expect(factsOf(...account, `年末${name}12辆。`)).toEqual(['12辆=cars_owned null null 2023']);
  },
);
