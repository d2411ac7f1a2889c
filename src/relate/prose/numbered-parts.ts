import { plus, printed, sameMeasure } from '../../model/printed.js';
import type { Mention, Passage } from '../../model/reading.js';
import type { SumRelation } from '../../model/relation.js';
import { isLevel } from './cues.js';
import { partsRelation, perhapsMore } from './parts-relation.js';
import { oneSlipOff } from './slip.js';

const mark = /(?<![\d.])(\d{1,2})(?:[、)）]|[.．](?!\d))/g;
/** So many items make a list. */
const fewest = 3;

/** Where the items 1、2、3、 of a paragraph begin; empty where they are not counted from one without a gap. */
function itemsOf(text: string): number[] {
  const starts: number[] = [];
  for (const hit of text.matchAll(mark)) if (Number(hit[1]) === starts.length + 1) starts.push(hit.index);
  return starts.length >= fewest ? starts : [];
}

/** The amount at the head of each item, the numbers that come to none left out. */
function headsOf(mentions: readonly Mention[], starts: readonly number[], total: Mention): Mention[] {
  return starts.flatMap((start, i) => {
    const end = starts[i + 1] ?? Infinity;
    return (
      mentions.find(
        ({ figure, depth }) =>
          figure.start >= start && figure.start < end && depth === 0 && sameMeasure(figure, total.figure),
      ) ?? []
    );
  });
}

/**
 * 安排资金3107.46万元。1、水利1340.22万元；2、道路905.24万元；3、…: numbered items against the total before them. Told when one slip keeps
 * them from it; those that make it are found without their numbers.
 */
export function numberedPartsIn({ text, mentions }: Passage): SumRelation[] {
  const starts = itemsOf(text);
  const [first = 0] = starts;
  const total = mentions.findLast((it) => it.figure.end <= first && it.depth === 0 && isLevel(it));
  if (starts.length === 0 || !total || total.figure.kind !== 'money' || !printed(total.figure)) return [];
  const heads = headsOf(mentions, starts, total);
  if (heads.length !== starts.length || !heads.every(isLevel)) return [];
  const terms = plus(heads.map(({ figure }) => figure));
  return oneSlipOff(total.figure, terms) ? [partsRelation(total.figure, terms, perhapsMore)] : [];
}
