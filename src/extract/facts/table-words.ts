import { remembering } from '../../model/remembering.js';
import type { Fund, Stage } from '../../model/report.js';
import type { Binding } from '../../rulebook/metric.js';
import { inferred, unknown, type Cue, type Known, type MetricCue } from './known.js';
import type { MetricNames } from './metric-names.js';

/** What the words of a row or of a column's headings say. */
export interface Words {
  readonly metric: MetricCue | null;
  readonly stage: Cue<Stage> | null;
  readonly fund: Cue<Fund> | null;
  readonly year: Cue<string> | null;
  /** 上年 in 上年决算数: of the year before. */
  readonly prior: string | null;
  /** 合计, or nothing but a stage: the row or column gives the table's own subject as a whole. */
  readonly isTotal: boolean;
  /** 一、一般公共预算财政拨款: nothing but a fund. */
  readonly isFund: boolean;
}
const silent: Words = {
  metric: null,
  stage: null,
  fund: null,
  year: null,
  prior: null,
  isTotal: true,
  isFund: false,
};

/** What 总计 of a side is. */
const grandTotals: Readonly<Record<string, string>> = {
  income_year: 'income_total_grand',
  expenditure_year: 'expenditure_total_grand',
};

type Around = { readonly column: readonly string[]; readonly rowsHeading?: string; readonly title: string };

const numbering =
  /^(?:[一二三四五六七八九十]+[、.．]|[（][一二三四五六七八九十\d]+[）]|\d{1,2}[.、．](?!\d)|其中[:：]?|[减加][:：])+/;
/** Units, formulas and numbers of columns in brackets: （万元）, （4=1+2）. */
const bracketed = /[（](?:[十百千万亿]*元|单位.*?|[%％]|[\dA-Z+\-=＝＋－*×/÷%.栏行]+|栏次.*?)[）]/g;
const yearWords = /((?:19|20)\d{2})年?度?/;
const priorWords = /上年度?|去年/;

