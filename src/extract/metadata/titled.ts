import { dense } from '../../model/dense.js';
import type { KindRules } from '../../rulebook/kinds.js';
import { isPlace } from './agency-names.js';
import { isOrganisation } from './is-organisation.js';

const yearBefore = /^(?:(?:19|20)\d{2}年度?|[（(]?(?:19|20)\d{2}年?度?[）)]?)/u;

/** Names that may stand at the start of a title, or behind its year: `某某局2024年度部门决算`, `2024年某某局工作报告`. */
function headsOf(title: string, rules: KindRules): readonly string[] {
  const digits = dense(title).replace(/[０-９]/gu, (digit) => digit.normalize('NFKC'));
  const text = digits.replace(yearBefore, '').replace(/^关于/u, '').replace(yearBefore, '');
  const heads = [...text.matchAll(rules.behind_organisation)].map(({ index }) => text.slice(0, index));
  return heads.filter((head) => isOrganisation(head, rules));
}

/** The agency that a title names; places, which title and text name for many reasons, are none. */
export const agencyInTitle = (title: string, rules: KindRules): string | null =>
  headsOf(title, rules).find((head) => !isPlace(head, rules)) ?? null;

/** The place at the start of a title: its government reports where nothing names another agency. */
export const placeInTitle = (title: string, rules: KindRules): string | null =>
  headsOf(title, rules).find((head) => isPlace(head, rules)) ?? null;

/** `某某省政府工作报告` in full: the government of the place. */
export function governmentInTitle(title: string, rules: KindRules): string | null {
  const place = rules.government.exec(dense(title))?.groups?.['place'];
  return place === undefined ? null : place + rules.government_name;
}
