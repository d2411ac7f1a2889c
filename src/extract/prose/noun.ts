import { segment } from './segment.js';
import type { CueWords } from './words.js';

const longest = 14;
/** Nouns up to this length that no cue cuts are taken as they stand. */
const plain = 8;
/** Nouns of one character that are counted. */
const single = /^[村县镇乡区市校站所点厂店组班队]$/;
const nominal = /^(?:n|vn|an|a|b|j|l|i|x|m|eng|z|k|h|t|s|f|q)/;

/** Where the words stop being a noun: at the first verb or adverb behind a noun. A verb in front of a noun may be part of it (调整|文件). */
function nounLength(words: string): number {
  let length = 0;
  let named = false;
  for (const { word, tag } of segment(words)) {
    if (!nominal.test(tag) && (named || tag !== 'v')) break;
    named ||= tag.startsWith('n');
    length += word.length;
  }
  return length;
}

/** 1家事业单位|财政拨款的…: whose money it is ends the name of who is counted. */
const fundOf = /(?<=单位|机关|机构)财政拨款.*$/;

/** The counted noun that follows a count (`24个|涉改部门|调整文件`), up to where a verb or a connective begins; empty when none follows. */
export function nounAfter(after: string, cues: CueWords): string {
  const words = after
    .replace(/^(?:的|以上|以下|左右|余)+/, '')
    .replace(cues.changedInto, '')
    .replace(fundOf, '');
  if (cues.notNoun.test(words)) return '';
  const end = words.search(cues.nounEnd);
  const cut = end < 0 ? words : words.slice(0, end);
  const noun = end < 0 && cut.length > plain ? cut.slice(0, nounLength(cut.slice(0, 2 * longest))) : cut;
  return (noun.length >= 2 && noun.length <= longest) || single.test(noun) ? noun : '';
}
