import { z } from 'zod';
import { dense } from '../model/dense.js';
import { anyOf } from './any-of.js';
import { pattern } from './headings.js';

/** The words by which a label, a row or a column is known. */
export interface SelectorWords {
  readonly matches: RegExp;
  /** Some of them are a regular expression, no name. */
  readonly isPattern: boolean;
  /** As they are written in the rule. */
  readonly text: string;
}

const lead = /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d{1,2}[.、．]|[加减][:：]|其中[:：])+/;

/** A row's label without number, sign and white space, its brackets full: `二、 营业利润(亏损)` is `营业利润（亏损）`. */
export const rowName = (label: string): string =>
  dense(label).replace(lead, '').replace(/\(/g, '（').replace(/\)/g, '）');

/** A word, or a regular expression between slashes. */
const word = z.string().transform((text, context): { readonly name: string } | { readonly source: string } => {
  const [, source] = /^\/(.+)\/$/u.exec(text) ?? [];
  if (source === undefined && rowName(text) !== '') return { name: rowName(text) };
  const tried = pattern.safeParse(source ?? '');
  if (source !== undefined && tried.success) return { source };
  context.addIssue({ code: 'custom', message: tried.error?.issues[0]?.message ?? 'is no name' });
  return z.NEVER;
});

/** A word or several any of which will do; `around` says where a name stands in what is printed. */
const words = (around: (names: string) => string) =>
  z.preprocess(
    (given) => (Array.isArray(given) ? given : [given]).map((it) => (typeof it === 'number' ? String(it) : it)),
    z
      .array(word)
      .nonempty()
      .transform((all): SelectorWords => {
        const names = all.flatMap((it) => ('name' in it ? [it.name] : []));
        const sources = all.flatMap((it) => ('source' in it ? [it.source] : []));
        const own = names.length > 0 ? [around(`(?:${anyOf(names)})`)] : [];
        const text = all.map((it) => ('name' in it ? it.name : `/${it.source}/`)).join('|');
        return { matches: new RegExp([...own, ...sources].join('|'), 'u'), isPattern: sources.length > 0, text };
      }),
  );

/** Headings below a column's own that say no more than that it is the whole of it. */
const whole = '小计|合计|总计|金额|决算数?|预算数?';

/** A label ends with its name: 全省政府债务余额 is a 债务余额. */
export const labelWords = words((names) => `${names}$`);
/** A row is called by its name, whatever is added in brackets or behind a mark: 投资收益/（损失）. */
export const rowWords = words((names) => `^${names}(?!\\p{L})`);
/** A column stands under its name: 本年支出, 本年支出（万元）, 本年支出/小计. */
export const columnWords = words((names) => `(?:^|/)${names}(?:[（(][^/]*)?(?:/?(?:${whole}))?$`);
/** Words anywhere in a text. */
export const anyWords = words((names) => names);
