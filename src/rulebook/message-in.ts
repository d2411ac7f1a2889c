import { fill, type Language } from '../model/catalogue.js';
import type { Finding } from '../model/report.js';
import type { Rulebook } from './rulebook.js';

/**
 * A finding's message: the report's own in Chinese, else its rule's with the same parameters. A rule unknown here keeps the Chinese.
 * The rules are asked for when a finding has to be told in another language.
 */
export function messageIn(
  language: Language,
  rulebook: () => Pick<Rulebook, 'checks'>,
): (finding: Pick<Finding, 'rule' | 'params' | 'message'>) => string {
  if (language === 'zh') return ({ message }) => message;
  return ({ rule, params, message }) => {
    const check = rulebook().checks.get(rule);
    return check ? fill(check.message[language], params) : message;
  };
}
