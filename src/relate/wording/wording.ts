import { Breaks } from '../../model/breaks.js';
import type { Placed, Reading } from '../../model/reading.js';
import type { Doubt, Exhibit, WordsRelation } from '../../model/relation.js';
import type { Wording } from '../../rulebook/wording.js';
import { quoted, wordsRelation } from '../quoted.js';
import { asOfDates, titleYears } from './as-of-dates.js';
import { datesChecked } from './dates.js';
import { ordinalsChecked } from './ordinals.js';
import { spellingVariants, wrongPatterns } from './patterns.js';

const quotedIn = ({ block, heading }: Placed, start: number, text: string): Exhibit =>
  quoted(block, start, text, heading);

const relation = (
  check: string,
  words: Exhibit,
  holds: boolean,
  wanted: string,
  doubt: Doubt | null = null,
): WordsRelation => wordsRelation(check, words, holds, { wanted, doubt });

const template: Doubt = { status: 'not_applicable', reason: 'the document is a template itself' };

/** What a template left to be filled in; in a template itself it is no fault. */
function residueIn(paragraphs: readonly Placed[], wording: Wording): WordsRelation[] {
  const patterns = wording.residue.map((pattern) => new RegExp(pattern.source, 'gu'));
  const found = paragraphs.flatMap((placed) => {
    const matches = patterns.flatMap((pattern) => [...placed.block.text.matchAll(pattern)]);
    const inTitle = matches.length > 0 ? titlesIn(placed.block.text) : null;
    return matches
      .filter((match) => inTitle?.(match.index) === false)
      .map((match) => quotedIn(placed, match.index, match[0]));
  });
  const doubt = found.length >= wording.residue_of_template ? template : null;
  return found.map((words) => relation('template-residue', words, false, '', doubt));
}

/** Says of each place of a text whether it stands in a quoted title, which keeps what it says: 《关于做好XX工作的通知》. */
function titlesIn(text: string): (at: number) => boolean {
  const [opened, closed] = [new Breaks(text, /《/g), new Breaks(text, /》/g)];
  return (at) => opened.before(at) > closed.before(at);
}

function doubledIn(paragraphs: readonly Placed[], wording: Wording): WordsRelation[] {
  return paragraphs.flatMap((placed) =>
    wording.doubled.flatMap((words) => {
      const at = placed.block.text.indexOf(words);
      if (at < 0) return [];
      return [relation('doubled-words', quotedIn(placed, at, words), false, words.slice(words.length / 2))];
    }),
  );
}

/** A text that was read through without a fault has passed. */
function orClean(check: string, found: readonly WordsRelation[], [first]: readonly Placed[]): readonly WordsRelation[] {
  return found.length > 0 || !first ? found : [relation(check, quotedIn(first, 0, ''), true, '')];
}

/** Wording that the document shows to be wrong whatever its figures. */
export function wordingIn(reading: Reading, wording: Wording): WordsRelation[] {
  const { paragraphs } = reading;
  const doubt = reading.metadata.reportKind === 'template' ? template : null;
  return [
    ...wrongPatterns(paragraphs, wording, doubt),
    ...spellingVariants(paragraphs, wording),
    ...datesChecked(reading),
    ...ordinalsChecked(reading),
    ...titleYears(reading, wording),
    ...asOfDates(reading, wording),
    ...orClean('template-residue', residueIn(paragraphs, wording), paragraphs),
    ...orClean('doubled-words', doubledIn(paragraphs, wording), paragraphs),
  ];
}
