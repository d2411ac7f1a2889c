const powers: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8, 萬: 4, 億: 8 };

/** Powers of ten that the scale words at the start of a unit stand for: 万元 is 4, 千 is 3, 元 is 0. */
export function scalePower(unit: string): number {
  let power = 0;
  for (const char of unit) {
    const own = powers[char];
    if (own === undefined) break;
    power += own;
  }
  return power;
}
