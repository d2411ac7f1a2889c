import { cardinal, ordinal } from './english-numbers.js';

/** Numbers as Word prints them in front of a paragraph, by the names of ST_NumberFormat. */

const digits = '〇一二三四五六七八九';

interface Hanzi {
  readonly digits: string;
  readonly units: readonly string[];
  readonly myriad: string;
  /** 10 is 十, not 一十. */
  readonly bareTen: boolean;
}

const lower: Hanzi = { digits: '零一二三四五六七八九', units: ['', '十', '百', '千'], myriad: '万', bareTen: true };
const legalSimplified: Hanzi = {
  digits: '零壹贰叁肆伍陆柒捌玖',
  units: ['', '拾', '佰', '仟'],
  myriad: '万',
  bareTen: false,
};
const legalTraditional: Hanzi = {
  digits: '零壹貳參肆伍陸柒捌玖',
  units: ['', '拾', '佰', '仟'],
  myriad: '萬',
  bareTen: false,
};
const japaneseLegal: Hanzi = {
  digits: '零壱弐参四伍六七八九',
  units: ['', '拾', '百', '阡'],
  myriad: '萬',
  bareTen: false,
};

/** A number below 10,000: 1,005 is 一千零五. */
function underMyriad(value: number, hanzi: Hanzi): string {
  let text = '';
  let gap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    text += (gap ? hanzi.digits.charAt(0) : '') + hanzi.digits.charAt(digit) + (hanzi.units[place] ?? '');
    gap = false;
  }
  return text;
}

function spelled(value: number, hanzi: Hanzi): string {
  if (value === 0) return hanzi.digits.charAt(0);
  const [high, low] = [Math.floor(value / 10_000), value % 10_000];
  const head = high > 0 ? underMyriad(high, hanzi) + hanzi.myriad : '';
  const zero = high > 0 && low > 0 && low < 1000 ? hanzi.digits.charAt(0) : '';
  const text = head + zero + underMyriad(low, hanzi);
  const [one, ten] = [hanzi.digits.charAt(1), hanzi.units[1] ?? ''];
  return hanzi.bareTen && text.startsWith(one + ten) ? text.slice(1) : text;
}

const digitByDigit = (value: number): string =>
  [...String(value)].map((digit) => digits.charAt(Number(digit))).join('');

/** Counting systems that name numbers up to 99 and then go over to digits: 一〇〇. */
const shortCounting = (value: number): string => (value < 100 ? spelled(value, lower) : digitByDigit(value));

/** a, b, … z, aa, bb, … as Word does, not ab. */
function letters(value: number, first: string): string {
  const letter = String.fromCharCode(first.charCodeAt(0) + ((value - 1) % 26));
  return letter.repeat(Math.ceil(value / 26));
}

const romanSteps = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

function roman(value: number): string {
  let [rest, text] = [value, ''];
  for (const [worth, sign] of romanSteps) {
    while (rest >= worth) [rest, text] = [rest - worth, text + sign];
  }
  return text;
}

const fullWidth = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** Characters in a row from `first`, as long as the row lasts; plain digits beyond. */
function fromRow(value: number, rows: readonly (readonly [from: number, to: number, first: number])[]): string {
  const row = rows.find(([from, to]) => value >= from && value <= to);
  return row ? String.fromCodePoint(row[2] + value - row[0]) : String(value);
}

const cycle = (value: number, signs: string): string => signs.charAt((value - 1) % signs.length);
const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';

const ordinalSuffix = (value: number): string => {
  const tens = value % 100;
  const suffix = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${suffix}`;
};

const padded =
  (width: number) =>
  (value: number): string =>
    String(value).padStart(width, '0');
const circled = (value: number): string =>
  fromRow(value, [
    [1, 20, 0x2460],
    [21, 35, 0x3251],
    [36, 50, 0x32b1],
  ]);

const formats: Readonly<Record<string, (value: number) => string>> = {
  decimal: String,
  decimalHalfWidth: String,
  // a zero before 1 to 9 (§17.18.59), not before 0
  decimalZero: (value) => (value === 0 ? '0' : padded(2)(value)),
  decimalZero3: padded(3),
  decimalZero4: padded(4),
  decimalZero5: padded(5),
  decimalFullWidth: (value) => fullWidth(String(value)),
  decimalFullWidth2: (value) => fullWidth(String(value)),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedFullstop: (value) => fromRow(value, [[1, 20, 0x2488]]),
  decimalEnclosedParen: (value) => fromRow(value, [[1, 20, 0x2474]]),
  numberInDash: (value) => `- ${value} -`,
  ordinal: ordinalSuffix,
  ordinalText: ordinal,
  cardinalText: cardinal,
  lowerLetter: (value) => letters(value, 'a'),
  upperLetter: (value) => letters(value, 'A'),
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperRoman: roman,
  chineseCounting: shortCounting,
  chineseCountingThousand: (value) => spelled(value, lower),
  taiwaneseCounting: shortCounting,
  taiwaneseCountingThousand: (value) => spelled(value, lower),
  taiwaneseDigital: digitByDigit,
  ideographDigital: digitByDigit,
  japaneseCounting: (value) => spelled(value, lower),
  japaneseDigitalTenThousand: digitByDigit,
  japaneseLegal: (value) => spelled(value, japaneseLegal),
  koreanDigital2: (value) => digitByDigit(value).replaceAll('〇', '零'),
  chineseLegalSimplified: (value) => spelled(value, legalSimplified),
  ideographLegalTraditional: (value) => spelled(value, legalTraditional),
  ideographTraditional: (value) => (value <= 10 ? cycle(value, stems) : String(value)),
  ideographZodiac: (value) => (value <= 12 ? cycle(value, branches) : String(value)),
  ideographZodiacTraditional: (value) => cycle(value, stems) + cycle(value, branches),
  ideographEnclosedCircle: (value) => fromRow(value, [[1, 10, 0x3280]]),
  chicago: (value) => cycle(value, '*†‡§').repeat(Math.ceil(value / 4)),
  hex: (value) => value.toString(16).toUpperCase(),
  none: () => '',
};

/** Roman numerals and letters grow with their number; no list in a report goes beyond this. */
const longest = 32_767;

/** A level's number in its format; a format that Chinese reports do not use is printed in digits. */
export function formatNumber(value: number, format: string): string {
  if (format === 'none') return '';
  const write = Object.hasOwn(formats, format) ? formats[format] : undefined;
  return write && value >= 0 && value <= longest && (value > 0 || format.startsWith('decimal'))
    ? write(value)
    : String(value);
}
