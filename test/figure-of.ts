import type { Figure } from '../src/model/report.js';
import { recognizeQuantities } from '../src/recognize/recognize.js';

let made = 0;

/** The figure that a text of one quantity is. */
export function figureOf(text: string): Figure {
  const [quantity] = recognizeQuantities(text);
  if (!quantity) throw new Error(`no quantity in ${text}`);
  return {
    id: `x${made++}`,
    kind: quantity.kind,
    text: text.slice(quantity.start, quantity.end),
    number: quantity.number,
    unitText: quantity.unitText,
    value: quantity.value,
    unit: quantity.unit,
    step: quantity.step,
    unitFrom: 'number',
    approx: quantity.approx ?? null,
    label: text,
    role: null,
    group: null,
    fact: null,
    block: 'b0',
    start: quantity.start,
    end: quantity.end,
    page: null,
    box: null,
    table: null,
    heading: null,
  };
}
