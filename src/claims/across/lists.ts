import { groupedBy } from '../../model/grouped.js';
import type { Statement } from '../../model/statement.js';
import type { Heading } from '../../model/report.js';

/** Parts side by side that may make a whole told elsewhere. */
export interface PartList {
  readonly parts: readonly Statement[];
  /** What the words about them say they divide: the sentence up to the first, the titles above, what all their names share. */
  readonly about: ReadonlySet<string>;
  /** Whether they stand in one sentence, each in a paragraph, or each under a title of its own. */
  readonly by: 'sentence' | 'paragraph' | 'title';
}

/** More parts than anyone reads as one list. */
const mostParts = 30;

const isLevel = ({ sort, cell, value }: Statement): boolean => sort === 'level' && cell === null && value > 0;

/** The figures of one measure in one sentence, or between its semicolons, at one depth of brackets. */
function* inSentences(statements: readonly Statement[]): Generator<PartList> {
  const levels = statements.filter(isLevel);
  const bySentence = groupedBy(levels, ({ sentence, measure, depth }) => `${sentence} ${depth} ${measure}`);
  for (const whole of bySentence.values()) {
    const segments = [...groupedBy(whole, (it) => it.segment).values()];
    for (const parts of segments.length > 1 ? [whole, ...segments] : segments) {
      const [first] = parts;
      if (!first || parts.length < 2 || parts.length > mostParts) continue;
      yield { parts, about: first.context, by: 'sentence' };
    }
  }
}

/** The first figure of a measure in each paragraph of a run under one title, or under each of the titles beside each other. */
function* inItems(statements: readonly Statement[], headings: readonly Heading[]): Generator<PartList> {
  const byId = new Map(headings.map((it) => [it.id, it]));
  const firsts = new Map<string, Statement>();
  for (const it of statements) {
    if (!isLevel(it)) continue;
    const key = `${it.paragraph} ${it.measure}`;
    if (!firsts.has(key)) firsts.set(key, it);
  }
  const all = [...firsts.values()];
  const parentOf = (it: Statement): string => `${byId.get(it.figure.heading ?? '')?.parent ?? ''}`;
  const underTitle = groupedBy(all, (it) => `${it.figure.heading} ${it.measure}`);
  for (const parts of underTitle.values()) yield* asItems(parts, 'paragraph');
  const firstUnder = [...underTitle.values()].flatMap(([first]) => (first?.figure.heading ? [first] : []));
  for (const parts of groupedBy(
    firstUnder,
    (it) => `${parentOf(it)} ${byId.get(it.figure.heading ?? '')?.level} ${it.measure}`,
  ).values())
    yield* asItems(parts, 'title');
}

function* asItems(parts: readonly Statement[], by: 'paragraph' | 'title'): Generator<PartList> {
  // the first may open the section with the total, which is looked for among all figures; one behind may close it
  const closes = parts.findIndex((it, i) => i > 1 && it.words.has('total'));
  for (const [from, to] of [0, 1].flatMap((it) => (closes < 0 ? [[it]] : [[it], [it, closes]]))) {
    const some = parts.slice(from, to);
    if (some.length < 2 || some.length > mostParts) continue;
    const about = new Set<string>();
    for (const it of some[0]?.context ?? []) if (some.every((part) => part.context.has(it))) about.add(it);
    yield { parts: some, about, by };
  }
}

export function* partLists(statements: readonly Statement[], headings: readonly Heading[]): Generator<PartList> {
  yield* inSentences(statements);
  yield* inItems(statements, headings);
}
