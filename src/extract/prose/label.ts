import type { CueWords } from './words.js';

/** What stands farther before a figure does not name it. */
const longest = 160;

const pairs = [
  ['（', '）'],
  ['“', '”'],
  ['(', ')'],
] as const;

/** Takes off brackets and quotes at the ends whose other half stands outside. */
function balanced(label: string): string {
  let text = label;
  for (const [open, close] of pairs) {
    if (text.startsWith(open) && !text.includes(close)) text = text.slice(1);
    if (text.endsWith(close) && !text.includes(open)) text = text.slice(0, -1);
    if (text.startsWith(close)) text = text.slice(1);
    if (text.endsWith(open)) text = text.slice(0, -1);
    if (close !== '”' && text.startsWith(open) && text.endsWith(close) && !text.slice(1, -1).includes(close))
      text = text.slice(1, -1);
  }
  return text;
}

/** Marks that end a clause or close what the label does not open, and the bullet of a list (one in a symbol font is of private use). */
const marksAtEnds = /^[，。；：、）”•·●■◆▪○◇➢►\uE000-\uF8FF]+|[，。；：、（“]+$/g;

/** 纳入部门决算编制范围的预算单位: into what a thing was taken does not name it. */
const takenInto = /^(?:纳入|列入|编入)[^，。；]{2,24}的(?=[^的]{2,}$)/;

/** 完成财政总收入, 实现利润: how an amount came about does not name it. */
const achieved =
  /^(?:累计|预计|共|今年|全年|全国|全省|全市|全县|全区)*(?:完成|实现|组织|入库)(?=.*(?:收入|支出|总值|产值|增加值|投资|利润|税金|税收|总额|销售额|产量|面积|里程|吞吐量)$)/;

/** The label that a reader would give: the words before a figure without connectives at either end. */
export function cleanLabel(words: string, cues: CueWords): string {
  let label = words
    .slice(-longest)
    .replace(/[\s\u3000]+/g, '')
    .replace(/分别(?:完成|实现|达到?|为|是|约)*$/, '')
    .replace(/^.*分别(?=..)/, '')
    .replace(/^[^，。；]*[^，。；不]包括(?=..)/, '')
    .replace(takenInto, '')
    .replace(achieved, '')
    .replace(cues.approved, '')
    .replace(cues.byWay, '')
    .replace(cues.reason, '')
    .replace(cues.patterns.takes_in, '');
  for (let before = ''; before !== label;) {
    before = label;
    const start = label.replace(cues.labelStart, '');
    if (start.length >= 2) label = start;
    const end = label.replace(cues.labelEnd, '');
    if (end.length >= 2) label = balanced(end);
  }
  return balanced(itemName(label).replace(marksAtEnds, '')).replace(marksAtEnds, '');
}

const leveled = /[（(][类款项目][）)]/;
const markedItem = /([^“”]*?)[（(]([类款项目])[）)]/g;
const pathItem = /^“?[^“”]*支出[-—－–][^“”]*[-—－–]([^-—－–“”]+)”?(?:科目)?$/;

/** The lowest level of a budget item's name: 教育支出（类）普通教育（款）小学教育（项） is 小学教育（项）; other words stay as they are. */
export function itemName(words: string): string {
  const dashed = pathItem.exec(words);
  if (dashed) return dashed[1] ?? words;
  if (!leveled.test(words)) return words;
  const levels = [...words.matchAll(markedItem)];
  const last = levels.at(-1);
  if (!last || levels.length < 2) return words;
  const named = levels.findLast((it) => (it[1] ?? '') !== '') ?? last;
  return `${named[1] ?? ''}（${named[2] ?? ''}）${words.slice(last.index + last[0].length)}`;
}

/** Whether words name a budget item by its levels. */
export const isItem = (words: string): boolean => leveled.test(words) || pathItem.test(words);
