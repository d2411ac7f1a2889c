import type { Placed, Reading } from '../../model/reading.js';
import type { WordsRelation } from '../../model/relation.js';
import { quoted, wordsRelation } from '../quoted.js';

/** 2024年区级部门预算: the cover says whose budget it is. */
const ownLevel = /([市区县省州旗])级(?:部门|单位|预算单位|预算部门)?(?:预算|决算)$/;
/** Definitions that say of whom the document speaks. */
const defined = /([市区县省州旗])级(?=预算主管部门|财政有经费领拨关系|财政拨款安排)/g;
/** How many paragraphs from the beginning may be the cover. */
const cover = 6;
const longestCover = 40;

const dense = (text: string): string => text.replace(/\s+/g, '');

function levelOf(
  paragraphs: readonly Placed[],
): { readonly placed: Placed; readonly level: string; readonly text: string } | null {
  for (const placed of paragraphs.slice(0, cover)) {
    const text = dense(placed.block.text);
    const match = text.length <= longestCover ? ownLevel.exec(text) : null;
    if (match?.[1]) return { placed, level: match[1], text: `${match[1]}级` };
  }
  return null;
}

/** The level of government that the cover names, against the level of which the definitions speak: 市级 in a 区级 budget is another's template. */
export function levelWords({ paragraphs }: Reading): WordsRelation[] {
  const own = levelOf(paragraphs);
  if (!own) return [];
  const told = paragraphs.flatMap(({ block, heading }) =>
    [...block.text.matchAll(defined)].map((match) => ({
      level: match[1] ?? '',
      words: quoted(block, match.index, match[0], heading),
    })),
  );
  const wrong = told.filter((it) => it.level !== own.level);
  const [first, ...others] = wrong.length > 0 ? wrong : told;
  if (!first) return [];
  const { block, heading } = own.placed;
  const title = quoted(block, Math.max(0, block.text.indexOf(own.text)), own.text, heading);
  const against = [title, ...(wrong.length > 0 ? others.map((it) => it.words) : [])];
  return [wordsRelation('level-words', first.words, wrong.length === 0, { wanted: own.text, against })];
}
