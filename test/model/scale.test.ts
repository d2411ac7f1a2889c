import { expect, test } from 'vitest';
import { scalePower } from '../../src/model/scale.js';

test.each([
  ['万元', 4],
  ['亿千瓦时', 8],
  ['千瓦', 0],
  ['千元', 3],
  ['千公顷', 3],
  ['元', 0],
])('%s', (unit, power) => {
  expect(scalePower(unit)).toBe(power);
});
