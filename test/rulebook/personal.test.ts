import { describe, expect, test } from 'vitest';
import { readPersonal } from '../../src/rulebook/personal.js';

const personal = readPersonal();

describe('data about people', () => {
  const found: readonly [why: string, text: string, masked: string][] = [
    ['an identity number', '证号11010519491231002X。', '证号110***********002X。'],
    ['its last letter written small', '证号11010519491231002x。', '证号110***********002x。'],
    ['in full-width digits', '证号１１０１０５１９４９１２３１００２Ｘ', '证号１１０***********００２Ｘ'],
    ['a mobile number', '联系电话：13800138000，', '联系电话：138****8000，'],
    ['in groups', '电话138-0013-8000', '电话138******8000'],
    ['a landline', '电话0759-1234567', '电话075*****4567'],
    ['a bank card', '账号6222021234567890128', '账号6222***********0128'],
    ['a bank card in groups', '账号 6222 0212 3456 7890 128', '账号 6222*************** 128'],
    ['two of them', '13800138000、13900139000', '138****8000、139****9000'],
  ];
  test.each(found)('%s is masked', (_why, text, masked) => expect(personal.masked(text)).toBe(masked));

  const left: readonly [why: string, text: string][] = [
    ['a wrong check digit', '证号110105194912310021'],
    ['no day of birth', '证号110105194913310025'],
    ['an amount', '支出13800138000元'],
    ['an amount with decimals', '支出13800138000.50'],
    ['an amount with commas', '13,800,138,000'],
    ['a longer number', '编号138001380001234'],
    ['a card that does not add up', '账号6222021234567890123'],
    ['an organisation', '统一社会信用代码91350100M000100Y43'],
    ['a hash', 'a13800138000b6222021234567890128'.padEnd(64, '0')],
    ['a year', '2024年'],
  ];
  test.each(left)('%s is not', (_why, text) => {
    expect(personal.find(text).filter(({ kind }) => kind !== 'phone' || !text.startsWith('a'))).toEqual([]);
  });
});
