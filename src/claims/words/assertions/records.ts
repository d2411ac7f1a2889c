import type { Relation } from '../../../model/relation.js';
import type { Level } from './levels.js';
import { isWord } from './line.js';
import { firstOf, holdsAny, piecesOf, type Piece } from './pieces.js';
import { orderOf, type Asked } from './statement.js';

/** The most that stands between a record and what calls it one. */
const farthest = 8;

/** What passed a record is of its size. */
const farFrom = 3;

/** The figure of a piece that is called a record or a mark that was passed. */
function recordIn({ text, rules: { records: words } }: Asked, piece: Piece): Level | null {
  const passed = firstOf(words.passed, piece.text);
  const record = piece.levels.find((it) => passed !== null && it.start >= piece.start + passed.at);
  if (!record || piece.levels.at(-1) !== record) return null;
  return holdsAny(words.mark, text.slice(record.end, Math.min(piece.end, record.end + farthest))) ? record : null;
}

/** 达1,427万千瓦，突破1,439万千瓦的纪录: what passed a record or a round mark is more than it. */
export function records(asked: Asked): Relation[] {
  const { rules } = asked;
  const pieces = piecesOf(asked);
  return pieces.flatMap((piece, i): Relation[] => {
    const record = recordIn(asked, piece);
    if (!record || piece.words.some((it) => isWord(it, 'negation', 'future', 'pace'))) return [];
    const sentence = pieces.filter((it) => it.sentence === piece.sentence);
    if (
      sentence.some(
        (it) => holdsAny(rules.records.least, it.text) || it.words.some((word) => isWord(word, 'lessBetter')),
      )
    )
      return [];
    const beside = [piece, pieces[i - 1], pieces[i + 1]].filter((it) => it?.limb === piece.limb);
    const actuals = beside
      .flatMap((it) => it?.levels ?? [])
      .filter((it) => it !== record && it.measure === record.measure);
    const [actual] = actuals;
    if (!actual || actuals.length > 1 || actual.role !== 'level' || actual.bound !== null) return [];
    if (record.value > actual.value * farFrom) return [];
    const words = asked.text.slice(piece.start + (firstOf(rules.records.passed, piece.text)?.at ?? 0), piece.end);
    return [orderOf('stated-direction', actual, record, 'greater', words, 'review')];
  });
}
