import { extract } from '../../src/extract/extract.js';
import type { Mention } from '../../src/model/reading.js';
import type { Figure } from '../../src/model/report.js';
import { defaultRulebook } from '../../src/rulebook/rulebook.js';
import { documentOf, type Given } from '../document-of.js';

/** Figures of a document in miniature, in reading order. */
export const figuresOf = (...given: readonly Given[]): readonly Figure[] =>
  extract(documentOf(given), defaultRulebook()).figures;

/** `quote=label` of every figure. */
export const labelsOf = (...given: readonly Given[]): string[] =>
  figuresOf(...given).map(({ text, label }) => `${text}=${label}`);

export const mentionsOf = (...given: readonly Given[]): readonly Mention[] =>
  extract(documentOf(given), defaultRulebook()).passages.flatMap((it) => it.mentions);

/** `quote=metric stage fund period` of every figure that is a fact. */
export const factsOf = (...given: readonly Given[]): string[] =>
  figuresOf(...given).flatMap(({ text, fact }) =>
    fact ? [`${text}=${fact.metric} ${fact.stage} ${fact.fund} ${fact.period}`] : [],
  );
