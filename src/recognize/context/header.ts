import type { Declared } from '../declared.js';
import { lend, type Found } from '../found.js';

const bare = (found: Found): boolean =>
  found.kind === 'number' && found.unit === null && found.numeral !== undefined && found.numeral.arabic;

/** 单位：万元 gives its unit to every bare number after it, （万元） to the number right after it. */
export function applyDeclared(found: readonly Found[], declared: readonly Declared[]): void {
  let at = 0;
  let general: Declared | null = null;
  let near: Declared | null = null;
  for (const item of found) {
    for (let next = declared[at]; next && next.from <= item.start; next = declared[++at]) {
      if (next.near) near = next;
      else general = next;
    }
    if (!bare(item)) continue;
    if (near?.from === item.start) lend(item, near, 'header');
    else if (general) lend(item, general, 'header');
  }
}