/** Text without white space, with full-width brackets, and without numbers of rows and columns, units and quotation marks. */
export const plainWords = remembering((text: string): string =>
  text
    .replace(/[\s\u3000]+/g, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
    .replace(/["“”‘’《》]/g, '')
    .replace(bracketed, '')
    .replace(numbering, ''),
);

/** Reads headings, rows and titles of tables. Built once a rulebook. */
export class TableWords {
  readonly nothing = silent;
  readonly scopes: readonly string[];
  readonly #names: MetricNames;
  readonly #tables: Binding['tables'];
  readonly #sides: readonly Cue<string>[];
  readonly #whole: RegExp;
  /** By kind of report, what `#read` said of a text. */
  readonly #readings = new Map<string | null, (text: string) => Words | null>();

  constructor(names: MetricNames, { tables }: Binding) {
    this.#names = names;
    this.#tables = tables;
    this.scopes = tables.scopes;
    this.#sides = Object.entries(tables.sides)
      .flatMap(([metric, list]) => list.map((word) => ({ word, means: metric })))
      .sort((a, b) => b.word.length - a.word.length);
    this.#whole = new RegExp(`^(?:${[...tables.whole].sort((a, b) => b.length - a.length).join('|')})*$`);
  }

  fundIn(text: string): Cue<Fund> | null {
    return this.#names.fundIn(text);
  }

  showsAllFunds(title: string): boolean {
    return this.#tables.all_funds.some((pattern) => pattern.test(title));
  }

  yearIn(text: string): Cue<string> | null {
    const [word, means] = yearWords.exec(text) ?? [];
    return word === undefined || means === undefined ? null : { word, means };
  }

  isSide(metric: string): boolean {
    return metric === 'income_year' || metric === 'expenditure_year';
  }

  /** The words of a column's headings taken together; null where some of them are not understood. */
  column(path: readonly string[], speaksAs: string | null): Words | null {
    let words: Words = silent;
    for (const [depth, heading] of path.map(plainWords).entries()) {
      const group = this.#tables.within[words.metric?.means ?? ''];
      const read =
        this.#read(heading, speaksAs) ?? (group === undefined ? null : this.#read(`${group}${heading}`, speaksAs));
      if (!read) return null;
      // Over columns of its own, 财政拨款收入 is the side of a table about that fund.
      const side = read.metric?.means === 'income_fiscal' && depth < path.length - 1 ? read.metric : null;
      words = {
        isFund: false,
        metric: side ? { ...side, means: 'income_year' } : (read.metric ?? words.metric),
        stage: read.stage ?? words.stage,
        fund: read.fund ?? (side ? { word: side.word, means: 'fiscal' } : words.fund),
        year: read.year ?? words.year,
        prior: read.prior ?? words.prior,
        isTotal: read.metric === null && words.isTotal,
      };
    }
    return words;
  }

  /** What a row says that is no subject's; null for one whose words are not understood. `side` tells what 总计 is the total of. */
  row(text: string, side: string | null, speaksAs: string | null): Words | null {
    if (text !== '总计') return this.#read(text, speaksAs);
    const means = grandTotals[side ?? ''];
    return means === undefined ? null : { ...silent, metric: { word: text, means, isByKind: false }, isTotal: false };
  }

  /** income_year or expenditure_year, where the column's headings, its rows', or else the title, speak of one side only. */
  sideOf({ column, rowsHeading = '', title }: Around): Known<string> {
    const around = [
      ...column.map((text) => ({ text, from: 'column' as const })),
      { text: rowsHeading, from: 'column' as const },
      { text: title, from: 'caption' as const },
    ];
    for (const { text, from } of around) {
      const [word, ...others] = new Set(plainWords(text).match(/收入|支出/g) ?? []);
      if (others.length > 0) return unknown;
      if (word !== undefined)
        return inferred({ word, means: word === '收入' ? 'income_year' : 'expenditure_year' }, from);
    }
    return unknown;
  }

  /** What the subjects of a table are parts of, by its title: 基本支出决算表, 收入预算总表. */
  brokenDown(around: Around): Known<string> {
    const title = plainWords(around.title);
    const nature = this.#sides.find(({ word, means }) => !this.isSide(means) && title.includes(word));
    return nature ? inferred(nature, 'caption') : this.sideOf(around);
  }

  /** What 合计 of a table is, by its title. */
  totalOf(around: Around): Known<string> {
    const title = plainWords(around.title);
    if (title.includes('三公')) return inferred({ word: '三公', means: 'sangong_total' }, 'caption');
    // The funds of one project are not those of its agency.
    if (/绩效|自评|评价/.test(title) && !/整体支出/.test(title)) return unknown;
    return /(?:基本|项目)支出|收入|支出/.test(title) || around.column.some((it) => /收入|支出/.test(it))
      ? this.brokenDown(around)
      : unknown;
  }

  #read(text: string, speaksAs: string | null): Words | null {
    let reading = this.#readings.get(speaksAs);
    if (!reading) this.#readings.set(speaksAs, (reading = remembering((it) => this.#readAnew(it, speaksAs))));
    return reading(text);
  }

  #readAnew(text: string, speaksAs: string | null): Words | null {
    const year = this.yearIn(text);
    const plain = text.replace(yearWords, '');
    const named = this.#names.find(plain, { kind: 'money', unit: 'CNY' }, speaksAs);
    if (named) {
      const { cue, stage, fund, prior } = named;
      return { metric: cue, stage, fund, year, prior, isTotal: false, isFund: false };
    }
    const prior = priorWords.exec(plain)?.[0] ?? null;
    const fund = this.#names.fundIn(plain);
    const rest = fund ? plain.replace(fund.word, '') : plain;
    const stage = this.#names.stageIn(rest);
    const left = (stage ? rest.replace(stage.word, '') : rest).replace(priorWords, '');
    const said = { stage, fund, year, prior, isTotal: false, isFund: false };
    if (fund && this.#tables.fund_rows.includes(left)) return { ...said, metric: null, isFund: true };
    const side = this.#sides.find(({ word }) => rest.includes(word) && this.#whole.test(rest.replace(word, '')));
    if (side) return { ...said, metric: { ...side, isByKind: false } };
    if (!this.#whole.test(left)) return null;
    return { ...said, metric: null, isTotal: fund === null, isFund: fund !== null };
  }
}
