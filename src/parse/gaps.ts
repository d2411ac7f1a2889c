/** Characters of white space side by side that are kept: no page is wider, and patterns that look behind a gap begin at each of them. */
export const longestGap = 200;

const tooLong = new RegExp(
  `([^\\S\\n\\r\\f\\v\\u0085\\u2028\\u2029]{${longestGap}})[^\\S\\n\\r\\f\\v\\u0085\\u2028\\u2029]+`,
  'g',
);

/** A text whose gaps within a line are no longer than any that is printed; nothing but white space goes. */
export const withoutLongGaps = (text: string): string => text.replace(tooLong, '$1');
