import type { Placed, Reading } from '../../../model/reading.js';
import type { EqualRelation, Exhibit, ItemsRelation, WordsRelation } from '../../../model/relation.js';
import type { Figure } from '../../../model/report.js';
import type { Rulebook } from '../../../rulebook/rulebook.js';
import { quote } from '../quote.js';
import { announced } from './announced.js';
import { countsByRole } from './by-role.js';
import { countsByState } from './by-state.js';
import { excludedCounts } from './excluded.js';
import { Lexicon, type Count } from './lexicon.js';
import { ListFinder, type Listed } from './listed.js';
import { masked, unmasked } from './masked.js';
import { MarkFinder } from './marks.js';
import type { Paragraph } from './paragraph.js';
import { referredCounts } from './referred.js';
import { countedRows } from './rows.js';

/** What enumerations need of a rulebook, made once for each. */
interface Finder {
  readonly lexicon: Lexicon;
  readonly lists: ListFinder;
  readonly marks: MarkFinder;
}
const finders = new WeakMap<Rulebook, Finder>();

function finderOf(rulebook: Rulebook): Finder {
  const known = finders.get(rulebook);
  if (known) return known;
  const lexicon = new Lexicon(rulebook.enumerations);
  const made = { lexicon, lists: new ListFinder(lexicon), marks: new MarkFinder(rulebook.enumerations) };
  finders.set(rulebook, made);
  return made;
}

const items = { kind: 'items', check: 'listed-items', doubt: null } as const;

/** Parts what two counts say. */
const stop = /[。；;！？!?\n]/u;
/** A list this much shorter or longer than its count counts something else. */
const farthest = 2;

/** A count and its list as a claim; null where they are so far apart that they cannot be meant for each other. */
function relationOf(stated: Figure | Exhibit, count: Count, placed: Placed, listed: Listed): ItemsRelation | null {
  const { names, possible, partial } = listed;
  const gap = Math.min(...possible.map((it) => Math.abs(it - count.value)));
  if (gap > farthest && (!partial || Math.min(...possible) > count.value)) return null;
  const list = quote(placed.block, listed.start, listed.end, placed.heading);
  return {
    ...items,
    stated,
    count: count.value,
    items: names,
    possible,
    partial,
    list,
  };
}

/** Every count that the text also spells out: 三个方面：一是…, 综合股、人事股两个股室, 如下四项, 6个项目 above a table of them. */
export function enumerations(reading: Reading, rulebook: Rulebook): (ItemsRelation | EqualRelation | WordsRelation)[] {
  const { lexicon, lists, marks } = finderOf(rulebook);
  const figures = new Map(
    reading.figures.flatMap((it) =>
      it.table === null && it.kind === 'count' ? [[`${it.block} ${it.start}`, it]] : [],
    ),
  );
  const paragraphs = reading.paragraphs.map((placed, at): Paragraph => {
    const plain = rulebook.prose.simplify(placed.block.text);
    const text = masked(plain);
    return { placed, plain, text, counts: lexicon.counts(text), marks: marks.marks(plain, at) };
  });
  const figureAt = ({ placed: { block } }: Paragraph, { start }: Count): Figure | null =>
    figures.get(`${block.id} ${start}`) ?? null;
  const statedAt = (it: Paragraph, count: Count): Figure | Exhibit =>
    figureAt(it, count) ?? quote(it.placed.block, count.start, count.end, it.placed.heading);
  const inText = paragraphs.flatMap((it) =>
    it.counts.flatMap((count, at) => {
      const listed = listedBeside(it, at, lists);
      if (!listed) return [];
      const names = unmasked(listed.names, it.plain, listed.start);
      return relationOf(statedAt(it, count), count, it.placed, { ...listed, names }) ?? [];
    }),
  );
  const inMarks = announced(reading, paragraphs, lexicon).flatMap(
    ({ paragraph, count, placed, listed }) => relationOf(statedAt(paragraph, count), count, placed, listed) ?? [],
  );
  const inRows = countedRows(reading, paragraphs, lexicon).flatMap(({ paragraph, count, names }): ItemsRelation[] =>
    Math.abs(names.length - count.value) > farthest
      ? []
      : [
          {
            ...items,
            stated: statedAt(paragraph, count),
            count: count.value,
            items: names,
            possible: [names.length],
            partial: false,
          },
        ],
  );
  const apart = [...countsByRole(paragraphs, lexicon), ...countsByState(paragraphs, lexicon, lists)].map(
    ({ paragraph, stated, ...named }): ItemsRelation => ({
      ...items,
      ...named,
      stated: statedAt(paragraph, stated),
      count: stated.value,
    }),
  );
  return [
    ...inText,
    ...inMarks,
    ...inRows,
    ...apart,
    ...excludedCounts(paragraphs, lexicon, lists),
    ...referredCounts(paragraphs, figureAt, lexicon),
  ];
}

/** The list beside a count; one whose members are numbered is found by its marks. */
function listedBeside(it: Paragraph, at: number, lists: ListFinder): Listed | null {
  const count = it.counts[at];
  if (!count) return null;
  const before = lists.before(it.text, count, it.counts[at - 1]);
  if (before) return before;
  const after = lists.after(it.text, it.plain, count);
  if (!after || it.marks.some(({ start }) => start === after.start)) return null;
  // 申报4人，岗位3个：甲、乙、丙、丁 lists whom the other count counts
  const other = it.counts[at - 1];
  const isOthers =
    other !== undefined &&
    !after.possible.includes(count.value) &&
    after.possible.includes(other.value) &&
    !stop.test(it.text.slice(other.end, count.start));
  return isOthers ? null : after;
}
