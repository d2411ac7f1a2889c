import { describe, expect, test } from 'vitest';
import { productRows } from '../../src/claims/across/product-rows.js';
import { tracksOf } from './tracks.js';

/** Totals that do not come out where the other rows do. */
const broken = (text: string): string[] => productRows(tracksOf(text)).map(({ total }) => total.text);

const two = '甲档920人，每人每月60元，全年66.24万元；乙档140人，每人每月120元，全年20.16万元；';

describe('rows told alike', () => {
  test.each<readonly [why: string, text: string, shows: readonly string[]]>([
    ['one does not come out', `${two}丙档9人，每人每月400元，全年4.23万元。`, ['4.23万元']],
    ['all do', `${two}丙档9人，每人每月400元，全年4.32万元。`, []],
    ['paid for another number of months', `${two}丙档9人，每人每月400元，全年3.60万元。`, []],
    ['… and the sum says it is not', `${two}丙档9人，每人每月400元，全年3.60万元。共发90.72万元。`, ['3.60万元']],
    ['another stage', `${two}丙档9人，每人每月400元，实际4.23万元。`, []],
    ['one other row only', '甲档920人，每人60元，共5.52万元；乙档140人，每人120元，共1.86万元。', []],
    ['two do not come out', `${two}丙档9人，每人每月400元，全年4.23万元；丁档5人，每人每月70元，全年0.24万元。`, []],
  ])('%s', (_why, text, shows) => {
    expect(broken(text)).toEqual(shows);
  });
});
