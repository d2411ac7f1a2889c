const filler = /本年|当年|年度|全年|总额|的|数|\d{4}年/g;

/** The words by which a denominator and a level are recognised as one: without quotes, brackets, years and 总额. */
export const core = (words: string): string => words.replace(/[\s“”"（）()]/g, '').replace(filler, '');
