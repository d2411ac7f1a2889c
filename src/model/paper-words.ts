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
} as const;
