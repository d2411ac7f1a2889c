import { segment, type Word } from './segment.js';
import type { CueWords } from './words.js';

const longest = 14;
/** Nouns up to this length that no cue cuts are taken as they stand. */
const plain = 8;
/** Nouns of one character that are counted. */
const single = /^[村县镇乡区市校站所点厂店组班队]$/;
const nominal = /^(?:n|vn|an|a|b|j|l|i|x|m|eng|z|k|h|t|s|f|q)/;

/** A verb that its object follows as a noun of doing (发布|活动) is a part of that noun. */
const isPart = ({ tag }: Word, next: Word | undefined, last: boolean): boolean =>
  tag.startsWith('v') && last && next?.tag === 'vn';

/**
 * Where the words stop being a noun. Only words that may end one can; whether they do, the dictionary knows: a verb behind a noun does,
 * a verb in front of one may be part of it (调整|文件).
 */
function nounLength(words: string, cues: CueWords): number {
  if (!cues.nounDoubt.test(words.slice(2))) return words.length;
  const all = segment(words);
  let length = 0;
  let named = false;
  for (const [at, it] of all.entries()) {
    const ends = !nominal.test(it.tag) && (named || it.tag !== 'v') && !isPart(it, all[at + 1], at === all.length - 2);
    if (ends && cues.nounDoubt.test(it.word)) break;
    named ||= it.tag.startsWith('n');
    length += it.word.length;
  }
  return length;
}

/** Whether words end in a noun, so that what came of things can be said of them: 电话抽访 names no thing. */
export function endsInNoun(words: string): boolean {
  const last = words === '' ? undefined : segment(words).at(-1);
  return last !== undefined && !/^(?:v|vn|vd|a|ad|d|p|c)$/.test(last.tag);
}

/** The last noun of a name (项目 of 完成审计项目); empty where it does not end in one. */
export function headOf(words: string): string {
  const last = words === '' ? undefined : segment(words).at(-1);
  return last !== undefined && last.word.length >= 2 && /^n/.test(last.tag) ? last.word : '';
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
  const noun = end < 0 && cut.length > plain ? cut.slice(0, nounLength(cut.slice(0, 2 * longest), cues)) : cut;
  const named = noun.replace(/(?<=..)[中里内]$/, '');
  return (named.length >= 2 && named.length <= longest) || single.test(named) ? named : '';
}
