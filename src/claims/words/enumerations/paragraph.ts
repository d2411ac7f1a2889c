import type { Placed } from '../../../model/reading.js';
import type { Count } from './lexicon.js';
import type { Mark } from './marks.js';

/** A paragraph with what counts and numbers it holds. Offsets are those of its block. */
export interface Paragraph {
  readonly placed: Placed;
  /** Its text in simplified characters. */
  readonly plain: string;
  /** The same with everything hidden that brackets and quotes enclose. */
  readonly text: string;
  readonly counts: readonly Count[];
  readonly marks: readonly Mark[];
}
