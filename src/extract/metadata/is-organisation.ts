import type { KindRules } from '../../rulebook/kinds.js';

const longest = 40;

/** True for words that are an agency's or a company's name by their end, and nothing more. */
export function isOrganisation(text: string, rules: KindRules): boolean {
  return (
    text.length >= 3 &&
    text.length <= longest &&
    rules.organisation_end.test(text) &&
    !/[。；：:，,]|[XxＸ×]{2,}|^关于|^[—－–-]|^(?:19|20)\d{2}/u.test(text)
  );
}
