import { join } from 'node:path';
import { z } from 'zod';
import { readRules } from './yaml.js';

const list = z.array(z.string().min(1)).nonempty();

const namingSchema = z.strictObject({
  /** Words that say nothing of what is named, wherever in the name they stand. */
  fillers: list,
  /** The same where a name begins, and where it ends. */
  heads: list,
  ends: list,
  /** What is done with a thing, before its name, and says nothing of which it is or what became of it. */
  acts: list,
  /** By what they say: words that set a figure apart from one that is named without them. */
  apart: z.record(z.string(), list),
  /** Words that name one thing, each group. */
  alike: z.array(list),
  /** Words before a time that figures are only held against: 比2021年的. */
  against: list,
  /** Words that end the name of a whole of which parts follow: 社会捐赠|中. */
  within: list,
  /** Words between what is a share and what it is of: 签约老人|占|65岁以上老人的. */
  share: list,
  /** What a column of rates is headed, or a rate is called, by what it is the rate of. */
  rates: z.strictObject({
    /** A change since the year before. */
    growth: list,
    /** Of what was planned. */
    completion: list,
    /** Of the whole. */
    share: list,
    /** Of the names of rates, that say nothing of which. */
    besides: list,
  }),
  /** Heads of rows and columns that say no more than which stage or year of a thing they give. */
  stages: list,
  /** Characters right behind a date that belong to it: 2021年|末. */
  ofDate: list,
  /** Words before a date on which something was done, which says nothing of the time of figures behind it. */
  happened: list,
  /** What makes what in any accounts, by all that each may be called. */
  identities: z.array(z.strictObject({ whole: list, parts: z.array(list).min(2) })),
  /** In names of what may be less later than it was, though it is told of stretches of time: 利润. */
  shrinking: list,
  /** In names of what grows at constant prices or on a basis of its own, while its amounts are not counted so: 增加值. */
  deflated: list,
  /** Words before a day on which something stood as it is told. */
  asOf: list,
  /** How a number refers back to one that was told before. */
  again: z.strictObject({
    /** Right before it, or before what describes it: 这|13个村. */
    pointing: list,
    /** The same where a clause begins or behind a word that takes: 以上|14个项目. */
    pointingFirst: list,
    /** That end with a pointing word and point at nothing: 应该. */
    notPointing: list,
    /** All of what was told: 全部|42座公厕. */
    every: list,
    /** That take what is known and do something with it: 将|18.2万亩任务|分解. */
    taking: list,
    /** Behind what it counts: each or all of it. */
    each: list,
    /** What stands behind a description: 建成|的|42座公厕. */
    described: list,
    /** Behind a word that ends the name of a whole, where it speaks of what it holds: 馆藏中|有. */
    holds: list,
    /** Before what was done with it: 所|涉|资金. */
    done: list,
    /** Of a description, that say nothing of what is described. */
    plain: list,
  }),
  /** Words of a time that is told from the year of the document. */
  times: z.strictObject({
    /** Of the year before. */
    before: list,
    /** Of the year two before. */
    earlier: list,
    /** Of the year itself. */
    now: list,
    /** Of the year after. */
    next: list,
    /** Of a stock as the year begins, which is that of the end of the year before. */
    start: list,
    /** Of a stock as the year ends. */
    end: list,
    /** Of the end of the year before, in one word. */
    endBefore: list,
    /** That tell no time, though others that do stand in them: 年初|预算. */
    none: list,
  }),
});

/** By what words figures that stand far apart are known for one, and told from each other. */
export type Naming = z.infer<typeof namingSchema>;

export const readNaming = (directory: string): Naming =>
  readRules(join(directory, 'naming.yaml'), namingSchema, 'naming.yaml');
