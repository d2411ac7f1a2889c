import { facetNames, type DeskDocument, type FacetName, type Facets } from '../model/desk.js';
import type { Chosen } from './query.js';

/** What facets say of a report; the others are of findings, and narrow no list of reports. */
const valueOf: Readonly<Partial<Record<FacetName, (it: DeskDocument) => string>>> = {
  year: (it) => String(it.year ?? ''),
  organisation: (it) => it.organisation ?? '',
  kind: (it) => it.kind ?? '',
  state: (it) => it.state,
};

/** Reports that have one of the values of every facet and all of the words; each facet is counted without its own choice. */
export function reportList(documents: readonly DeskDocument[], { facets, words }: Chosen) {
  const failing = (it: DeskDocument): FacetName[] =>
    facetNames.filter((name) => {
      const value = valueOf[name]?.(it);
      return value !== undefined && facets[name].length > 0 && !facets[name].includes(value);
    });
  const counts = new Map<FacetName, Map<string, number>>(facetNames.map((name) => [name, new Map()]));
  const rows: DeskDocument[] = [];
  for (const it of documents) {
    const text = `${it.title}\n${it.path ?? ''}`.toLowerCase();
    if (!words.every((word) => text.includes(word))) continue;
    const fails = failing(it);
    if (fails.length === 0) rows.push(it);
    for (const name of facetNames) {
      const value = valueOf[name]?.(it);
      const own = counts.get(name);
      if (own && value !== undefined && fails.every((other) => other === name))
        own.set(value, (own.get(value) ?? 0) + 1);
    }
  }
  const counted = facetNames.map((name) => {
    const values = [...(counts.get(name) ?? [])].map(([value, count]) => ({ value, count }));
    return [name, values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))] as const;
  });
  return { rows, facets: Object.fromEntries(counted) as unknown as Facets };
}
