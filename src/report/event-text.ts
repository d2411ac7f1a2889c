import type { Language } from '../model/catalogue.js';
import type { ReviewEvent } from '../model/review.js';
import { word } from '../model/words.js';
import { visible } from '../model/visible.js';

/** One event on one line: its number, when, who, what, of which finding, and why. */
export function eventText(
  { id, at, by, action, from, to, reason, number, finding, rule }: ReviewEvent,
  language: Language,
): string {
  const change = from === to ? '' : ` ${word(from, language)} → ${word(to, language)}`;
  const why = reason === null ? '' : `  “${visible(reason)}”`;
  const named = number === null ? finding : `#${number} ${finding}`;
  return `${id}.  ${at}  ${visible(by)}  ${word(action, language)}${change}  ${named} (${rule})${why}`;
}
