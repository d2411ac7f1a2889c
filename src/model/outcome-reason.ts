import type { Language } from './catalogue.js';

/** Why a claim was not decided, or only within a margin: as outcomes hold it, in English, with the same in Chinese. */
const chinese = {
  'a cell that belongs to the sum is blank': '应相加的单元格中有空白',
  'a figure is approximate or a range': '有约数或区间',
  'an item may not have been read': '可能有分项没有读出',
  'budget and outcome: a difference is to be explained': '预算与执行之间的差异，需由报告说明',
  'by its size it is of other figures': '数值相差悬殊，所指可能是别的数',
  'it comes out in another way that its words say': '按文中所说的另一种算法相符',
  'averages and rates do not add up': '平均数、比率不能相加',
  'closes only if figures are rounded to fewer digits than their neighbours': '只有当某些数比相邻的数取整更粗时才相符',
  'growth at comparable prices or per year': '按可比价格或年均计算的增长',
  'how many were paid for may change over the time': '期间数量可能变动',
  'more than one possible total': '可作合计的数不止一个',
  'most rows of the table differ: its columns may have been misread': '表中多数行不符，可能读错了栏',
  'nearly all relations of the document fail': '文件中几乎所有勾稽关系都不符',
  'no words say that these parts make it up': '文中没有说明合计由这些部分组成',
  'no column of the document shows that these rows make up the total': '没有一栏能表明合计由这些行组成',
  'no word says what the list divides': '没有说明所列各项由什么构成',
  'one unit in the last place': '相差末位一个单位',
  'several columns lack the same amount: a row may not have been read': '几栏缺少相同的数额，可能有一行没有读出',
  'several rows differ, or the report says that it adjusted figures of last year': '多行不符，或报告说明调整了上年数',
  'stage or fund is not said beside the figure': '没有说明该数的阶段或资金',
  'the base is not positive': '基数不是正数',
  'the base is zero or rounded to nothing': '基数为零或舍入为零',
  'the denominator is not named clearly': '没有说清分母',
  'the denominator is zero or rounded to nothing': '分母为零或舍入为零',
  'the document is a template itself': '文档本身是模板',
  'the list may not be complete': '所列可能不全',
  'the parts may overlap or be only some of them': '各分项可能重叠或不全',
  'the report says that it adjusted figures of last year': '报告说明调整了上年数',
  'the report was filled in before that day of its year': '报告填报于报告年度的该日之前',
  'the totals are not said to balance': '没有说明收支平衡',
  'the score may follow steps of deduction': '得分可能按扣分档次计算',
  'the sentence speaks of another year': '句中说的是另一年度',
  'the year is not printed: it is taken to be the report’s': '未写年份，按报告年度理解',
  'which rows the total adds up is not certain': '合计由哪些行相加尚不确定',
} as const;

export type OutcomeReason = keyof typeof chinese;

/** The reason of an outcome in a language; one that an older database holds is told as it stands. */
export const reasonIn = (reason: string, language: Language): string =>
  language === 'zh' && Object.hasOwn(chinese, reason) ? chinese[reason as OutcomeReason] : reason;
