import { signal } from '@preact/signals';
import { facetNames, type FacetName } from '../model/desk.js';

const views = ['findings', 'reports', 'runs'] as const;
export type View = (typeof views)[number];

/** What is shown; all of it stands in the address, so that it can be kept, sent and gone back to. */
export interface Place {
  readonly view: View;
  readonly facets: Readonly<Record<FacetName, readonly string[]>>;
  readonly words: string;
  /** The number of the finding that is chosen, or the sha256 of the report. */
  readonly finding: number | null;
  readonly document: string | null;
}

function placeOf(search: string): Place {
  const given = new URLSearchParams(search);
  const facets = Object.fromEntries(facetNames.map((name) => [name, given.getAll(name)])) as unknown as Place['facets'];
  const number = Number(given.get('finding'));
  return {
    view: views.find((it) => it === given.get('view')) ?? 'findings',
    facets,
    words: given.get('q') ?? '',
    finding: Number.isInteger(number) && number > 0 ? number : null,
    document: given.get('report'),
  };
}

/** The part of an address that chooses rows, as the server reads it too. */
export function filterOf({ facets, words }: Place): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of facetNames) for (const value of facets[name]) query.append(name, value);
  if (words.trim() !== '') query.set('q', words.trim());
  return query;
}

export const place = signal(placeOf(location.search));
addEventListener('popstate', () => (place.value = placeOf(location.search)));

/** Shows something else. What was shown before can be gone back to, unless `replace`. */
export function go(change: Partial<Place>, replace = false): void {
  place.value = { ...place.value, ...change };
  const { view, finding, document } = place.value;
  const query = filterOf(place.value);
  if (view !== 'findings') query.set('view', view);
  if (finding !== null) query.set('finding', String(finding));
  if (document !== null) query.set('report', document);
  const search = query.toString();
  history[replace ? 'replaceState' : 'pushState'](null, '', search === '' ? '/' : `/?${search}`);
}

/** Chooses a value of a facet, or no longer. */
export function toggle(name: FacetName, value: string): void {
  const { facets } = place.value;
  const chosen = facets[name].includes(value) ? facets[name].filter((it) => it !== value) : [...facets[name], value];
  go({ facets: { ...facets, [name]: chosen } });
}
