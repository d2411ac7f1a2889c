import { beliefWords } from './belief-words.js';
import { fillVisibly, type Language } from './catalogue.js';
import { deskWords } from './desk-words.js';
import { doctorWords } from './doctor-words.js';
import { ledgerWords } from './ledger-words.js';
import { paperWords } from './paper-words.js';

/** One thing said in both languages; `{name}` stands for a parameter. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What people read beside the messages of the catalogue: names of states and severities, lines of summaries, titles of help. */
const words = {
  // ---- states and severities
  ok: { zh: '已读', en: 'read' },
  ok_partial: { zh: '部分读出', en: 'read in part' },
  duplicate: { zh: '内容重复', en: 'duplicate' },
  unchanged: { zh: '未变', en: 'unchanged' },
  failed: { zh: '失败', en: 'failed' },
  limit_exceeded: { zh: '超限', en: 'over a limit' },
  encrypted: { zh: '有密码', en: 'encrypted' },
  unsupported: { zh: '不支持', en: 'unsupported' },
  skipped: { zh: '跳过', en: 'skipped' },
  moved: { zh: '移动', en: 'moved' },
  wordless: { zh: '没有文字', en: 'without words' },
  missing: { zh: '已不在原处', en: 'gone' },
  uncompared: { zh: '未互相核对', en: 'not compared' },
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  review: { zh: '待核', en: 'review' },
  info: { zh: '提示', en: 'info' },

  // ---- a report on the terminal
  reportLine: {
    zh: '{file}：{state}，标题 {headings} 个，数字 {figures} 个，表 {tables} 张，发现 {findings} 处',
    en: '{file}: {state}, {headings} headings, {figures} figures, {tables} tables, {findings} findings',
  },
  checkedLine: {
    zh: '核对 {checked} 处：相符 {passed}，不符 {failed}，无法断定 {ambiguous}；无法核对 {unchecked} 处',
    en: '{checked} checked: {passed} passed, {failed} failed, {ambiguous} undecided; {unchecked} could not be checked',
  },
  quoteLine: { zh: '原文：“{quote}”{place}', en: 'Source: “{quote}”{place}' },
  otherQuoteLine: { zh: '《{document}》：“{quote}”{place}', en: '{document}: “{quote}”{place}' },
  comparedLine: {
    zh: '{what}：《{document}》对照《{other}》，核对 {checked} 项，相符 {holding} 项，发现 {findings} 处',
    en: '{what}: {document} against {other}, {checked} compared, {holding} agree, {findings} findings',
  },
  comparedPriorYear: { zh: '上年数与年初结转', en: 'Last year and opening balances' },
  comparedBudget: { zh: '决算中的年初预算', en: 'The initial budget in the account' },
  comparedPerformance: { zh: '绩效自评中的决算数', en: 'The account in the performance report' },
  comparedUnit: { zh: '单位与部门', en: 'Unit within department' },
  notComparable: {
    zh: '两份文档没有可以互相核对之处：需要同一单位的相邻年度、同一年度的预算与决算，或部门与所属单位。',
    en: 'The documents have nothing to be held against each other: that takes following years of one agency, the budget and the account of one year, or a department and its unit.',
  },
  hypothesisLine: { zh: '若“{printed}”为“{expected}”则相符', en: 'It adds up if “{printed}” reads “{expected}”' },
  onPage: { zh: '（第 {page} 页）', en: ' (page {page})' },
  inBlock: { zh: '（{block}）', en: ' ({block})' },
  tablePlace: {
    zh: '表{table}{title} · 第{row}行 · 第{column}列',
    en: 'Table {table}{title} · row {row} · column {column}',
  },
  pagePlace: { zh: '第 {page} 页', en: 'page {page}' },
  placesBetween: { zh: '，', en: ', ' },
  noFindings: { zh: '没有发现。', en: 'No findings.' },
  findingsTotal: { zh: '共 {count} 处发现：{counts}', en: '{count} findings: {counts}' },
  worseRead: {
    zh: '另有 {count} 处只见于同一报告读得较差的文件，而读得较好的文件有同样的原文；用 --all-editions 列出。',
    en: '{count} more stand only in files of which another of the same report was read better, with the same words; --all-editions lists them.',
  },
  noHits: { zh: '没有找到。', en: 'Nothing found.' },
  hitsTotal: { zh: '共 {count} 处。', en: '{count} places.' },
  moreHits: { zh: '只列出前 {count} 处，可用 --limit 加大。', en: 'The first {count} places; --limit lists more.' },
  outline: { zh: '提纲', en: 'Outline' },
  findings: { zh: '发现', en: 'Findings' },
  untitled: { zh: '（无标题）', en: '(untitled)' },
  beforeHeadings: { zh: '（首个标题之前）', en: '(before the first heading)' },

  // ---- columns
  severity: { zh: '程度', en: 'Severity' },
  rule: { zh: '规则', en: 'Rule' },
  message: { zh: '说明', en: 'Message' },
  arithmetic: { zh: '算式', en: 'Arithmetic' },
  document: { zh: '文档', en: 'Document' },
  page: { zh: '页', en: 'Page' },
  place: { zh: '位置', en: 'Place' },
  number: { zh: '编号', en: 'No.' },
  quote: { zh: '原文', en: 'Source' },
  title: { zh: '名称', en: 'Title' },
  heading: { zh: '标题', en: 'Heading' },
  text: { zh: '文字', en: 'Text' },

  // ---- rules
  formula: { zh: '关系式', en: 'Formula' },
  ifAny: { zh: '{name}（如有）', en: '{name} (if any)' },
  inTable: { zh: '《{table}》{formula}', en: '{table}: {formula}' },
  why: { zh: '理由', en: 'Why' },
  letsPass: { zh: '不报告', en: 'Lets pass' },
  kind: { zh: '类型', en: 'Kind' },
  catalogue: { zh: '覆盖', en: 'Covers' },
  examples: { zh: '示例', en: 'Examples' },

  noReason: { zh: '（没有说明）', en: '(no reason given)' },
  catalogueCovered: { zh: '目录 {total} 项，可核对 {covered} 项。', en: '{covered} of {total} entries are covered.' },
  examplesRun: {
    zh: '{checks} 条规则，{run} 个示例，{failed} 个不符。',
    en: '{checks} rules, {run} examples, {failed} do not come out as they say.',
  },

  // ---- what was checked
  coverage: { zh: '核对范围', en: 'Coverage' },
  coverJudged: { zh: '有核对结果', en: 'judged' },
  coverTotal: {
    zh: '规则 {total} 条，用 gouji coverage 逐条列出。',
    en: '{total} rules; gouji coverage lists each.',
  },
  coverNeeds: { zh: '文档没有列出所需的数字', en: 'the document does not state what they need' },
  claim_passed: { zh: '相符', en: 'passed' },
  claim_passed_with_rounding: { zh: '舍入后相符', en: 'passed with rounding' },
  claim_failed: { zh: '不符', en: 'failed' },
  claim_ambiguous: { zh: '无法断定', en: 'undecided' },
  claim_insufficient_data: { zh: '无法核对', en: 'could not be checked' },
  claim_not_applicable: { zh: '不适用', en: 'not applicable' },
  coverOtherKind: { zh: '用于其他种类的报告', en: 'for reports of other kinds' },
  coverMissing: { zh: '文档没有列出：{metrics}', en: 'the document does not state {metrics}' },
  coverNoClaim: { zh: '文档没有可供核对的内容', en: 'the document makes no such claim' },
  coverAcross: { zh: '用于两份文档之间', en: 'holds two documents against each other' },

  // ---- a finding explained
  finding: { zh: '编号', en: 'Finding' },
  alsoIn: { zh: '同一报告的其他文件也有', en: 'Also in other files of the report' },
  status: { zh: '复核', en: 'Review' },
  difference: { zh: '差额', en: 'Difference' },
  beyondRounding: {
    zh: '{residual}，各数末位舍入至多可解释 {bound}',
    en: '{residual}; the rounding of the printed digits explains at most {bound}',
  },

  ...beliefWords,

  // ---- decisions
  open: { zh: '未复核', en: 'open' },
  reopened: { zh: '须重新复核', en: 'to be reviewed again' },
  confirmed: { zh: '已确认', en: 'confirmed' },
  dismissed: { zh: '已排除', en: 'dismissed' },
  confirm: { zh: '确认', en: 'confirm' },
  dismiss: { zh: '排除', en: 'dismiss' },
  reopen: { zh: '重新打开', en: 'reopen' },
  comment: { zh: '备注', en: 'comment' },
  undo: { zh: '撤销', en: 'undo' },
  needsReason: { zh: 'review {action} 需要 --reason 说明理由。', en: 'review {action} needs a --reason.' },
  needsFinding: {
    zh: '请写出发现的编号，或用 - 从标准输入读取。',
    en: 'Name the findings by id, or write - to read the ids from stdin.',
  },

  ...ledgerWords,

  ...doctorWords,
  ...deskWords,

  ...paperWords,

  // ---- an earlier reading
  staleReading: {
    zh: '所示为以前读到的内容：第 {run} 次导入重读“{document}”失败（{code}）。',
    en: '“{document}” is shown as it was read before: import {run} failed to read it again ({code}).',
  },
  nothingFound: { zh: '没有可读的文件。', en: 'No file could be read.' },
  moreStale: { zh: '……另有 {count} 份文档也是如此。', en: '… and {count} more.' },
  count: { zh: '{name} {count}', en: '{name} {count}' },
  databaseSound: { zh: '{path} 完好。', en: '{path} is sound.' },
  nothingToMend: { zh: '没有受损的文档。', en: 'No document is damaged.' },
  toImportAgain: {
    zh: '以上 {count} 份文档受损，请重新导入其文件；决定不受影响。',
    en: 'These {count} documents are damaged: import their files again; decisions are not touched.',
  },
  databaseCopied: {
    zh: '{path} 已复制到 {file}，核对无误：{documents} 份文档，{bytes}。',
    en: '{path} was copied to {file} and found equal and sound: {documents} documents, {bytes}.',
  },
  databaseStats: {
    zh: '{path}：{documents} 份文档，{bytes}（其中空闲 {free}），日志 {log}；文字 {text}，文件为文字的 {ratio} 倍。',
    en: '{path}: {documents} documents, {bytes} ({free} of it free), log {log}; text {text}, the file is {ratio} times that.',
  },
  table: { zh: '表', en: 'Table' },
  rows: { zh: '行数', en: 'Rows' },
  bytes: { zh: '字节', en: 'Bytes' },
  none: { zh: '无', en: 'none' },

  // ---- usage
  unknownOption: { zh: '没有选项“{what}”。', en: 'There is no option “{what}”.' },
  unknownCommand: { zh: '没有命令“{what}”。', en: 'There is no command “{what}”.' },
  didYouMean: { zh: '是否想用“{what}”？', en: 'Did you mean “{what}”?' },
  missingArgument: { zh: '缺少参数 {what}。', en: 'The argument {what} is missing.' },
  emptyList: { zh: '清单中没有路径。', en: 'The list holds no paths.' },
  notBoth: { zh: '{one} 与 {other} 不能同时使用。', en: '{one} and {other} cannot be used together.' },
  badRun: { zh: '“{value}”不是导入的编号。', en: '“{value}” is not the number of an import.' },
  missingValue: { zh: '选项 {what} 需要一个值。', en: 'The option {what} needs a value.' },
  tooManyArguments: { zh: '参数过多。', en: 'There are too many arguments.' },
  badValue: {
    zh: '{option} 不接受“{value}”，可用：{allowed}。',
    en: '{option} does not take “{value}”; use {allowed}.',
  },
  badNumber: {
    zh: '{option} 需要 {least} 至 {most} 之间的数，不是“{value}”。',
    en: '{option} takes a number from {least} to {most}, not “{value}”.',
  },
  badWholeNumber: {
    zh: '{option} 需要 {least} 至 {most} 之间的整数，不是“{value}”。',
    en: '{option} takes a whole number from {least} to {most}, not “{value}”.',
  },
  badYear: {
    zh: '{option} 需要四位数的年份，不是“{value}”。',
    en: '{option} takes a year of four digits, not “{value}”.',
  },
  emptyArgument: { zh: '参数 {what} 不能为空。', en: 'The argument {what} is empty.' },
  // ---- serve
  serving: {
    zh: '请在本机浏览器中打开以上地址（只能用一次）；按 Ctrl-C 结束。',
    en: 'Open this address in a browser on this machine (it works once); Ctrl-C ends.',
  },
  helpUsage: { zh: '用法：', en: 'Usage:' },
  helpOptions: { zh: '选项：', en: 'Options:' },
  helpCommands: { zh: '命令：', en: 'Commands:' },
  helpArguments: { zh: '参数：', en: 'Arguments:' },
  helpExamples: { zh: '示例：', en: 'Examples:' },
  helpHelp: { zh: '显示帮助', en: 'show this help' },
  helpCommand: { zh: '显示某个命令的帮助', en: 'show the help of a command' },
  helpVersion: { zh: '显示版本', en: 'show the version' },
  helpLang: { zh: '界面语言：zh、en 或 auto', en: 'language of messages: zh, en or auto' },
  about: {
    zh: '读取政府与财务报告，提取标题、数字和表格，核对其间的勾稽关系，全部存入 SQLite。',
    en: 'Reads Chinese government and financial reports, checks their figures against each other, and keeps both in SQLite.',
  },
} as const satisfies Record<string, Words>;

export type WordKey = keyof typeof words;

/** The words of a key in a language, with their parameters put in. */
export function word(key: WordKey, language: Language, params: Readonly<Record<string, string | number>> = {}): string {
  return fillVisibly(words[key][language], params);
}

/** `错误 2、警告 1` of the counts above zero; the word for none when all are zero. */
export function countWords(counts: Readonly<Partial<Record<WordKey, number>>>, language: Language): string {
  const shown = Object.entries(counts).filter(([, count]) => count > 0);
  const parts = shown.map(([key, count]) => word('count', language, { name: word(key as WordKey, language), count }));
  return parts.length > 0 ? parts.join(language === 'zh' ? '、' : ', ') : word('none', language);
}
