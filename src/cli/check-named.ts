import type { Language } from '../model/catalogue.js';
import { GoujiError } from '../model/error.js';
import { nearest } from '../model/nearest.js';
import { word } from '../model/words.js';
import type { Check } from '../rulebook/check.js';
import type { Rulebook } from '../rulebook/rulebook.js';

/** The check of an id. Throws RULE_UNKNOWN with the one that was probably meant. */
export function checkNamed(rule: string, { checks }: Rulebook, language: Language): Check {
  const check = checks.get(rule);
  if (check) return check;
  const meant = nearest(rule, [...checks.keys()]);
  const suggestion =
    meant === null ? '' : word('didYouMean', language, { what: meant }) + (language === 'en' ? ' ' : '');
  throw new GoujiError('RULE_UNKNOWN', { rule, suggestion });
}
