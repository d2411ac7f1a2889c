import type { Quantity } from '../../../model/quantity.js';
import type { Placed, Reading } from '../../../model/reading.js';
import type { TimePiece, TimeTrack } from '../../../model/times.js';
import type { Trie } from '../../../recognize/trie.js';
import type { Rulebook } from '../../../rulebook/rulebook.js';
import { quantitiesOf } from '../../quantities-of.js';
import { cut } from '../cut.js';
import { timeLexicon, type TimeWordValue } from './time-lexicon.js';
import { TimeReader } from './time-reader.js';
import { YearCarry } from './year-carry.js';

const lexicons = new WeakMap<Rulebook['times'], Trie<TimeWordValue>>();
function lexiconOf({ times }: Pick<Rulebook, 'times'>): Trie<TimeWordValue> {
  const lexicon = lexicons.get(times) ?? timeLexicon(times);
  lexicons.set(times, lexicon);
  return lexicon;
}

const kinds: ReadonlySet<Quantity['kind']> = new Set(['date', 'duration', 'docno', 'ordinal']);
const tellsTime = (it: TimePiece): boolean => ['moment', 'length', 'paper', 'nth'].includes(it.is);

/** The paragraphs that name dates or lengths of time, cut into what they and the words around them say. Years go on from one to the next. */
export function timeTracks(
  { paragraphs, metadata }: Reading,
  rulebook: Pick<Rulebook, 'times' | 'prose'>,
): TimeTrack[] {
  const lexicon = lexiconOf(rulebook);
  const carry = new YearCarry(metadata.reportYear);
  return paragraphs.flatMap(({ block, heading }: Placed): TimeTrack[] => {
    const quantities = quantitiesOf(block);
    if (!quantities.some(({ kind }) => kinds.has(kind))) return [];
    const text = rulebook.prose.simplify(block.text);
    const pieces = new TimeReader(text, carry, rulebook.times.units.clock).read(cut(text, quantities, lexicon));
    return pieces.some(tellsTime) ? [{ block, heading, text, pieces }] : [];
  });
}
