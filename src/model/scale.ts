const powers: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8, 萬: 4, 億: 8 };

/** Units of which 千 is a part: what is counted is kWh, not Wh. */
const ofThousands = /^千(?:瓦|克|米|伏|升|卡|焦|帕|赫)/;

/** Powers of ten that the scale words at the start of a unit stand for: 万元 is 4, 千 is 3, 元 is 0. */
export function scalePower(unit: string): number {
  let power = 0;
  for (let at = 0; at < unit.length; at++) {
    const own = powers[unit[at] ?? ''];
    if (own === undefined || ofThousands.test(unit.slice(at))) break;
    power += own;
  }
  return power;
}
