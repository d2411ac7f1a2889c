import type { Report } from '../../model/report.js';
import type { Across } from '../../rulebook/across.js';

/** How one document says something of another: of last year, of its budget, of the account, of its department. */
export type Way = 'prior-year' | 'budget' | 'performance' | 'unit';

/** What two documents are to each other. `first` is the one that says something of the `second`. */
export interface Pairing<T> {
  readonly kind: Way;
  readonly first: T;
  readonly second: T;
}

type Scope = 'department' | 'unit' | null;

/** All that pairing asks of a document. */
export interface Standing {
  readonly kind: string | null;
  readonly year: number | null;
  /** Of a whole department or of one unit; null where neither or both are said. */
  readonly scope: Scope;
}

/** The documents that one is held against in one way: of any of the kinds, of the year, of any of the scopes. */
export interface Sought {
  readonly way: Way;
  readonly kinds: readonly string[];
  readonly year: number;
  readonly scopes: readonly Scope[];
}

type About = Pick<Report, 'title' | 'organisation' | 'reportKind' | 'reportYear' | 'headings'>;

const dense = (text: string | null): string => (text ?? '').normalize('NFKC').replace(/\s+/g, '');

/** Whether two reports are by one agency: for certain, perhaps (one name is a part of the other, or is not known), or not. */
export function sameAgency(a: About, b: About): 'yes' | 'perhaps' | 'no' {
  const [x, y] = [dense(a.organisation), dense(b.organisation)];
  if (x === '' || y === '') return 'perhaps';
  if (x === y) return 'yes';
  return x.endsWith(y) || y.endsWith(x) ? 'perhaps' : 'no';
}

/** Whether words are of a whole department or of one of its units. */
export function scopeIn(words: readonly (string | null)[], across: Across): Scope {
  const text = words.map(dense).join('\n');
  const [department, unit] = [across.department, across.unit].map((list) => list.some((it) => text.includes(it)));
  return department === unit ? null : department ? 'department' : 'unit';
}

function standingOf({ title, headings, reportKind: kind, reportYear: year }: About, across: Across): Standing {
  const titles = headings.map((it) => it.title);
  return { kind, year, scope: scopeIn([title], across) ?? scopeIn(titles, across) };
}

/** Whether documents of a kind are held against any others, or others against them. */
export const isPaired = (kind: string | null, across: Across): boolean =>
  kind !== null &&
  [across.series, across.accounts, across.budgets, across.performance, across.final].some((kinds) =>
    kinds.includes(kind),
  );

/** What a document is held against, at most once a way; empty where its kind or year gives no way. */
export function soughtBy({ kind, year, scope }: Standing, across: Across): Sought[] {
  if (kind === null || year === null) return [];
  const alike: readonly Scope[] = scope === null ? [null, 'department', 'unit'] : [null, scope];
  const sought: Sought[] = [];
  if (across.series.includes(kind)) sought.push({ way: 'prior-year', kinds: [kind], year: year - 1, scopes: alike });
  if (across.accounts.includes(kind)) sought.push({ way: 'budget', kinds: across.budgets, year, scopes: alike });
  if (across.performance.includes(kind)) sought.push({ way: 'performance', kinds: across.final, year, scopes: alike });
  const published = across.final.includes(kind) || across.budgets.includes(kind);
  if (published && scope === 'unit') sought.push({ way: 'unit', kinds: [kind], year, scopes: ['department'] });
  return sought;
}

/** In how many ways two documents say something of each other, whichever is given first. */
export function pairingsOf<T extends About>(a: T, b: T, across: Across): Pairing<T>[] {
  const [one, two] = [standingOf(a, across), standingOf(b, across)];
  const pairings = (first: T, of: Standing, second: T, { kind, year, scope }: Standing): Pairing<T>[] =>
    soughtBy(of, across)
      .filter((it) => kind !== null && it.kinds.includes(kind) && it.year === year && it.scopes.includes(scope))
      .map(({ way }) => ({ kind: way, first, second }));
  return [...pairings(a, one, b, two), ...pairings(b, two, a, one)];
}
