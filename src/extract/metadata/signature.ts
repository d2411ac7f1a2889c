import { dense } from '../../model/dense.js';
import type { KindRules } from '../../rulebook/kinds.js';
import { nameOnLine } from './agency-names.js';
import { dateIn, isDate, withoutDate } from './date.js';

/** How a report ends: the names above or beside its last date, nearest first, and that date. */
export interface Signature {
  readonly names: readonly string[];
  readonly date: string | null;
}

/** Lines above the date in which those who sign are named. */
const above = 3;
const longest = 60;

/** `某某局（盖章） 2024年3月8日`: a name and the date, and nothing else. */
function signedOnLine(text: string, rules: KindRules): string | null {
  if (text.length > longest || dateIn(dense(text)) === null || withoutDate(dense(text)) === dense(text)) return null;
  return nameOnLine(text, rules);
}

/** The signature in the last lines of a document; what follows it (contact, copies) is passed over. */
export function signatureOf(closing: readonly string[], rules: KindRules): Signature {
  for (let at = closing.length - 1; at >= 0; at--) {
    const line = closing[at] ?? '';
    const beside = signedOnLine(line, rules);
    if (beside !== null) return { names: [beside], date: dateIn(dense(line)) };
    if (!isDate(dense(line))) continue;
    const names = closing.slice(Math.max(0, at - above), at).reverse();
    const short = names.slice(
      0,
      Math.max(
        0,
        names.findIndex((it) => dense(it).length > longest),
      ) || names.length,
    );
    return { names: short.flatMap((it) => nameOnLine(it, rules) ?? []), date: dateIn(dense(line)) };
  }
  return { names: [], date: null };
}
