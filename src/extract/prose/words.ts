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
  readonly unspecific: Unspecific;
  /** A grade behind the marks that bound it; group 1 is the grade. */
  readonly gradeAfter: RegExp;
  /** An aim behind its value (的目标值; group 1), and the words before one. */
  readonly aimAfter: RegExp;
  readonly measuredAgainst: RegExp;
  /** 开展|绩效自评 behind things counted; group 1 is what is done with them. */
  readonly treatment: RegExp;
  /** What was done with money, and the noun that its name lacks: 到位|资金. */
  readonly moneyActs: readonly { readonly atEnd: RegExp; readonly noun: string }[];
  readonly areaUnits: ReadonlySet<string>;
  /** The end of an amount's name that its parts share; group 1. */
  readonly sharedHead: RegExp;
  /** Whose approval a figure has, before its name: 经主管部门核准|床位. */
  readonly approved: RegExp;
  /** By which way it came about, before its name: 虚假签到等方式|虚报培训. */
  readonly byWay: RegExp;
  /** A reason between a name and its verb: 年中|因转移支付下达|追加. */
  readonly reason: RegExp;
  readonly patterns: Prose['patterns'];
}

/** Matchers of names that say only the side, stage or outcome of a thing named before. */
interface Unspecific {
  /** A name made of nothing else. */
  readonly whole: RegExp;
  /** A name that takes its thing without the side that the thing was given with: 支出, 滚存结余. */
  readonly otherSide: RegExp;
  readonly side: RegExp;
  /** What says nothing at the end of another's label: 实际 of 一般公共预算收入实际. */
  readonly atEnd: RegExp;
  /** Words that stand before their thing: 计划|接入景区. */
  readonly before: RegExp;
  /** What has sides and stages, at the end of a label. */
  readonly flow: RegExp;
  /** A name that ends in a sum: what is summed up is not what the sentence named. */
  readonly total: RegExp;
  /** 完成 at the end of the words before a figure. */
  readonly done: RegExp;
  /** A name of what is left, and a thing that it is not named after: 项目|结余 says no more than 结余. */
  readonly balance: RegExp;
  readonly wide: RegExp;
}

function unspecificWords({ unspecific, stageWords }: Prose): Unspecific {
  const { sides, balances, before, totals, flows, done, wide } = unspecific;
  const marks = [...unspecific.marks, ...totals];
  return {
    whole: new RegExp(`^(?:${anyOf([...sides, ...balances, ...before, ...marks, ...stageWords])})+$`),
    otherSide: new RegExp(anyOf([...sides, ...balances])),
    side: new RegExp(`(?:${anyOf(sides)})$`),
    atEnd: new RegExp(`(?:${anyOf([...balances, ...marks])})+$`),
    before: new RegExp(`^(?:${anyOf(before)})`),
    flow: new RegExp(`(?:${anyOf([...sides, ...flows])})$`),
    total: new RegExp(`(?:${anyOf(totals)})$`),
    done: new RegExp(`(?:${anyOf(done)})了?$`),
    balance: new RegExp(anyOf(balances)),
    wide: new RegExp(`^(?:${anyOf(wide)})$`),
  };
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
    unspecific: unspecificWords(prose),
    gradeAfter: new RegExp(
      `^(?:[（(]含[）)])?(?:及|或)?(?:以上|以下)?(?:的)?(?:为|是|属|属于|评为|定为|评定为)[“"]?(${anyOf(prose.grades)})(?!(?!的)\\p{L})`,
      'u',
    ),
    aimAfter: new RegExp(`^(?:[/每][^的]{1,4})?的?(${anyOf(prose.aims)})`),
    measuredAgainst: new RegExp(`^(?:${anyOf(prose.against)})$`),
    treatment: new RegExp(`(?:开展|进行|实施|组织)了?([^，。；]{2,6})$`),
    moneyActs: Object.entries(prose.moneyActs).map(([noun, acts]) => ({
      atEnd: new RegExp(`(?:${anyOf(acts)})$`),
      noun,
    })),
    areaUnits: new Set(prose.areaUnits),
    sharedHead: new RegExp(`(${anyOf(prose.sharedHeads)})$`),
    approved: new RegExp(`^(?:经|上级|省|市|县|区)[^，。；]{0,12}?(?:${anyOf(prose.approvals)})的?(?=.{4,})`),
    byWay: new RegExp(`^[^，。；]*等(?:多种)?(?:${anyOf(prose.ways)})(?=..)`),
    patterns: prose.patterns,
    reason: new RegExp(`因[^，。；]{2,}?(?=(?:${anyOf(prose.changed)})$)`),
  };
  cache.set(prose, words);
  return words;
}
