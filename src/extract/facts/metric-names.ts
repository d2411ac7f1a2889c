import type { Quantity } from '../../model/quantity.js';
import type { Fund, Stage } from '../../model/report.js';
import { remembering } from '../../model/remembering.js';
import type { Binding, Metric, Subject } from '../../rulebook/metric.js';
import type { Cue, MetricCue } from './known.js';

/** What a label says of a figure's identity. */
export interface Named {
  readonly metric: Metric;
  /** The words of the label that are the metric's name. */
  readonly cue: MetricCue;
  readonly stage: Cue<Stage> | null;
  readonly fund: Cue<Fund> | null;
  /** 全区, 市本级: the level of government that the label names. */
  readonly level: string | null;
  /** 上年, 去年 where the label says it. */
  readonly prior: string | null;
}

/** A metric that bears a name, and its stage where the name itself says it. */
interface Bearer {
  readonly metric: Metric;
  readonly stage: Stage | null;
}

function longestFirst<T extends string>(words: Readonly<Partial<Record<T, readonly string[]>>>): Cue<T>[] {
  return (Object.entries(words) as [T, readonly string[]][])
    .flatMap(([means, list]) => list.map((word) => ({ word, means })))
    .sort((a, b) => b.word.length - a.word.length);
}

const dense = remembering((text: string): string =>
  text
    .replace(/[\s\u3000]+/g, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
    .replace(/["”“]/g, ''),
);

/** 公务接待费 is 公务接待费支出 too. */
const spent = /(?:费|经费|费用)$/;

const flowIn = /支出|收入/;
const opposite: Readonly<Record<string, RegExp>> = { 支出: /收入/, 收入: /支出/ };

/** Finds which metric a label names. Built once a rulebook; a lookup costs the label's length. */
export class MetricNames {
  readonly #names = new Map<string, Bearer[]>();
  readonly #stages: readonly Cue<Stage>[];
  readonly #funds: readonly Cue<Fund>[];
  readonly #neutral: readonly string[];
  readonly #levels: readonly string[];
  readonly #subjects: Binding['subjects'];
  readonly #twoYears: ReadonlySet<string>;
  readonly #stocks: ReadonlySet<string>;
  readonly #companions: readonly ReadonlySet<string>[];
  readonly #companionNames: readonly (readonly [name: string, metric: Metric])[];
  readonly #byId: ReadonlyMap<string, Metric>;
  /** By kind, unit and kind of report, what a label names. */
  readonly #found = new Map<string, (label: string) => Named | null>();

  constructor(metrics: readonly Metric[], binding: Binding) {
    this.#stages = longestFirst(binding.stages);
    this.#funds = longestFirst(binding.funds);
    this.#neutral = [...binding.neutral].sort((a, b) => b.length - a.length);
    this.#levels = [...binding.levels].sort((a, b) => b.length - a.length);
    this.#subjects = binding.subjects;
    this.#twoYears = new Set(binding.twoYears);
    this.#byId = new Map(metrics.map((metric) => [metric.id, metric]));
    this.#companions = binding.companions.map((group) => new Set(group));
    this.#stocks = new Set(metrics.filter(({ flow }) => flow === 'stock').map(({ id }) => id));
    for (const metric of metrics) {
      const names = [metric.name.zh, ...metric.synonyms].map(dense);
      const spending = names.filter((name) => metric.unit === 'money' && spent.test(name)).map((name) => `${name}支出`);
      for (const name of new Set([...names, ...spending])) this.#add(name, metric);
    }
    this.#companionNames = [...this.#names].flatMap(([name, known]) =>
      known.filter(({ metric }) => this.areCompanions(metric, metric)).map(({ metric }) => [name, metric] as const),
    );
  }

  #add(name: string, metric: Metric): void {
    const printed = Object.entries(metric.stages).find(([wording]) => dense(wording) === name);
    this.#names.set(name, [...(this.#names.get(name) ?? []), { metric, stage: printed?.[1] ?? null }]);
  }

  /**
   * Null unless nothing is left of the label but one metric's name and words that leave it as it is. A name that several
   * metrics bear is the one that the report's kind speaks of, and nothing where the kind does not tell.
   */
  find(label: string, { kind, unit }: Pick<Quantity, 'kind' | 'unit'>, reportKind: string | null): Named | null {
    const key = `${kind} ${unit} ${reportKind}`;
    let named = this.#found.get(key);
    if (!named) {
      named = remembering((it) => this.#findAnew(it, { kind, unit }, reportKind));
      this.#found.set(key, named);
    }
    return named(label);
  }

  #findAnew(label: string, { kind, unit }: Pick<Quantity, 'kind' | 'unit'>, reportKind: string | null): Named | null {
    const printed = dense(label).replace(/\d{4}年度?/g, '');
    const now = this.#findIn(printed, { kind, unit }, reportKind);
    if (now) return { ...now, prior: null };
    const prior = /上年度?|去年|上期/.exec(printed)?.[0];
    const then = prior === undefined ? null : this.#findIn(printed.replace(prior, ''), { kind, unit }, reportKind);
    return then && { ...then, prior: prior ?? null };
  }

  #findIn(
    printed: string,
    { kind, unit }: Pick<Quantity, 'kind' | 'unit'>,
    reportKind: string | null,
  ): Omit<Named, 'prior'> | null {
    const level = this.levelAt(printed);
    const whole = this.#trim(level === null ? printed : printed.slice(level.length));
    const fund = this.fundIn(whole);
    const readings = [
      { text: whole, fund: null },
      ...(fund ? [{ text: this.#trim(whole.replace(fund.word, '')), fund }] : []),
    ];
    for (const { text, fund: said } of readings) {
      for (const { name, stage } of this.#withoutStages(text)) {
        const known = this.#known(name, kind, unit, reportKind);
        if (!known) continue;
        const { name: own, is } = known.metric;
        const inName = this.fundIn(dense(own.zh));
        const metric = is ? (this.#byId.get(is.metric) ?? known.metric) : known.metric;
        return {
          metric,
          cue: { word: name, means: metric.id, isByKind: known.isByKind },
          stage: known.stage === null ? stage : { word: name, means: known.stage },
          fund: is ? { word: name, means: is.fund } : (said ?? inName),
          level,
        };
      }
    }
    return null;
  }

  /**
   * A text as it stands, then without each of its words of stage. 支出 or 收入 in such a word may be part of the name (公务接待费|支出预算)
   * or say again what the name says (其他收入|收入决算数), but never the opposite of it.
   */
  #withoutStages(text: string): { readonly name: string; readonly stage: Cue<Stage> | null }[] {
    const cues = this.#stages.filter((cue) => text.includes(cue.word));
    return [
      { name: text, stage: null },
      ...cues.flatMap((cue) => {
        const { word } = cue;
        const flow = flowIn.exec(word)?.[0] ?? '';
        const names = flow === '' ? [text.replace(word, '')] : [text.replace(word, flow), text.replace(word, '')];
        return names
          .map((name) => this.#trim(name))
          .filter((name) => flow === '' || !opposite[flow]?.test(name))
          .map((name) => ({ name, stage: cue }));
      }),
    ];
  }

  #known(
    name: string,
    kind: Quantity['kind'],
    unit: string | null,
    reportKind: string | null,
  ): (Bearer & { readonly isByKind: boolean }) | null {
    const spoken: readonly Subject[] | undefined = this.#subjects[reportKind ?? ''];
    const bearers = (this.#names.get(name) ?? []).filter(
      ({ metric: { measure, unit: wanted } }) =>
        wanted === kind && (measure.length === 0 || measure.includes(unit ?? '')),
    );
    const [found, ...others] = bearers.filter(
      ({ metric: { subject } }) => subject === undefined || spoken === undefined || spoken.includes(subject),
    );
    return found && others.length === 0 ? { ...found, isByKind: bearers.length > 1 } : null;
  }

  /** Whether one body has both, so that what a sentence names for one of them is whose the other is too. */
  areCompanions(one: Metric, other: Metric): boolean {
    return this.#companions.some((group) => group.has(one.id) && group.has(other.id));
  }

  /** Whether a label ends in the name of a companion of a metric and says first whose it is: 全国国有企业|资产总额. */
  ownsCompanion(label: string, of: Metric): boolean {
    const words = dense(label);
    return this.#companionNames.some(
      ([name, metric]) => words.length > name.length && words.endsWith(name) && this.areCompanions(metric, of),
    );
  }

  /** The level of government that words begin with: 全县, 市本级. */
  levelAt(words: string): string | null {
    return this.#levels.find((word) => words.startsWith(word)) ?? null;
  }

  /** Whether a metric is held at a moment and so has no stage. */
  isStock(metric: string): boolean {
    return this.#stocks.has(metric);
  }

  /** Whether reports of the kind look back on one year and ahead to another. */
  isTwoYears(reportKind: string | null): boolean {
    return reportKind !== null && this.#twoYears.has(reportKind);
  }

  /** Whether a label is nothing but words of stage and fund (全年执行数): what it is of is the whole report's. */
  isGeneral(label: string): boolean {
    const rest = this.#stages.reduce((text, cue) => text.replaceAll(cue.word, ''), this.withoutFunds(dense(label)));
    return /^(?:支出|收入)?$/.test(this.#trim(rest)) || this.#neutral.includes(this.#trim(rest));
  }

  stageIn(text: string): Cue<Stage> | null {
    return this.#stages.find((cue) => text.includes(cue.word)) ?? null;
  }

  fundIn(text: string): Cue<Fund> | null {
    return this.#funds.find((cue) => text.includes(cue.word)) ?? null;
  }

  /** Takes the words of funds out, in which 预算 is no stage. */
  withoutFunds(text: string): string {
    return this.#funds.reduce((rest, cue) => rest.replaceAll(cue.word, ''), text);
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
