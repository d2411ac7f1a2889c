import type { Language } from '../model/catalogue.js';
import { word } from '../model/words.js';
import type { Formula } from '../rulebook/formula.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import type { Selector } from '../rulebook/selector.js';

/** A formula as people write it: 《利润表》净利润 = 利润总额 − 所得税|所得税费用（如有）. */
export function formulaText(formula: Formula, rulebook: Rulebook, language: Language): string {
  const inTable = (table: string, said: string): string =>
    word('inTable', language, {
      table: rulebook.tables.find(({ id }) => id === table)?.name ?? table,
      formula: said,
    });
  const nameOf = (it: Selector): string => {
    if (it.by === 'metric') return rulebook.metrics.find(({ id }) => id === it.metric)?.name[language] ?? it.metric;
    return it.by === 'cell' ? inTable(it.table, it.text) : it.text;
  };
  const terms = formula.terms.map(({ selector, weight }, at) => {
    const name = nameOf(selector);
    const sign = weight < 0 ? '− ' : at > 0 ? '+ ' : '';
    return `${sign}${selector.optional ? word('ifAny', language, { name }) : name}`;
  });
  const equation = `${nameOf(formula.total)} ${formula.isBound ? '≥' : '='} ${terms.join(' ')}`;
  return formula.table === null ? equation : inTable(formula.table, equation);
}
