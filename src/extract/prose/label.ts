import type { CueWords } from './words.js';

const brackets = /^[（(]|[）)]$/g;

/** The label that a reader would give: the words before a figure without connectives at either end. */
export function cleanLabel(words: string, cues: CueWords): string {
  let label = words.replace(/[\s\u3000]+/g, '');
  for (let before = ''; before !== label;) {
    before = label;
    const start = label.replace(cues.labelStart, '');
    if (start.length >= 2) label = start;
    const end = label.replace(cues.labelEnd, '');
    if (end.length >= 2) label = end;
  }
  return label.replace(brackets, (bracket) => (label.includes('（') && label.includes('）') ? bracket : ''));
}

/** The counted noun that follows a count (`24个|涉改部门|调整文件`), up to where a verb or a connective begins; empty when none follows. */
export function nounAfter(after: string, cues: CueWords): string {
  const words = after.replace(/^(?:的|以上|以下|左右|余)+/, '');
  const end = words.search(cues.nounEnd);
  const noun = end < 0 ? words : words.slice(0, end);
  return noun.length >= 2 && noun.length <= 14 ? noun : '';
}
