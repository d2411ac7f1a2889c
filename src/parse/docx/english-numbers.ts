/** Numbers as English words, as LibreOffice prints them: 1,021 is One thousand and twenty-one. */

const small = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen'
).split(' ');
const tens = '  twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const irregular = new Map([
  ['one', 'first'],
  ['two', 'second'],
  ['three', 'third'],
  ['five', 'fifth'],
  ['eight', 'eighth'],
  ['nine', 'ninth'],
  ['twelve', 'twelfth'],
]);

function spelled(value: number): string {
  if (value < 20) return small[value] ?? '';
  if (value < 100) return [tens[Math.floor(value / 10)], ...(value % 10 > 0 ? [small[value % 10]] : [])].join('-');
  const [scale, name] = value < 1000 ? ([100, 'hundred'] as const) : ([1000, 'thousand'] as const);
  const rest = value % scale;
  const head = `${spelled(Math.floor(value / scale))} ${name}`;
  if (rest === 0) return head;
  return `${head} ${scale === 1000 && rest < 100 ? 'and ' : ''}${spelled(rest)}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Twenty-one. */
export const cardinal = (value: number): string => capital(spelled(value));

/** Twenty-first. */
export const ordinal = (value: number): string =>
  capital(spelled(value).replace(/[a-z]+$/, (last) => irregular.get(last) ?? `${last.replace(/y$/, 'ie')}th`));
