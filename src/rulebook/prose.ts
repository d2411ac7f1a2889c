import { join } from 'node:path';
import { z } from 'zod';
import { pattern } from './headings.js';
import { readSimplify, type Simplify } from './traditional.js';
import { readRules } from './yaml.js';

const list = z.array(z.string().min(1)).nonempty();

const proseSchema = z.strictObject({
  /** Verbs of change, as they stand right before an amount or a rate. */
  increase: list,
  decrease: list,
  /** Words that open a comparison: 比, 较, 同比. */
  comparison: list,
  /** Words that open a breakdown into parts. `whole`: the parts make the total; `open`: there may be others. */
  breakdown: z.strictObject({ whole: list, open: list }),
  /** Words that say a list is not complete: 等, 主要. */
  incomplete: list,
  /** Words that close a list with its sum: 共计, 合计. */
  sumsUp: list,
  /** Words at the start of a label that are not part of it, and at its end. */
  labelStart: list,
  labelEnd: list,
  /** Words at which a counted noun ends: 8个派驻组|精减为. */
  nounEnd: list,
  /** Words that may end a long counted noun or be a part of it: only the dictionary can tell. */
  nounDoubt: list,
  /** Words that no counted noun begins with: 6000人次|增至. */
  notNoun: list,
  /** Stages that stand at the end of a label and say nothing of their own: 三公经费|年初预算. */
  stageWords: list,
  /** Words before a bound: `most` before what may not be passed, `least` before what must be reached. */
  limits: z.strictObject({ most: list, least: list }),
  /** Words between an owner and what is counted: 全县|共有|河长. */
  owns: list,
  /** Verbs by which things that were counted are sorted: 核实为|工人身份|的49名. */
  foundAs: list,
  /** Words that leave a figure without a name of its own. */
  nothing: list,
  /** Ends of titles of sections whose figures are aims. */
  targetTitles: list,
  /** What came of things that were counted before: 监测断面28个，水质|达标26个. */
  outcomes: list,
  /** Verbs before the name of what was counted. */
  leadingVerbs: list,
  /** Names that parts have only within a whole: 货物 of 政府采购 is 货物采购. */
  partNames: z.array(z.strictObject({ within: z.string().min(1), names: z.record(z.string(), z.string()) })),
  /** Ends of names of amounts that are names of their parts too: 施工合同, of which 土建工程. */
  sharedHeads: list,
  /** Grades as they stand behind the marks that bound them. */
  grades: list,
  /** What a value is called that others are measured against, and the words before one: 高于95%的|目标值. */
  aims: list,
  against: list,
  /** What was done with money, by the noun that its name then lacks: 到位|资金, 送审|金额. */
  moneyActs: z.record(z.string(), list),
  /** Units of area: 维修校舍|31450平方米 is an area. */
  areaUnits: list,
  /** Words by which somebody approves: 经市卫生健康委|核准. */
  approvals: list,
  /** Nouns that end the way by which a thing came about: 虚假签到等|方式. */
  ways: list,
  /** Verbs behind a reason: 年中因转移支付下达|追加. */
  changed: list,
  /** Units that name what they count: 接待|批次. */
  namingUnits: list,
  /**
   * Words that say only of which side, stage or outcome a figure is: a name made of nothing else gets its thing from its sentence.
   * `sides` and `balances` replace the side that the thing was given with; `before` stand before the thing, `totals` and `marks` behind
   * it. `flows` end the names of things that have sides and stages; behind `done` stands what was done.
   */
  unspecific: z.strictObject({
    sides: list,
    balances: list,
    before: list,
    totals: list,
    marks: list,
    flows: list,
    done: list,
    wide: list,
  }),
  /** Of the words before a figure or of its sentence; the file says of each what it tells. */
  patterns: z.strictObject({
    graded: pattern,
    graded_short: pattern,
    plan: pattern,
    begun: pattern,
    by_standard: pattern,
    standard_of: pattern,
    opening: pattern,
    compares: pattern,
    multiplied_prior: pattern,
    doing: pattern,
    part_with_sides: pattern,
    takes_in: pattern,
  }),
});
const compositionSchema = z.strictObject({
  compositions: z.array(
    z.strictObject({
      /** Labels of the whole; a part list under one of them that names all `parts` is complete. */
      whole: list,
      /** One entry a part, each with its wordings. */
      parts: z.array(list).min(2),
      /** Parts that some reports have besides. */
      optional: z.array(list).optional(),
    }),
  ),
});

export interface Prose extends z.infer<typeof proseSchema> {
  /** Cue words are simplified characters: text is compared in them. */
  readonly simplify: Simplify;
}
export type Composition = z.infer<typeof compositionSchema>['compositions'][number];

export const readProse = (directory: string): Prose => ({
  ...readRules(join(directory, 'prose.yaml'), proseSchema, 'prose.yaml'),
  simplify: readSimplify(directory),
});
export const readCompositions = (directory: string): readonly Composition[] =>
  readRules(join(directory, 'compositions.yaml'), compositionSchema, 'compositions.yaml').compositions;
