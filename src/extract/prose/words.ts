import type { Prose } from '../../rulebook/prose.js';

/** The cue words of rules/prose.yaml as the matchers that extraction asks. Built once a rulebook. */
export interface CueWords {
  /** A verb of change at the end of the words, perhaps with 了/约/近 behind it; group 1 is the verb. */
  readonly increaseAtEnd: RegExp;
  readonly decreaseAtEnd: RegExp;
  /** A verb of change followed by 为/到/至 at the end: 精简为. */
  readonly changeTo: RegExp;
  readonly comparison: RegExp;
  readonly labelStart: RegExp;
  readonly labelEnd: RegExp;
  readonly nounEnd: RegExp;
}

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const anyOf = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(escape)
    .join('|');

const cache = new WeakMap<Prose, CueWords>();

export function cueWords(prose: Prose): CueWords {
  const known = cache.get(prose);
  if (known) return known;
  const change = anyOf([...prose.increase, ...prose.decrease, '调整', '变更', '缩短', '扩展', '回落', '合并']);
  const hedge = '(?:了|约|近|超|超过|达|不少于)*';
  const words: CueWords = {
    increaseAtEnd: new RegExp(`(${anyOf(prose.increase)})${hedge}$`),
    decreaseAtEnd: new RegExp(`(${anyOf(prose.decrease)})${hedge}$`),
    changeTo: new RegExp(`(?:${change})?(?:为|到|至|成)${hedge}$`),
    comparison: /(?:比(?!例|重)|较(?!大|好|高|为|多|少)|与.*相比|相比|同比|环比)/,
    labelStart: new RegExp(`^(?:${anyOf(prose.labelStart)}|[“”"：:，,、；;]|其中[：:]?)`),
    labelEnd: new RegExp(`(?:${anyOf(prose.labelEnd)}|[：:])$`),
    nounEnd: new RegExp(`(?:${anyOf(prose.nounEnd)})`),
  };
  cache.set(prose, words);
  return words;
}
