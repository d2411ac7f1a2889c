import type { Paragraph } from '../model/document.js';
import type { Quantity } from '../model/quantity.js';
import { recognizeQuantities } from '../recognize/recognize.js';

const known = new WeakMap<Paragraph, readonly Quantity[]>();

/** A number that Word generated is the mark of an item whatever its form; it never runs on into what it numbers. */
function labelled(label: string, text: string): readonly Quantity[] {
  const shift = label.length;
  const mark: Quantity = { ...unmeasured, kind: 'enum', start: 0, end: shift, value: label };
  const found = recognizeQuantities(text.slice(shift));
  return [mark, ...found.map((it) => ({ ...it, start: it.start + shift, end: it.end + shift }))];
}
const unmeasured = { unit: null, number: null, unitText: '', step: null } as const;

const read = ({ label, text }: Paragraph): readonly Quantity[] =>
  label === null ? recognizeQuantities(text) : labelled(label, text);

/** The quantities of a paragraph in order: recognised once, whoever asks. */
export function quantitiesOf(block: Paragraph): readonly Quantity[] {
  const found = known.get(block) ?? read(block);
  known.set(block, found);
  return found;
}
