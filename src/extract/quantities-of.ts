import type { Paragraph } from '../model/document.js';
import type { Quantity } from '../model/quantity.js';
import { recognizeQuantities } from '../recognize/recognize.js';

const known = new WeakMap<Paragraph, readonly Quantity[]>();

/** The quantities of a paragraph in order: recognised once, whoever asks. */
export function quantitiesOf(block: Paragraph): readonly Quantity[] {
  const found = known.get(block) ?? recognizeQuantities(block.text);
  known.set(block, found);
  return found;
}
