import { fromChinese } from '../headings/numeral.js';

const digit = '[0-9０-９]';
const numeral = '[〇○零ＯOoｏ0０一二三四五六七八九十]';
const arabicDate = new RegExp(
  `(${digit}{4})[年./-]\\s*(${digit}{1,2})[月./-]\\s*(${digit}{1,2})(?:日|号|(?!${digit})|(?=${digit}{2}[:：]${digit}{2}))`,
  'u',
);
const chineseDate = new RegExp(`(${numeral}{4})年(${numeral}{1,2})月(${numeral}{1,3})日`, 'u');
const arabicYear = new RegExp(
  `(?<!${digit})((?:19|20|１９|２０)${digit}{2})(?=年|[-—至]|季|$|[^0-9０-９.．,，万亿元%])`,
  'u',
);
const chineseYear = new RegExp(`(${numeral}{4})年`, 'u');

const plain = (text: string): string => text.replace(/[０-９]/g, (char) => String(char.charCodeAt(0) - 0xff10));
const chineseDigits = (text: string): number | null => fromChinese(text.replace(/[○ＯOoｏ0０零]/g, '〇'));

function iso(year: number, month: number, day: number): string | null {
  const days = [
    31,
    year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ];
  if (year < 1900 || year > 2199 || day < 1 || day > (days[month - 1] ?? 0)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The first full date in text without white space, ISO; null where there is none or the calendar has no such day. */
export function dateIn(text: string): string | null {
  const arabic = arabicDate.exec(text);
  if (arabic)
    return iso(Number(plain(arabic[1] ?? '')), Number(plain(arabic[2] ?? '')), Number(plain(arabic[3] ?? '')));
  const chinese = chineseDate.exec(text);
  if (!chinese) return null;
  const [year, month, day] = [chinese[1], chinese[2], chinese[3]].map((part) => chineseDigits(part ?? '') ?? 0);
  return iso(year ?? 0, month ?? 0, day ?? 0);
}

/** Text without white space, without its first date. */
export const withoutDate = (text: string): string => {
  const rest = text.replace(arabicDate, '').replace(chineseDate, '');
  return rest === text ? text : rest.replace(/[（(][）)]/gu, '');
};

/** True for text that is a full date and nothing else. */
export const isDate = (text: string): boolean =>
  dateIn(text) !== null && withoutDate(text).replace(/[（）()]/g, '') === '';

/** The first year in text without white space: `2024年`, `二〇二四年`, `2024` alone. */
export function yearIn(text: string): number | null {
  const arabic = arabicYear.exec(text);
  if (arabic) return Number(plain(arabic[1] ?? ''));
  const chinese = chineseYear.exec(text);
  const year = chinese ? chineseDigits(chinese[1] ?? '') : null;
  return year !== null && year >= 1900 && year < 2200 ? year : null;
}
