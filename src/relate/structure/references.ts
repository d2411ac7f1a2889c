import { dense } from '../../model/dense.js';
import type { Reading } from '../../model/reading.js';
import type { WordsRelation } from '../../model/relation.js';
import { quoted, wordsRelation } from '../quoted.js';
import { plainTitle } from './plain-title.js';

const named = /(?:对照|按照|详见|见|附)(?:附件)?《([^》]{2,24}表)》/g;
const numbered = /(?:详见|参见|见)\s*((?:附件|附表|表)\s*[一二三四五六七八九十\d]{1,3})/g;

/** More letters than any reference has. */
const longest = 40;

/** What is asked of the titles that stand in the document, as they are told apart; what is quoted in 《》 is a mention, no title. */
function titlesOf({ blocks }: Reading): Readonly<Record<'endsWith' | 'opensWith', (text: string) => boolean>> {
  const lines = blocks.flatMap((block) =>
    block.kind === 'table' ? block.cells.filter((it) => it.row < 2).map((it) => it.text) : block.text.split('\n'),
  );
  const short = lines.filter((it) => it.length <= 60);
  const ends = new Set(short.flatMap((it) => tails(plainTitle(it))));
  const openings = new Set(short.flatMap((it) => heads(dense(it))));
  return { endsWith: (text) => text === '' || ends.has(text), opensWith: (text) => openings.has(text) };
}

const heads = (text: string): string[] =>
  Array.from({ length: Math.min(text.length, longest) }, (_, i) => text.slice(0, i + 1));
const tails = (text: string): string[] =>
  Array.from({ length: Math.min(text.length, longest) }, (_, i) => text.slice(-i - 1));

/** Tables and annexes to which the text refers, and which the file does not hold. They may be published apart. */
export function references(reading: Reading): WordsRelation[] {
  const titles = titlesOf(reading);
  return reading.paragraphs.flatMap(({ block, heading }): WordsRelation[] => {
    const byName = [...block.text.matchAll(named)].map((match) => {
      const title = plainTitle(match[1] ?? '');
      const holds = titles.endsWith(title);
      const at = match.index + match[0].indexOf('《');
      return wordsRelation('reference-present', quoted(block, at, `《${match[1]}》`, heading), holds);
    });
    const byNumber = [...block.text.matchAll(numbered)].map((match) => {
      const label = dense(match[1] ?? '');
      const holds = titles.opensWith(label);
      const at = match.index + match[0].indexOf(match[1] ?? '');
      return wordsRelation('reference-present', quoted(block, at, match[1] ?? '', heading), holds);
    });
    return [...byName, ...byNumber];
  });
}
