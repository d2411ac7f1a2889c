import { createRequire } from 'node:module';
import { dictionary, isBuilt } from './dictionary.js';

/** A word and its part of speech: n… nouns, v verbs, vn verbs used as nouns, d adverbs. */
export interface Word {
  readonly word: string;
  readonly tag: string;
}

interface Jieba {
  load(files?: typeof dictionary): void;
  tag(text: string): Word[];
}

const require = createRequire(import.meta.url);
let jieba: Jieba | null = null;

/** Cuts words apart by the common words of nodejieba's dictionary. Its first use in a process takes some tenths of a second: ask only where rules leave doubt. */
export function segment(text: string): readonly Word[] {
  jieba ??= loaded();
  return jieba.tag(text);
}

function loaded(): Jieba {
  const module = require('nodejieba') as Jieba;
  module.load(isBuilt() ? dictionary : undefined);
  return module;
}
