import type { Report } from '../../model/report.js';
import type { Across } from '../../rulebook/across.js';

/** What two documents are to each other. `first` is the one that says something of the `second`. */
export interface Pairing<T> {
  readonly kind: 'prior-year' | 'budget' | 'performance' | 'unit';
  readonly first: T;
  readonly second: T;
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

/** Of a whole department or of one unit, as its title or else its headings say; null where neither or both are said. */
function scopeOf({ title, headings }: About, across: Across): 'department' | 'unit' | null {
  for (const words of [dense(title), headings.map((it) => dense(it.title)).join('\n')]) {
    const [department, unit] = [across.department, across.unit].map((list) => list.some((it) => words.includes(it)));
    if (department !== unit) return department ? 'department' : 'unit';
  }
  return null;
}

const ofKind = ({ reportKind }: About, kinds: readonly string[]): boolean =>
  reportKind !== null && kinds.includes(reportKind);

/** In how many ways two documents say something of each other, whichever is given first. */
export function pairingsOf<T extends About>(a: T, b: T, across: Across): Pairing<T>[] {
  if (a.reportYear === null || b.reportYear === null) return [];
  const [later, earlier] = a.reportYear >= b.reportYear ? [a, b] : [b, a];
  const [scopeA, scopeB] = [scopeOf(a, across), scopeOf(b, across)];
  const oneScope = scopeA === null || scopeB === null || scopeA === scopeB;
  if (a.reportYear !== b.reportYear) {
    const following = Math.abs(a.reportYear - b.reportYear) === 1;
    const alike = a.reportKind === b.reportKind && ofKind(a, across.series);
    return following && alike && oneScope ? [{ kind: 'prior-year', first: later, second: earlier }] : [];
  }
  const pairings: Pairing<T>[] = [];
  for (const [first, second] of [
    [a, b],
    [b, a],
  ] as const) {
    if (oneScope && ofKind(first, across.accounts) && ofKind(second, across.budgets))
      pairings.push({ kind: 'budget', first, second });
    if (oneScope && ofKind(first, across.performance) && ofKind(second, across.final))
      pairings.push({ kind: 'performance', first, second });
    const published = ofKind(first, [...across.final, ...across.budgets]) && first.reportKind === second.reportKind;
    if (published && scopeOf(first, across) === 'unit' && scopeOf(second, across) === 'department')
      pairings.push({ kind: 'unit', first, second });
  }
  return pairings;
}
