import { dense } from '../../model/dense.js';
import type { Reading } from '../../model/reading.js';
import type { WordsRelation } from '../../model/relation.js';
import { quoted, wordsRelation } from '../quoted.js';
import { plainTitle } from './plain-title.js';

const named = /(?:对照|按照|详见|见|附)(?:附件)?《([^》]{2,24}表)》/g;
const numbered = /(?:详见|参见|见)\s*((?:附件|附表|表)\s*[一二三四五六七八九十\d]{1,3})/g;

/** Titles that stand in the document, as they are told apart; what is quoted in 《》 is a mention, no title. */
function titlesOf({ blocks }: Reading): { readonly plain: ReadonlySet<string>; readonly opening: readonly string[] } {
  const lines = blocks.flatMap((block) =>
    block.kind === 'table' ? block.cells.filter((it) => it.row < 2).map((it) => it.text) : block.text.split('\n'),
  );
  const short = lines.filter((it) => it.length <= 60);
  return { plain: new Set(short.map((it) => plainTitle(it))), opening: short.map((it) => dense(it)) };
}

/** Tables and annexes to which the text refers, and which the file does not hold. They may be published apart. */
export function references(reading: Reading): WordsRelation[] {
  const titles = titlesOf(reading);
  return reading.paragraphs.flatMap(({ block, heading }): WordsRelation[] => {
    const byName = [...block.text.matchAll(named)].map((match) => {
      const title = plainTitle(match[1] ?? '');
      const holds = [...titles.plain].some((it) => it.endsWith(title));
      const at = match.index + match[0].indexOf('《');
      return wordsRelation('reference-present', quoted(block, at, `《${match[1]}》`, heading), holds);
    });
    const byNumber = [...block.text.matchAll(numbered)].map((match) => {
      const label = dense(match[1] ?? '');
      const holds = titles.opening.some((it) => it.startsWith(label));
      const at = match.index + match[0].indexOf(match[1] ?? '');
      return wordsRelation('reference-present', quoted(block, at, match[1] ?? '', heading), holds);
    });
    return [...byName, ...byNumber];
  });
}
