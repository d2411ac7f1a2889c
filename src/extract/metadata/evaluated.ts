import { dense } from '../../model/dense.js';
import type { KindRules } from '../../rulebook/kinds.js';
import { bare } from './agency-names.js';
import { isOrganisation } from './is-organisation.js';

/** The agencies that text says it reports on: 对某某局2023年度…开展绩效评价, 实施单位为某某中心; the plainest first. */
export function evaluatedIn(texts: readonly string[], rules: KindRules): readonly string[] {
  return rules.evaluated.flatMap((pattern) =>
    texts.flatMap((text) => {
      const name = bare(pattern.exec(dense(text))?.groups?.['name'] ?? '');
      return isOrganisation(name, rules) ? [name] : [];
    }),
  );
}
