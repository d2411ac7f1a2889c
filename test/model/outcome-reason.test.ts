import { expect, test } from 'vitest';
import { reasonIn } from '../../src/model/outcome-reason.js';

test('a reason in both languages; one that is not known stands as it is', () => {
  expect(reasonIn('the base is not positive', 'zh')).toBe('基数不是正数');
  expect(reasonIn('the base is not positive', 'en')).toBe('the base is not positive');
  expect(reasonIn('toString', 'zh')).toBe('toString');
});
