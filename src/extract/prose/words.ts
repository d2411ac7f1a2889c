import { anyOf } from '../../rulebook/any-of.js';
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
  /** Words that may end a long noun or be a part of it. */
  readonly nounDoubt: RegExp;
  /** A verb of change that ends the words up to the next figure: 52个整合为. */
  readonly changedInto: RegExp;
  /** What no counted noun begins with: 增至, 占. */
  readonly notNoun: RegExp;
  /** A stage of budget or accounts at the end: 年初预算, 支出决算数. */
  readonly stageAtEnd: RegExp;
  /** Words before a bound at the end: 不超过, 不低于. */
  readonly mostAtEnd: RegExp;
  readonly leastAtEnd: RegExp;
  /** X共有: who has what is counted is no part of its name. */
  readonly owner: RegExp;
  /** Ends of names that say what came of things named before: 水质达标. */
  readonly outcomeAtEnd: RegExp;
  /** A verb before the name of what was counted: 发放|问卷. */
  readonly verbAtStart: RegExp;
  /** Words that say nothing of what a figure is: 全年, 共, 折合. */
  readonly nothing: RegExp;
  readonly partNames: ReadonlyMap<string, { readonly within: string; readonly name: string }>;
  readonly namingUnits: ReadonlySet<string>;
  /** Titles of sections whose figures are aims, not results. */
  readonly targetTitle: RegExp;
}

const cache = new WeakMap<Prose, CueWords>();

export function cueWords(prose: Prose): CueWords {
  const known = cache.get(prose);
  if (known) return known;
  const change = anyOf([
    ...prose.increase,
    ...prose.decrease,
    '调整',
    '变更',
    '缩短',
    '扩展',
    '回落',
    '合并',
    '整合',
    '优化',
  ]);
  const hedge = '(?:了|约|近|超|超过|达|不少于)*';
  const words: CueWords = {
    increaseAtEnd: new RegExp(`(${anyOf(prose.increase)})${hedge}$`),
    decreaseAtEnd: new RegExp(`(${anyOf(prose.decrease)})${hedge}$`),
    changeTo: new RegExp(`(?:${change})?(?:为|到|至|成)(?:去年底?|上年末?|上年底|今年|目前|年末|年底)*的?${hedge}$`),
    comparison:
      /(?:比(?!例|重)|较(?!大|好|高|为|多|少)|与.*相比|[与和同](?=(?:上年|去年|上期|上一年)[^、和及]{0,8}$)|相比|同比|环比)/,
    labelStart: new RegExp(
      `^(?:${anyOf(prose.labelStart)}|加(?=上[级解划缴年])|加上(?![级解划缴年])|共(?![青同享和产性识有])|就(?![业医学诊近地餐读])|(?:全年|当年)(?!预算|决算|执行|实际|支出|收入|财政)|[：:，,、；;]|其中[：:]?)`,
    ),
    labelEnd: new RegExp(
      `(?:${anyOf(prose.labelEnd)}|(?<![总合共累统会审预])计|(?<!平)均为?|(?<![规原准细法总附守否])则|(?<!所)也|[：:])$`,
    ),
    nounEnd: new RegExp(`(?:${anyOf(prose.nounEnd)}|(?<=..)..了(?!解))`),
    nounDoubt: new RegExp(anyOf(prose.nounDoubt)),
    changedInto: new RegExp(`(?:${change})(?:为|到|至|成)$`),
    notNoun: new RegExp(`^(?:${anyOf(prose.notNoun)})`),
    stageAtEnd: new RegExp(`(?:当年|全年|年初|上年|本年)*(?:${anyOf(prose.stageWords)})$`),
    mostAtEnd: new RegExp(`(?:均|都)?(?:${anyOf(prose.limits.most)})${hedge}$`),
    leastAtEnd: new RegExp(`(?:均|都)?(?:${anyOf(prose.limits.least)})${hedge}$`),
    owner: new RegExp(`^.*?(?:${anyOf(prose.owns)})(?=..)`),
    nothing: new RegExp(`^(?:${anyOf(prose.nothing)})*$`),
    outcomeAtEnd: new RegExp(`(?:${anyOf(prose.outcomes)})$`),
    verbAtStart: new RegExp(`^.*(?:${anyOf(prose.leadingVerbs)})(?=..)`),
    partNames: new Map(
      prose.partNames.flatMap(({ within, names }) =>
        Object.entries(names).map(([part, name]) => [part, { within, name }] as const),
      ),
    ),
    namingUnits: new Set(prose.namingUnits),
    targetTitle: new RegExp(`(?:${anyOf(prose.targetTitles)})$`),
  };
  cache.set(prose, words);
  return words;
}
