import { expect, test } from 'vitest';
import { civil, dayNumber, weekdays } from '../../src/model/calendar.js';

test('each day has the number after that of the day before, and back', () => {
  for (let day = dayNumber(1899, 12, 28); day <= dayNumber(2101, 1, 3); day++) {
    const { year, month, day: ofMonth } = civil(day);
    expect(dayNumber(year, month, ofMonth)).toBe(day);
  }
  expect(dayNumber(2024, 3, 1) - dayNumber(2024, 2, 28)).toBe(2);
  expect(dayNumber(1900, 3, 1) - dayNumber(1900, 2, 28)).toBe(1);
  expect(dayNumber(2023, 13, 1)).toBe(dayNumber(2024, 1, 1));
});

test('workdays are Monday to Friday', () => {
  // Monday 1 May 2023
  const monday = dayNumber(2023, 5, 1);
  expect([0, 4, 5, 6, 7, 13].map((more) => weekdays({ first: monday, last: monday + more }))).toEqual([
    1, 5, 5, 5, 6, 10,
  ]);
});
