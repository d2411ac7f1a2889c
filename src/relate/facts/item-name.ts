import type { Fund, Stage } from '../../model/report.js';
import type { Rulebook } from '../../rulebook/rulebook.js';

/** What words say of a figure: of which item, at which stage, of which fund. */
export interface Said {
  /** Names that the words may mean, the fullest first. */
  readonly names: readonly string[];
  readonly stage: Stage | null;
  readonly fund: Fund | null;
}

const dense = (text: string): string =>
  text
    .replace(/[\s\u3000]+/g, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
    .replace(/["“”'‘’《》]/g, '');

const numbering = /^(?:[一二三四五六七八九十]+、|[（][一二三四五六七八九十\d]+[）]|\d{1,2}[.、．](?!\d))/;
const lead = /^(?:其中[:：]?|今年|(?:19|20)\d{2}年度?|(?:减|加)[:：])/;
const tail = /(?:科目|数量|件数|金额|总额|合计|总计|情况|[:：为是共计达到的数额])$/;

function longest<T extends string>(
  words: Readonly<Partial<Record<T, readonly string[]>>>,
  fits: (word: string) => boolean,
): { readonly word: string; readonly means: T } | null {
  let best: { word: string; means: T } | null = null;
  for (const [means, list] of Object.entries(words) as [T, readonly string[]][]) {
    for (const word of list) if (fits(word) && word.length > (best?.word.length ?? 0)) best = { word, means };
  }
  return best;
}

function kept<T>(known: Map<string, T>, key: string, find: () => T): T {
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = find();
  known.set(key, found);
  return found;
}

/** Reads item, stage and fund out of a row's label, a column's heading or the words before a figure. */
export class ItemNames {
  readonly #metrics = new Map<string, string>();
  // labels and headings of tables repeat in every row: what they say is read once
  readonly #stages = new Map<string, { readonly word: string; readonly means: Stage } | null>();
  readonly #funds = new Map<string, Fund | null>();
  readonly #said = new Map<string, Said>();
  readonly #neutral: readonly string[];

  constructor(
    readonly rulebook: Rulebook,
    ownNames: readonly string[],
  ) {
    for (const metric of rulebook.metrics)
      for (const name of [metric.name.zh, ...metric.synonyms].map(dense))
        if (!this.#metrics.has(name)) this.#metrics.set(name, metric.id);
    const own = ownNames.map(dense);
    this.#neutral = [...own, ...rulebook.binding.neutral.filter((it) => it.length > 1)].sort(
      (a, b) => b.length - a.length,
    );
  }

  stageIn(text: string): Stage | null {
    return this.#stageSaid(text)?.means ?? null;
  }

  /** The words from which `stageIn` knows it. */
  stageWord(text: string): string | null {
    return this.#stageSaid(text)?.word ?? null;
  }

  #stageSaid(text: string): { readonly word: string; readonly means: Stage } | null {
    return kept(this.#stages, text, () => longest<Stage>(this.rulebook.binding.stages, (word) => text.includes(word)));
  }

  fundIn(text: string): Fund | null {
    return kept(
      this.#funds,
      text,
      () => longest<Fund>(this.rulebook.binding.funds, (word) => text.includes(word))?.means ?? null,
    );
  }

  /** Whether words name a fund and nothing else. */
  isFund(text: string): boolean {
    const fund = longest<Fund>(this.rulebook.binding.funds, (word) => text.includes(word));
    return fund !== null && /^(?:财政)?(?:拨款)?$/.test(text.replace(fund.word, ''));
  }

  /** One key for all wordings of an item. */
  keyOf(name: string): string {
    return this.#metrics.get(name) ?? name;
  }

  /** The metric that words name, stage and fund left aside; null where they name none. */
  metricOf(words: string): string | null {
    const own = this.#metrics.get(dense(words));
    if (own !== undefined) return own;
    for (const name of this.read(words).names) {
      const metric = this.#metrics.get(name);
      if (metric !== undefined) return metric;
    }
    return null;
  }

  /** Whether a name is a metric's, so that a short one may still be trusted. */
  isMetric(name: string): boolean {
    return this.#metrics.has(name);
  }

  read(words: string): Said {
    return kept(this.#said, words, () => this.#read(words));
  }

  #read(words: string): Said {
    let name = this.#trim(dense(words).replace(numbering, ''));
    const fund = longest<Fund>(this.rulebook.binding.funds, (word) => name.includes(word));
    const whole = this.#metrics.has(name);
    const stage = whole ? null : longest<Stage>(this.rulebook.binding.stages, (word) => name.endsWith(word));
    if (stage) name = this.#trim(name.slice(0, -stage.word.length));
    const bare = fund && fund.word !== name ? this.#trim(name.replace(fund.word, '')) : name;
    const names = [...new Set([name, bare, bare.replace(/(?<=经费|费)支出$/, '')])].filter((it) => it !== '');
    return { names, stage: stage?.means ?? null, fund: fund?.means ?? null };
  }

  #trim(text: string): string {
    let rest = text;
    for (let before = ''; before !== rest && !this.#metrics.has(rest);) {
      before = rest;
      rest = rest.replace(lead, '').replace(numbering, '');
      const neutral = this.#neutral.find((word) => rest.startsWith(word) && rest.length > word.length + 1);
      if (neutral !== undefined && !this.#metrics.has(rest)) rest = rest.slice(neutral.length);
      if (!this.#metrics.has(rest) && rest.length > 2) rest = rest.replace(tail, '');
    }
    return rest;
  }
}
