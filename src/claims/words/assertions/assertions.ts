import type { Described } from '../../../model/description.js';
import { groupedBy } from '../../../model/grouped.js';
import type { Relation } from '../../../model/relation.js';
import type { Rulebook } from '../../../rulebook/rulebook.js';
import { grades } from './bands.js';
import { denials } from './denials.js';
import { exceptions } from './exceptions.js';
import { inWords } from './in-words.js';
import { leads } from './leads.js';
import { levelsOf } from './levels.js';
import { Lexicon } from './lexicon.js';
import { limits } from './limits.js';
import { lineOf } from './line.js';
import { movements } from './movements.js';
import { ownRank } from './own-rank.js';
import { records } from './records.js';
import { savings } from './savings.js';
import { series } from './series.js';
import { sources } from './sources.js';
import type { Asked } from './statement.js';
import { subsets } from './subsets.js';
import { sumsCompared } from './sums-compared.js';
import { verdicts } from './verdicts.js';
import { wordedShares } from './worded-shares.js';

/** A paragraph of more figures is a list that a file does not show as a table. */
const most = 300;

/** What words of one paragraph may assert. */
const mechanisms = [
  movements,
  verdicts,
  series,
  subsets,
  denials,
  inWords,
  wordedShares,
  exceptions,
  limits,
  records,
  sources,
  sumsCompared,
  ownRank,
  leads,
  savings,
] as const;

/** What the words of paragraphs assert of figures: those of each paragraph in reading order, then those of the document. */
export function assertions({ reading }: Described, { assertions: rules, prose, grammar }: Rulebook): Relation[] {
  const lexicon = new Lexicon(rules);
  const people = new Set(grammar.people);
  const byBlock = groupedBy(
    reading.figures.filter((it) => it.table === null),
    (it) => it.block,
  );
  const paragraphs = reading.paragraphs.flatMap(({ block, heading }): Asked[] => {
    const figures = byBlock.get(block.id) ?? [];
    if (figures.length > most) return [];
    const line = lineOf(prose.simplify(block.text), figures, lexicon, people);
    return [{ ...line, levels: levelsOf(line), figures, rules, block, heading }];
  });
  return [...paragraphs.flatMap((asked) => mechanisms.flatMap((told) => told(asked))), ...grades(paragraphs)];
}
