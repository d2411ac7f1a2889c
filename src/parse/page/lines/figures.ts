// What a figure looks like in print, for whoever tells columns, rows and their ends by it. Texts are without white space.

const number = String.raw`[-+−(（]?[¥￥$]?\d[\d,]*(?:\.\d+)?[%‰]?[)）]?`;
const dashes = '[-—–]{1,2}';
const range = String.raw`\d{1,3}(?:\.\d+)?%?[-—–~～]\d{1,3}(?:\.\d+)?%?`;
const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`);

const numbers = whole(number);
const figures = whole(`${number}|${dashes}`);
const inColumn = whole(String.raw`${number}|${dashes}|\d{4}[AE年]?|${range}`);
const cents = whole(String.raw`[-+−(（]?[¥￥$]?\d[\d,]*\.\d{2}[)）]?`);
const plain = whole(String.raw`[-+−(（]?[¥￥$]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d{2})[)）]?`);

/** A number, with its sign, currency, percent sign or brackets. */
export const isNumber = (text: string): boolean => numbers.test(text);

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
