import { createRequire } from 'node:module';

/** A word and its part of speech: n… nouns, v verbs, vn verbs used as nouns, d adverbs. */
export interface Word {
  readonly word: string;
  readonly tag: string;
}

interface Jieba {
  tag(text: string): Word[];
}

const require = createRequire(import.meta.url);
let jieba: Jieba | null = null;

/** Cuts words apart by nodejieba's own dictionary. Its first use in a process takes a second or two: ask only where rules leave doubt. */
export function segment(text: string): readonly Word[] {
  jieba ??= require('nodejieba') as Jieba;
  return jieba.tag(text);
}
