import type { Language } from '../model/catalogue.js';
import type { ReviewEvent } from '../model/review.js';
import { word } from '../model/words.js';
import { visible } from '../model/visible.js';

/** One event on one line: number, when, who, what, of which finding, and why. */
export function eventText(
  { id, at, by, action, from, to, reason, finding, rule }: ReviewEvent,
  language: Language,
): string {
  const change = from === to ? '' : ` ${word(from, language)} → ${word(to, language)}`;
  const why = reason === null ? '' : `  “${visible(reason)}”`;
  return `#${id}  ${at}  ${visible(by)}  ${word(action, language)}${change}  ${finding} (${rule})${why}`;
}
