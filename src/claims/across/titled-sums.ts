import { groupedBy } from '../../model/grouped.js';
import type { SumRelation } from '../../model/relation.js';
import type { Heading } from '../../model/report.js';
import type { Statement } from '../../model/statement.js';
import { partsOfTotal } from './parts-of-total.js';

/** Sections from which a number of the same name in each is a division. */
const leastParts = 3;
const mostParts = 30;
/** Paragraphs before the first section in which its total may stand. */
const mostBefore = 3;
/** Figures before the first section that are asked. */
const mostFigures = 200;
/** How far off, as a part of the total, sections that tell only some of it may be. */
const mostOff = 0.2;

const isCount = ({ sort, cell, value, figure, measure }: Statement): boolean =>
  sort === 'level' && cell === null && value > 0 && figure.kind === 'count' && !measure.includes('/');

/** The first figure under each of the titles side by side, where all of them go by one name of their own. */
function* divisions(statements: readonly Statement[], headings: readonly Heading[]): Generator<readonly Statement[]> {
  const byId = new Map(headings.map((it) => [it.id, it]));
  const firsts = new Map<Heading, Statement>();
  for (const it of statements) {
    const heading = byId.get(it.figure.heading ?? '');
    if (heading && !firsts.has(heading)) firsts.set(heading, it);
  }
  const sections = groupedBy(headings, ({ parent, level }) => `${parent} ${level}`);
  for (const titles of sections.values()) {
    const parts = titles.flatMap((it) => firsts.get(it) ?? []);
    const [first] = parts;
    if (!first || parts.length < leastParts || parts.length > mostParts) continue;
    const runs = parts.findIndex((it) => !isCount(it) || it.name !== first.name || it.measure !== first.measure);
    const list = runs < 0 ? parts : parts.slice(0, runs);
    if (list.length >= leastParts && !list.some((it) => it.isBorrowed || it.terms.size === 0)) yield list;
  }
}

/** Whether what a figure counts or is called is what the sections count. */
const isOfWhat = (whole: Statement, part: Statement): boolean =>
  [...part.terms].every((it) => whole.terms.has(it)) ||
  (whole.behind.length > 1 && part.name.endsWith(whole.behind.slice(0, 2)));

/** Numbers of the lead (42个问题) that sections, each of which tells its own first (涉及问题15个), do not make. */
export function titledSums(statements: readonly Statement[], headings: readonly Heading[]): SumRelation[] {
  return [...divisions(statements, headings)].flatMap((parts): SumRelation[] => {
    const [first] = parts;
    if (!first) return [];
    const before = statements
      .slice(Math.max(0, first.at - mostFigures), first.at)
      .filter((it) => it.paragraph >= first.paragraph - mostBefore);
    const wholes = before.filter((it) => isCount(it) && it.measure === first.measure);
    const whole = wholes.find((it) => isOfWhat(it, first));
    const sum = parts.reduce((all, it) => all + it.value, 0);
    if (!whole || wholes.some(({ value }) => value === sum) || parts.some(({ value }) => value >= whole.value))
      return [];
    const off = Math.abs(whole.value - sum);
    // what is missing is told apart
    if (off > mostOff * whole.value || before.some((it) => it.measure === first.measure && it.value === off)) return [];
    return [partsOfTotal(whole, parts, 'review')];
  });
}
