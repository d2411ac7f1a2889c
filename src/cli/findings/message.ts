import { fill, type Language } from '../../model/catalogue.js';
import type { Finding } from '../../model/report.js';
import type { Rulebook } from '../../rulebook/rulebook.js';

/** A finding's message: the report's own in Chinese, else its rule's with the same parameters. A rule unknown here keeps the Chinese. */
export function messageIn(language: Language, { checks }: Rulebook): (finding: Finding) => string {
  if (language === 'zh') return ({ message }) => message;
  return ({ rule, params, message }) => {
    const check = checks.get(rule);
    return check ? fill(check.message[language], params) : message;
  };
}
