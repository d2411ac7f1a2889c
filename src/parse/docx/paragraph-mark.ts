import type { Look } from '../../model/document.js';
import type { Label } from './labels.js';

export type ParagraphRole = 'body' | 'contents' | 'header' | 'footer';

/** What is known of a paragraph that does not go through mammoth: it is found again by its bookmark. */
export interface ParagraphMark {
  readonly role: ParagraphRole;
  readonly label: Label | null;
  readonly look: Look;
  /** Which note it belongs to, by the order of their references; null outside notes. */
  readonly note: number | null;
}
