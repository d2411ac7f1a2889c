import type { Quantity } from '../../model/quantity.js';
import type { Fund, Stage } from '../../model/report.js';
import type { Binding, Metric } from '../../rulebook/metric.js';

/** What a label says of a figure's identity. */
export interface Named {
  readonly metric: string;
  readonly stage: Stage | null;
  readonly fund: Fund | null;
}

interface Cue<T> {
  readonly word: string;
  readonly means: T;
}

function longestFirst<T extends string>(words: Readonly<Partial<Record<T, readonly string[]>>>): Cue<T>[] {
  return (Object.entries(words) as [T, readonly string[]][])
    .flatMap(([means, list]) => list.map((word) => ({ word, means })))
    .sort((a, b) => b.word.length - a.word.length);
}

const dense = (text: string): string =>
  text
    .replace(/[\s\u3000]+/g, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
    .replace(/["”“]/g, '');

/** Finds which metric a label names. Built once a rulebook; a lookup costs the label's length. */
export class MetricNames {
  readonly #names = new Map<string, { readonly metric: Metric; readonly stage: Stage | null }>();
  readonly #stages: readonly Cue<Stage>[];
  readonly #funds: readonly Cue<Fund>[];
  readonly #neutral: readonly string[];

  constructor(metrics: readonly Metric[], binding: Binding) {
    this.#stages = longestFirst(binding.stages);
    this.#funds = longestFirst(binding.funds);
    this.#neutral = [...binding.neutral].sort((a, b) => b.length - a.length);
    for (const metric of metrics) {
      for (const name of [metric.name.zh, ...metric.synonyms]) {
        this.#names.set(dense(name), { metric, stage: metric.stages[name] ?? null });
      }
    }
  }

  /** Null unless nothing is left of the label but the metric's name and words that leave it as it is. */
  find(label: string, kind: Quantity['kind']): Named | null {
    const whole = this.#trim(dense(label).replace(/\d{4}年度?|上年度?|去年/g, ''));
    const fund = this.fundIn(whole);
    const stage = this.stageIn(whole);
    const withoutFund = this.#trim(fund ? whole.replace(fund.word, '') : whole);
    const withoutBoth = this.#trim(stage ? withoutFund.replace(stage.word, '') : withoutFund);
    for (const name of [whole, withoutFund, withoutBoth]) {
      const known = this.#names.get(name);
      if (!known || known.metric.unit !== kind) continue;
      return {
        metric: known.metric.id,
        stage: known.stage ?? stage?.means ?? null,
        fund: name === whole ? null : (fund?.means ?? null),
      };
    }
    return null;
  }

  stageIn(text: string): Cue<Stage> | null {
    return this.#stages.find((cue) => text.includes(cue.word)) ?? null;
  }

  fundIn(text: string): Cue<Fund> | null {
    return this.#funds.find((cue) => text.includes(cue.word)) ?? null;
  }

  /** Takes neutral words off both ends, but never what is a metric's own name. */
  #trim(text: string): string {
    let rest = text;
    for (let before = ''; before !== rest && !this.#names.has(rest);) {
      before = rest;
      for (const word of this.#neutral) {
        if (rest.length > word.length && rest.startsWith(word)) rest = rest.slice(word.length);
        if (this.#names.has(rest)) return rest;
        if (rest.length > word.length && rest.endsWith(word)) rest = rest.slice(0, -word.length);
        if (this.#names.has(rest)) return rest;
      }
    }
    return rest;
  }
}
