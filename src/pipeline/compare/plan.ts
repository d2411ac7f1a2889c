import { createHash } from 'node:crypto';
import type { Across } from '../../rulebook/across.js';
import type { Comparable } from '../../store/store.js';
import { isPaired, scopeIn, soughtBy, type Sought, type Standing, type Way } from './pairing.js';

/**
 * The documents that one is held against in one way: several when the other report is stored as DOCX and as PDF. In order of
 * their sha256.
 */
export interface Rivalry {
  readonly way: Way;
  readonly rivals: readonly [Comparable, ...Comparable[]];
}

/** A document, with all that it is to be held against. */
export interface Task {
  readonly document: Comparable;
  readonly rivalries: readonly Rivalry[];
  /** Names all that the result depends on: contents, and the rules that they were read and are compared by. Null where there is nothing to compare. */
  readonly basis: string | null;
}

/** The documents that stand alike, in order of their sha256. */
type Slots = ReadonlyMap<string, readonly Comparable[]>;

const slotOf = (kind: string | null, year: number | null, scope: string | null): string =>
  [kind, year, scope].join(' ');
const byContent = (a: Comparable, b: Comparable): number => (a.sha256 < b.sha256 ? -1 : 1);

/**
 * What each document of an organisation is to be held against, by year, kind and content: the order in which what was read
 * of one serves the next. Documents that stand alike have the same rivals, so the work grows with the documents, not with
 * their pairs. `titles` gives the titles of a document's headings.
 */
export async function planOf(
  documents: readonly Comparable[],
  rules: string,
  across: Across,
  titles: (sha256: string) => Promise<readonly string[]>,
): Promise<Task[]> {
  const standings = new Map<Comparable, Standing>();
  const slots = new Map<string, Comparable[]>();
  for (const document of documents.toSorted(byContent)) {
    const { kind, year, title, sha256 } = document;
    if (!document.held || !isPaired(kind, across)) continue;
    const scope = scopeIn([title], across) ?? scopeIn(await titles(sha256), across);
    standings.set(document, { kind, year, scope });
    const slot = slotOf(kind, year, scope);
    const alike = slots.get(slot);
    if (alike) alike.push(document);
    else slots.set(slot, [document]);
  }
  const known = new Map<string, Pick<Task, 'rivalries' | 'basis'>>();
  const tasks = documents.map((document): Task => {
    const standing = standings.get(document);
    if (!standing) return { document, rivalries: [], basis: null };
    const slot = slotOf(standing.kind, standing.year, standing.scope);
    const common = known.get(slot) ?? commonOf(soughtBy(standing, across), slots, rules);
    known.set(slot, common);
    if (common.basis === null) return { document, ...common };
    return { document, rivalries: common.rivalries, basis: digest([common.basis, nameOf(document)]) };
  });
  return tasks.toSorted((a, b) => inOrder(a.document, b.document));
}

/** What documents of one slot share. */
function commonOf(sought: readonly Sought[], slots: Slots, rules: string): Pick<Task, 'rivalries' | 'basis'> {
  const rivalries: Rivalry[] = [];
  const names = [rules];
  for (const { way, kinds, year, scopes } of sought) {
    const slotted = kinds.flatMap((kind) => scopes.flatMap((scope) => slots.get(slotOf(kind, year, scope)) ?? []));
    const [first, ...others] = slotted.toSorted(byContent);
    if (!first) continue;
    rivalries.push({ way, rivals: [first, ...others] });
    names.push(way, nameOf(first), ...others.map(nameOf));
  }
  return { rivalries, basis: rivalries.length === 0 ? null : digest(names) };
}

const nameOf = ({ sha256, rules }: Comparable): string => `${sha256}/${rules}`;
const digest = (names: readonly string[]): string =>
  createHash('sha256').update(names.join('\n')).digest('hex').slice(0, 32);

function inOrder(a: Comparable, b: Comparable): number {
  if (a.year !== b.year) return (a.year ?? 0) - (b.year ?? 0);
  if (a.kind !== b.kind) return (a.kind ?? '') < (b.kind ?? '') ? -1 : 1;
  return byContent(a, b);
}
