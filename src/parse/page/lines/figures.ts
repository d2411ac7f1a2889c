// What a figure looks like in print, for whoever tells columns, rows and their ends by it. Texts are without white space.

const number = String.raw`[-+−(（]?[¥￥$]?\d[\d,]*(?:\.\d+)?[%‰]?[)）]?`;
const dashes = '[-—–]{1,2}';
const range = String.raw`\d{1,3}(?:\.\d+)?%?[-—–~～]\d{1,3}(?:\.\d+)?%?`;
const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`);

const aNumber = whole(number);
const figures = whole(`${number}|${dashes}`);
const inColumn = whole(String.raw`${number}|${dashes}|\d{4}[AE年]?|${range}`);
const cents = whole(String.raw`[-+−(（]?[¥￥$]?\d[\d,]*\.\d{2}[)）]?`);
const plain = whole(String.raw`[-+−(（]?[¥￥$]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d{2})[)）]?`);

/** A number, with its sign, currency, percent sign or brackets. */
export const isNumber = (text: string): boolean => aNumber.test(text);

/** A dash for none. */
export const isDash = (text: string): boolean => /^[-—–]+$/.test(text);

/** A number, or a dash for none. */
export const isFigure = (text: string): boolean => figures.test(text);

/** What stands under others in a column of figures: a number, a dash for none, a year, or a range (5-10, 2.40%-7.68%). */
export const isColumnFigure = (text: string): boolean => inColumn.test(text);

/** A number whose two decimals show that it ends here. */
export const hasCents = (text: string): boolean => cents.test(text);

/** An amount, which nothing but its label need stand beside; a share or a count may stand in any line of text. */
export const isAmount = (text: string): boolean => plain.test(text);

/** A year as a heading names it. */
export const isYear = (text: string): boolean => /^(?:19|20)\d{2}年?$/.test(text);

const started = /\d[.,]\d*$/;
const going = /^\d[\d,]*(?:\.\d+)?[)）%]?$/;
const joined = /^[-+(（]?[¥￥]?(?:\d{1,3}(?:,\d{3})*|\d+)(?:\.\d{1,6})?[%‰]?[)）]?$/;

/** True when two pieces make one number, the first of which has decimals or thousands: whole counts may fill a narrow cell. */
export const isBrokenNumber = (before: string, after: string): boolean =>
  started.test(before) && going.test(after) && joined.test(before + after);

/** What no number ends in: a comma, a point, a group of thousands that lacks digits. */
const unfinished = /^[-+−(（]?[¥￥$]?(?:\d[\d,]*[.,]|\d{1,3}(?:,\d{3})*,\d{1,2})$/;
/** What no number begins with. */
const rest = /^(?:[.,]\d[\d,]*(?:\.\d*)?[%‰]?[)）]?|[%‰][)）]?|[)）])$/;
/** Signs and brackets, which stand before a number or for none. */
const opener = /^[-+−(（¥￥$]{1,3}$/;
/** What a number may be as far as it was read. */
const begun = /^[-+−(（]{0,2}[¥￥$]?(?:\d{1,3}(?:,\d{3})*(?:,\d{0,3})?|\d+)?(?:\.\d*)?[%‰]?[)）]?$/;

const decimalsOf = (text: string): number => /\.(\d*)/.exec(text)?.[1]?.length ?? 0;

/** True when two pieces under each other are of one number beyond doubt: the first cannot end one, or the second begin one. */
export const isCutBetween = (above: string, below: string): boolean =>
  begun.test(above + below) && (isUnfinished(above) || (rest.test(below) && /\d/.test(above)));

/** True for the beginning of a number that was broken over lines: it cannot stand so by itself. */
const isUnfinished = (text: string): boolean => unfinished.test(text);

/** What tells whether a piece of a number that might end here goes on below. */
export interface Pieces {
  /** The piece at this index fills its column, so that no digit more would have fitted. */
  readonly full: (index: number) => boolean;
  /** Its column had no room for a sign before it. */
  readonly tight: (index: number) => boolean;
  /** Numbers were broken for want of room about here. */
  readonly broken: boolean;
  /** Decimals of the numbers about. */
  readonly decimals: number;
}

/** Which pieces under each other make one number each, by their indexes. A lone sign belongs to the number below it where
 *  there was no room for it; where numbers are broken, one that fills it and lacks decimals goes on. */
export function numbersOf(pieces: readonly string[], { full, tight, broken, decimals }: Pieces): number[][] {
  const numbers: number[][] = [];
  let said = '';
  pieces.forEach((piece, i) => {
    const open = numbers.at(-1);
    const sign = opener.test(said) && /^\d/.test(piece) && tight(i);
    const goesOn = broken && /\d$/.test(said) && /^[\d.,]/.test(piece) && full(i - 1) && decimalsOf(said) < decimals;
    if (open && begun.test(said + piece) && (sign || goesOn || isCutBetween(said, piece))) {
      open.push(i);
      said += piece;
    } else {
      numbers.push([i]);
      said = piece;
    }
  });
  return numbers;
}

/** More decimals than numbers have. */
const manyDecimals = 6;

/** Decimals that most of these numbers have; more than any where none tells. */
export function usualDecimals(numbersRead: readonly string[]): number {
  const counts = new Map<number, number>();
  for (const text of numbersRead) {
    if (isNumber(text) && text.includes('.')) counts.set(decimalsOf(text), (counts.get(decimalsOf(text)) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return most?.[0] ?? manyDecimals;
}
