import { regionOf, type Block } from '../../model/document.js';
import type { Exhibit } from '../../model/relation.js';

/** Words of a block as something to quote. Offsets are those of the block's text. */
export function quote(block: Block, start: number, end: number, heading: string | null): Exhibit {
  const text = block.text.slice(start, end);
  const { page, box } = regionOf(block.stretches, start, end);
  const region = box && ([...box] as Exhibit['box']);
  return {
    id: null,
    text,
    label: text,
    table: null,
    heading,
    block: block.id,
    start,
    end,
    page: page ?? block.page,
    box: region,
  };
}
