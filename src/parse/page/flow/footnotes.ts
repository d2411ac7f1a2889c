import type { Fragment } from '../glyphs/fragments.js';
import type { Frame } from '../glyphs/frame.js';
import { rowOf, rowsOf, type Row } from '../lines/lines.js';
import type { Ruling } from '../glyphs/ruling.js';

/** A note at the foot of a page. */
interface Footnote {
  /** What refers to it in the text above. */
  readonly mark: Fragment;
  /** Its lines, without the mark that they begin with. */
  readonly rows: readonly Row[];
}

/** A page's text and, apart from it, its footnotes. */
export interface Footnoted {
  readonly fragments: readonly Fragment[];
  readonly notes: readonly Footnote[];
}

const markText = /^(?:\d{1,2}|[①-⑳]|[*＊※])$/;
/** Share of the em of the text beside it that a raised mark has at most. */
const smallShare = 0.8;
/** Share of a page's height above which no footnote begins, and below which page footers stand. */
const noteZone = 0.4;
const footZone = 0.885;
/** Em between the lines of a note, and between its first line and the rule above it. */
const lineGap = 1.3;
const ruleGap = 2.2;
/** Share of a page's width that the rule above footnotes takes at most. */
const ruleWidth = 0.5;

/** True when a fragment is set small and high beside another, on either side of it. */
const isRaised = (it: Fragment, beside: Fragment): boolean =>
  it.size < smallShare * beside.size &&
  it.bottom < beside.bottom - 0.08 * beside.size &&
  it.bottom > beside.top &&
  Math.max(it.left - beside.right, beside.left - it.right) < 0.6 * beside.size;

/** Share of the em of its note by which a mark that is set no smaller stands higher. */
const lift = 0.4;

/** True when a fragment stands high before the text of a note, in whatever size: its raising did not make it smaller. */
const isLifted = (it: Fragment, note: Fragment): boolean =>
  it.bottom < note.bottom - lift * note.size &&
  it.bottom > note.top &&
  Math.abs(note.left - it.right) < lift * note.size;

/** Whether a row is nothing but the mark of a note, so high before the note's text that it makes a row of its own. */
function isOwnMark(row: Row | undefined, note: Row | undefined): boolean {
  const [mark, ...more] = row?.fragments ?? [];
  const text = note?.fragments[0];
  return (
    mark !== undefined && text !== undefined && more.length === 0 && markText.test(mark.text) && isLifted(mark, text)
  );
}

/** Rows with marks that make rows of their own joined to the notes that they begin. */
const withOwnMarks = (rows: readonly Row[]): Row[] =>
  rows.flatMap((row, at) => {
    if (isOwnMark(row, rows[at + 1])) return [];
    const above = rows[at - 1];
    return above && isOwnMark(above, row) ? [rowOf([...above.fragments, ...row.fragments])] : [row];
  });

/** Small raised numbers and signs behind other text. */
const marksIn = (fragments: readonly Fragment[]): Fragment[] =>
  fragments.filter((it, i) => {
    const before = fragments[i - 1];
    return before !== undefined && markText.test(it.text) && it.left > before.left && isRaised(it, before);
  });

/** The mark in the text that a row at the foot of the page answers; undefined where it begins no note. */
function answered(
  row: Row,
  marks: readonly Fragment[],
  rulings: readonly Ruling[],
  frame: Frame,
): Fragment | undefined {
  const [own, next] = row.fragments;
  if (!own || !next || !markText.test(own.text)) return undefined;
  const em = next.size;
  const ruled = rulings.some(
    ({ axis, at, from, to }) =>
      axis === 'across' &&
      at < row.top + 0.2 * em &&
      at > row.top - ruleGap * em &&
      Math.abs(from - row.left) < 2.5 * em &&
      to - from < ruleWidth * frame.width,
  );
  return ruled || isRaised(own, next) || isLifted(own, next)
    ? marks.find((mark) => mark !== own && mark.text === own.text && mark.bottom < row.top)
    : undefined;
}

const sizeOf = (row: Row): number => row.fragments.reduce((most, it) => Math.max(most, it.size), 0);

/** Notes from the first row that answers a mark down to the page footer, which stands below `foot`; none when other text follows. */
function notesIn(rows: readonly Row[], foot: number, noteOf: (row: Row) => Fragment | undefined): Footnote[] {
  const notes: { mark: Fragment; rows: Row[] }[] = [];
  let last: Row | undefined;
  for (const row of rows) {
    const mark = noteOf(row);
    const near = last !== undefined && row.top - last.bottom < lineGap * sizeOf(last);
    if (mark && (near || !last)) notes.push({ mark, rows: [rowOf(row.fragments.slice(1))] });
    else if (near && last && Math.abs(sizeOf(row) - sizeOf(last)) < 0.5) notes.at(-1)?.rows.push(row);
    else if (!last) continue;
    else return row.top > foot ? notes : [];
    last = row;
  }
  return notes;
}

/**
 * Takes the footnotes out of a page, and with them the marks in the text that refer to them, which are no figures. A note is one only
 * where its mark stands raised in the text above.
 */
export function footnotesOf(fragments: readonly Fragment[], rulings: readonly Ruling[], frame: Frame): Footnoted {
  const marks = marksIn(fragments);
  if (marks.length === 0) return { fragments, notes: [] };
  const low = withOwnMarks(rowsOf(fragments.filter((it) => it.top > noteZone * frame.height)));
  const notes = notesIn(low, footZone * frame.height, (row) => answered(row, marks, rulings, frame));
  if (notes.length === 0) return { fragments, notes };
  const taken = new Set(notes.flatMap((note) => [note.mark, ...note.rows.flatMap((row) => row.fragments)]));
  const texts = new Set(notes.map((note) => note.mark.text));
  const starts = new Set(
    low.filter((row) => row.fragments[1] && taken.has(row.fragments[1])).map((row) => row.fragments[0]),
  );
  const rest = fragments.filter(
    (it) => !taken.has(it) && !starts.has(it) && !(texts.has(it.text) && marks.includes(it)),
  );
  return { fragments: rest, notes };
}
