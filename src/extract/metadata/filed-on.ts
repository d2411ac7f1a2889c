import { dense } from '../../model/dense.js';
import type { KindRules } from '../../rulebook/kinds.js';
import { nameOnLine } from './agency-names.js';
import { dateIn, isDate, withoutDate } from './date.js';
import { valuesOf } from './field.js';
import type { Signature } from './signature.js';
import type { Sources } from './sources.js';

/** So many characters of a meeting's name stand before the line breaks. */
const shortest = 4;

/** A date on a line of the cover: alone, behind the agency's name, or of the meeting to which the report was given. */
function dateOnCover(line: string, below: string, rules: KindRules): string | null {
  const text = dense(line);
  const date = dateIn(text);
  if (date === null || isDate(text)) return date;
  const rest = withoutDate(text);
  const begins = /^[—－–（(-]*(?:\d{4}|[一二三四五六七八九〇○零]{4})年/u.test(text);
  return (begins &&
    (rules.meeting.test(rest) || (rest.length > shortest && rules.meeting.test(rest + dense(below))))) ||
    rules.announced.test(rest) ||
    nameOnLine(line, rules) !== null
    ? date
    : null;
}

/** The day on which a report was filled in or given, ISO: from a field, the signature, the cover. */
export function filedOnOf(sources: Sources, signature: Signature, rules: KindRules): string | null {
  const named = rules.date_keys.flatMap((key) => valuesOf(sources, key, rules.next_key)).map(dateIn);
  const covers = sources.front.map((line, at, all) => dateOnCover(line.text, all[at + 1]?.text ?? '', rules));
  return [...named, signature.date, ...covers].find((date) => date !== null) ?? null;
}
