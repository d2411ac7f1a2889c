import type { Passage, Placed, Reading } from '../../model/reading.js';

/** Words of a paragraph with the place where they stand in it. */
export interface Stretch {
  readonly start: number;
  readonly text: string;
}

/** A paragraph that tells of one budget item: 「卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）」12.00万元，主要用于…. */
export interface NarratedItem {
  readonly placed: Placed;
  readonly passage: Passage | null;
  /** Names of 类, 款 and 项. */
  readonly names: readonly [kind: string, group: string, item: string];
  /** Where the kind's name stands. */
  readonly at: number;
  readonly purpose: Stretch | null;
  readonly reason: Stretch | null;
}

const bracketed =
  /([^（）()“”"。：:、.．\d]+)[（(]\d*类[）)]([^（）()]+(?:[（(][^类款项]{1,4}[）)][^（）()]*)?)[（(]\d*款[）)](.+?)[（(]\d*项[）)]/u;
const dashed = /[“"]([^“”"—-]{3,30})[-—]([^“”"—-]{2,30})[-—]([^“”"—-]{2,30})[”"]\s*科目/u;
/** An item is named at the head of its paragraph. */
const head = 110;

function stretch(text: string, pattern: RegExp): Stretch | null {
  const match = pattern.exec(text);
  const said = match?.[1]?.trim() ?? '';
  return match && said !== '' ? { start: text.indexOf(said, match.index), text: said } : null;
}

function itemIn(placed: Placed, passages: ReadonlyMap<string, Passage>): NarratedItem | null {
  const { text } = placed.block;
  const opening = text.slice(0, head);
  const match = bracketed.exec(opening) ?? dashed.exec(opening);
  if (!match) return null;
  const plain = (name: string | undefined): string => (name ?? '').replace(/\s+/g, '');
  return {
    placed,
    passage: passages.get(placed.block.id) ?? null,
    names: [plain(match[1]), plain(match[2]), plain(match[3])],
    at: text.indexOf(match[1] ?? '', match.index),
    purpose: stretch(text, /主要(?:是)?用于[:：]?([^。；]+)/u),
    reason: stretch(text, /主要原因(?:是|为)?[:：]?([^。；]+)/u),
  };
}

/** Every paragraph that tells of one budget item, in order. */
export function narratedItems(reading: Reading): NarratedItem[] {
  const passages = new Map(reading.passages.map((it) => [it.block as string, it]));
  return reading.paragraphs.flatMap((placed) => itemIn(placed, passages) ?? []);
}
