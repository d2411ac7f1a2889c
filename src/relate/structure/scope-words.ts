import type { Placed, Reading } from '../../model/reading.js';
import type { Exhibit, WordsRelation } from '../../model/relation.js';
import { quoted, wordsRelation } from '../quoted.js';

const title = /(单位|部门)(预算|决算)(?:公开)?(?:编制)?(?:说明|报告)?$/;
const cover = 6;
const longestCover = 40;
const arranged = /(部门|单位)(预算|决算)安排/g;

function ownScope(paragraphs: readonly Placed[]): { readonly scope: string; readonly exhibit: Exhibit } | null {
  for (const { block, heading } of paragraphs.slice(0, cover)) {
    const text = block.text.replace(/\s+/g, '');
    const match = text.length <= longestCover ? title.exec(text) : null;
    if (!match?.[1]) continue;
    const words = `${match[1]}${match[2] ?? ''}`;
    return { scope: match[1], exhibit: quoted(block, Math.max(0, block.text.indexOf(words)), words, heading) };
  }
  return null;
}

/** 部门预算安排 in a budget of a 单位: the sentence comes from the department's text, and so may its figures. */
export function scopeWords({ paragraphs }: Reading): WordsRelation[] {
  const own = ownScope(paragraphs);
  if (!own) return [];
  const told = paragraphs.flatMap(({ block, heading }) =>
    [...block.text.matchAll(arranged)].map((match) => ({
      scope: match[1] ?? '',
      words: quoted(block, match.index, match[0], heading),
    })),
  );
  const wrong = told.filter((it) => it.scope === '部门' && own.scope === '单位');
  const [first, ...others] = wrong.length > 0 ? wrong : told;
  if (!first) return [];
  const wanted = first.words.text.replace(first.scope, own.scope);
  const against = [own.exhibit, ...(wrong.length > 0 ? others.map((it) => it.words) : [])];
  return [wordsRelation('scope-words', first.words, wrong.length === 0, { wanted, against })];
}
