import type { Account, Basis, Fact, Fund, Stage } from '../../model/report.js';

/** Words that tell something. */
export interface Cue<T> {
  readonly word: string;
  readonly means: T;
}

/** A part of a fact's identity, how it was known and from which words. */
export interface Told<T> {
  readonly value: T;
  readonly basis: Basis;
}
export const unknown = { value: null, basis: null } as const;
export type Known<T> = Told<T> | typeof unknown;

/** The name of a metric as words bear it; several metrics may bear it, and the report's kind says which is meant. */
export interface MetricCue extends Cue<string> {
  readonly isByKind: boolean;
}

/** The metric that words at `from` name. */
export const named = (cue: MetricCue, from: Basis['from']): Told<string> =>
  cue.isByKind ? inferred(cue, 'kind') : stated(cue, from);

/** What a cue tells, as words that stand at `from` say it of the figure itself. */
export function stated<T>({ word, means }: Cue<T>, from: Basis['from']): Told<T> {
  return { value: means, basis: { how: 'stated', from, words: word } };
}

/** What a cue tells that speaks of the figure's surroundings. */
export function inherited<T>({ word, means }: Cue<T>, from: Basis['from']): Told<T> {
  return { value: means, basis: { how: 'inherited', from, words: word } };
}

/** What figures under such words usually are. */
export function inferred<T>({ word, means }: Cue<T>, from: Basis['from']): Told<T> {
  return { value: means, basis: { how: 'inferred', from, words: word } };
}

interface Identity {
  readonly metric: Known<string>;
  readonly stage: Known<Stage>;
  readonly fund: Known<Fund>;
  readonly period: Known<string>;
  readonly entity: Known<string>;
}

/** The fact of an identity, with what is known of each part and why; null without a metric. */
export function factOf({ metric, stage, fund, period, entity }: Identity, account: Account | null): Fact | null {
  if (metric.value === null) return null;
  return {
    metric: metric.value,
    stage: stage.value,
    fund: fund.value,
    period: period.value,
    entity: entity.value,
    account,
    basis: {
      metric: metric.basis,
      stage: stage.basis,
      fund: fund.basis,
      period: period.basis,
      entity: entity.basis,
    },
  };
}
