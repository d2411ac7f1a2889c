import type { Look } from '../../model/document.js';
import type { Span } from '../grid.js';
import type { Label } from './labels.js';

export type ParagraphRole = 'body' | 'contents' | 'header' | 'footer';

/** A reference to a footnote or endnote, which prints nothing where it stands. */
export interface Reference {
  /** The note, by the order in which notes are first referred to. */
  readonly note: number;
  /** Offset in the text that it stands in. */
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

/** A cell that its row begins: where others continue it below, they are part of it. */
interface ReadCell extends Span {
  readonly content: readonly Content[];
}

export interface ReadRow {
  /** Stands again on top of each page. */
  readonly header: boolean;
  readonly cells: readonly ReadCell[];
}

export interface ReadTable {
  readonly kind: 'table';
  readonly rows: readonly ReadRow[];
  /** The note that it stands in; null outside notes. */
  readonly note: number | null;
}

/** What a DOCX holds, in reading order, before it becomes blocks. */
export type Content = ReadParagraph | ReadTable;
