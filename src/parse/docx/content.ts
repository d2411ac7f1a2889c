import type { Look } from '../../model/document.js';
import type { Label } from './labels.js';

export type ParagraphRole = 'body' | 'contents' | 'header' | 'footer';

/** A reference to a footnote or endnote, which prints nothing where it stands. */
export interface Reference {
  /** The note, by the order in which notes are first referred to. */
  readonly note: number;
  /** Offset in the text of its paragraph. */
  readonly at: number;
}

/** A paragraph as read: its text is not trimmed, a tab is `\t` and a line break `\n`. */
export interface ReadParagraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly references: readonly Reference[];
  readonly role: ParagraphRole;
  readonly label: Label | null;
  readonly look: Look;
  /** The note that it stands in, by the order of their references; null outside notes. */
  readonly note: number | null;
}

/** A merged cell stands once, at its top left, with the words printed there. */
export interface ReadCell {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly content: readonly Content[];
}

export interface ReadTable {
  readonly kind: 'table';
  readonly rows: number;
  readonly columns: number;
  /** Rows at the top that repeat on each page. */
  readonly headerRows: number;
  /** In row order, then column order. */
  readonly cells: readonly ReadCell[];
  /** The note that it stands in; null outside notes. */
  readonly note: number | null;
}

/** What a DOCX holds, in reading order, before it becomes blocks. */
export type Content = ReadParagraph | ReadTable;
