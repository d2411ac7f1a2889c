/** What stands in files that are handed over: the report of findings, working papers, exports. */
export const paperWords = {
  // ---- the report of findings
  htmlTitle: { zh: '报告数据核对情况', en: 'What does not add up in the reports' },
  htmlIntro: {
    zh: '下列各处由 gouji {version} 根据文档自身的数字核对得出，请逐处核实并反馈意见。',
    en: 'Found by gouji {version} by holding the figures of the documents against each other. Please check each and reply.',
  },
  htmlTotal: { zh: '共 {reports} 份文档，{count} 处：{counts}', en: '{count} in {reports} documents: {counts}' },
  htmlReply: { zh: '反馈意见：', en: 'Reply:' },
  htmlSigned: { zh: '签字：　　　　　　日期：', en: 'Signed:                    Date:' },
  cropAlt: { zh: '第 {page} 页，框出所引数字', en: 'Page {page} with the figures framed' },
  cropGone: {
    zh: '原文件已不在原处，未附页面图。',
    en: 'The source file is gone, so no picture of the page is shown.',
  },
  cropChanged: {
    zh: '原文件的内容已变，未附页面图。',
    en: 'The source file holds something else by now, so no picture of the page is shown.',
  },
  cropUndrawable: { zh: '该页无法画出，未附页面图。', en: 'The page cannot be drawn, so no picture of it is shown.' },
  cropPersonal: {
    zh: '该页有个人信息，未附页面图。',
    en: 'The page holds personal data, so no picture of it is shown.',
  },
  moreFindings: {
    zh: '只列出前 {count} 处，共 {total} 处；可用 --limit 加大。',
    en: 'The first {count} of {total} findings; --limit lists more.',
  },

  // ---- working papers
  paperHead: { zh: '底稿', en: 'Paper' },
  paperTitle: { zh: '审计工作底稿：报告数据勾稽核对', en: 'Working paper: figures of reports held against each other' },
  paperOperands: { zh: '依据', en: 'Operands' },
  paperSources: { zh: '来源', en: 'Sources' },
  paperAgency: { zh: '被审计单位', en: 'Audited agency' },
  paperPeriod: { zh: '会计期间', en: 'Period' },
  paperCount: { zh: '发现处数', en: 'Findings' },
  paperPreparedBy: { zh: '编制人', en: 'Prepared by' },
  paperPreparedOn: { zh: '编制日期', en: 'Prepared on' },
  paperReviewedBy: { zh: '复核人', en: 'Reviewed by' },
  paperReviewedOn: { zh: '复核日期', en: 'Reviewed on' },
  paperVersion: { zh: '程序版本', en: 'Program' },
  paperIndex: { zh: '索引号', en: 'Index' },
  paperBasis: { zh: '见依据', en: 'Basis' },
  paperSource: { zh: '来源文件', en: 'Source file' },
  paperDecision: { zh: '决定', en: 'Decision' },
  paperReason: { zh: '理由', en: 'Reason' },
  paperBy: { zh: '决定人', en: 'By' },
  paperSeen: { zh: '记录号', en: 'Event' },
  paperFinding: { zh: '发现标识', en: 'Finding id' },
  paperPicture: { zh: '页面', en: 'Picture' },
  paperHash: { zh: '文件散列（SHA-256）', en: 'SHA-256' },
  paperRules: { zh: '规则版本', en: 'Rules' },
  paperAs: { zh: '作用', en: 'Role' },
  paperLabel: { zh: '项目', en: 'Item' },
  paperValue: { zh: '数值', en: 'Value' },
  paperUnit: { zh: '计量单位', en: 'Unit' },
  paperSign: { zh: '加减', en: 'Sign' },
  paperPlus: { zh: '加', en: 'plus' },
  paperMinus: { zh: '减', en: 'minus' },
  paperStated: { zh: '所列', en: 'stated' },
  paperSum: { zh: '计算数', en: 'computed' },
  paperProcess: { zh: '审计过程记录', en: 'What was done' },
  paperConclusion: { zh: '审计结论', en: 'Conclusion' },
  paperMarks: { zh: '审计标识说明', en: 'Marks' },
  paperMarksText: {
    zh: '粗框：主要依据；虚线框：其他依据；“≠”：计算数与所列数不符。',
    en: 'Thick frame: what it is about; broken frame: what else it rests on; ≠: the computed is not the stated.',
  },
  paperWritten: { zh: '{file}：{count} 处发现。', en: '{file}: {count} findings.' },
  paperApplied: { zh: '{count} 项决定已记录。', en: '{count} decisions were recorded.' },
  paperNotSheet: {
    zh: '没有“发现”表：缺少列 {columns}',
    en: 'there is no sheet of findings: columns {columns} are missing',
  },
  paperBadNumber: {
    zh: '“{value}”不是数据库中发现的编号',
    en: '“{value}” is not the number of a finding in the database',
  },
  paperOtherFinding: { zh: '第 {number} 号发现不是“{value}”', en: 'finding {number} is not “{value}”' },
  paperBadDecision: { zh: '“{value}”不是决定，可写：{allowed}', en: '“{value}” is no decision; use {allowed}' },
  paperNeedsReason: { zh: '排除和备注须写理由', en: 'dismiss and comment need a reason' },
  paperChanged: {
    zh: '此后另有决定（记录 {last}），请重新导出',
    en: 'it was decided on since (event {last}); write the paper anew',
  },
  paperTwice: { zh: '第 {number} 号发现出现两次', en: 'finding {number} stands twice' },

  // ---- queries
  rowsTotal: { zh: '共 {count} 行。', en: '{count} rows.' },
  moreRows: { zh: '只列出前 {count} 行，可用 --limit 加大。', en: 'The first {count} rows; --limit lists more.' },

  // ---- data about people
  personalLine: { zh: '{path}{place}：{kind} {masked}', en: '{path}{place}: {kind} {masked}' },
  personalTotal: { zh: '{documents} 份文档中有 {count} 处。', en: '{count} in {documents} documents.' },
  forgetAsks: {
    zh: '将从数据库中彻底删除“{document}”（{sha256}）及其决定，不能恢复；确认请加 --yes。备份须另行删除。',
    en: '“{document}” ({sha256}) and the decisions on it would be erased for good; add --yes to do so. Backups are not touched.',
  },
  forgotten: {
    zh: '“{document}”（{sha256}）已从数据库中删除。文件本身和备份没有动；再次导入该文件会重新存入。',
    en: '“{document}” ({sha256}) was erased from the database. The file itself and backups were not touched; importing the file stores it again.',
  },

  // ---- exports
  exported: { zh: '写出 {rows} 行，{files} 个文件。', en: '{rows} rows in {files} files.' },
} as const;
