import type { Document } from '../../src/model/document.js';
import { recognizeQuantities } from '../../src/recognize/recognize.js';
import { seedOf } from '../mutation/random.js';
import { withTexts } from './texts.js';

/** Characters of names: no rule, unit or numeral is made of them. */
const names = [...'冯褚蒋沈韩杨朱秦尤许吕曹严魏陶戚谢邹喻柏窦苏潘葛奚彭鲁韦苗俞袁柳鲍唐薛雷贺倪汤滕殷罗毕郝邬'];

/** Words that say what a column or a table is counted in: without them its figures have no measure. */
const units =
  /单位\s*[:：]?\s*[^\s，。）)]{1,6}|[（(](?:人民币)?[百千万亿]*(?:元|人|件|个|户|项|次|分|亩|吨|公里|米|平方米)[)）]/g;

const named = (char: string, seed: number): string => names[((seedOf(char) ^ seed) >>> 0) % names.length] ?? char;

function withoutWords(text: string): string {
  const kept = [
    ...recognizeQuantities(text),
    ...[...text.matchAll(units)].map((it) => ({ start: it.index, end: it.index + it[0].length })),
  ];
  const isKept = new Uint8Array(text.length);
  for (const { start, end } of kept) isKept.fill(1, start, end);
  const seed = seedOf(text);
  return text.replace(/[\p{Script=Han}]/gu, (char, at: number) =>
    isKept[at] === 1 || char.length > 1 || /[一二三四五六七八九十]/.test(char)
      ? char
      : named(char, seed ^ seedOf(String(at))),
  );
}

/**
 * The document with every word outside its figures exchanged for one that says nothing: characters for characters, so that lengths, marks,
 * numberings and places stay as they were. No two names are alike, since that says that two figures are of one thing, and no total, share
 * or comparison is claimed any more.
 */
export const wordless = (document: Document): Document => withTexts(document, withoutWords);
