import { expect, test } from 'vitest';
import { namesOf } from '../../src/rulebook/alternatives.js';

test.each([
  ['公务接待费', ['公务接待费']],
  ['公车{购置|更新}费', ['公车购置费', '公车更新费']],
  ['{公务用|公}车{费|}', ['公务用车费', '公务用车', '公车费', '公车']],
  ['{甲|甲}乙', ['甲乙']],
])('%s', (pattern, names) => expect(namesOf(pattern)).toEqual(names));

test.each([
  ['公车{购置费', 'without its other'],
  ['公车}购置费', 'without its other'],
  ['{1|2|3|4|5|6|7|8}'.repeat(3), 'more than 500'],
])('%s is refused', (pattern, words) => expect(() => namesOf(pattern)).toThrow(words));
