import type { Document } from '../../model/document.js';
import type { Heading } from '../../model/report.js';
import type { HeadingRules } from '../../rulebook/headings.js';
import { notesOf } from '../tables/note.js';
import { attachmentLists } from './attachments.js';
import { bodyLook, isStyled, standsOut, type BodyLook } from './body.js';
import { announcedTitles, markContents } from './contents.js';
import { frontOf } from './front.js';
import { dense } from '../../model/dense.js';
import { itemsOf } from './items.js';
import type { Item, Line } from './lines.js';
import { lostNumbers, type Token } from './lost.js';
import { nest } from './nest.js';
import { rankOf, type HeadingNumber } from './number.js';
import { seriesOf, type Numbered } from './series.js';
import { closeless, shapeOf, type Shape } from './shape.js';
import { headingsIn } from './verdict.js';
import { isNever, isTitle, plainHeadings, precedesTable, unnumberedHeadings } from './unnumbered.js';

/** Characters of one closed sentence up to which it is more likely a title than an item of a list. */
const shortest = 24;

interface Found {
  readonly at: number;
  readonly line: Line;
  readonly number: HeadingNumber | null;
  readonly rank: number | null;
  readonly title: string;
  readonly inferred: boolean;
  /** On a line of its own, not run into a paragraph. */
  readonly alone: boolean;
}

/** True when something other than the next number of its kind stands behind the line. */
function leads(items: readonly Item[], at: number, number: HeadingNumber): boolean {
  const next = items[at + 1];
  if (!next) return false;
  if (next.kind !== 'line' || !next.line.number) return true;
  const other = next.line.number;
  if (rankOf(other) === rankOf(number)) return false;
  return rankOf(other) > rankOf(number) || other.value === 1;
}

/** True when the first number of an inner kind stands right behind the line. */
function opens(items: readonly Item[], at: number, number: HeadingNumber): boolean {
  const next = items[at + 1];
  const inner = next?.kind === 'line' ? next.line.number : null;
  return inner !== null && inner.value === 1 && rankOf(inner) > rankOf(number);
}

/** `1.` and `1、`, typed and generated, bold and plain: what is set unlike is rather of another series. */
const dressOf = (number: HeadingNumber, generated: boolean, looks: boolean): string =>
  [number.text.replace(/[\p{N}〇○两壹贰叁肆伍陆柒捌玖拾一二三四五六七八九十百]/gu, ''), generated, looks].join();

/** Words run together with their heading's are told apart by the title that the contents announce. */
function announced(shape: Shape, line: Line, titles: ReadonlyMap<string, readonly string[]>): Shape {
  if (shape.form !== 'sentence' && shape.form !== 'long') return shape;
  const words = dense(line.words);
  const title = titles.get(line.number?.text ?? '')?.find((it) => words.startsWith(it));
  return title === undefined ? shape : { form: 'run-in', title };
}

function numberedHeadings(
  items: readonly Item[],
  front: ReadonlySet<Line>,
  body: BodyLook,
  rules: HeadingRules,
): Found[] {
  const titles = announcedTitles(items);
  const attachments = attachmentLists(items);
  const lines = items.flatMap((item, at): (Numbered & { readonly line: Line })[] => {
    if (item.kind !== 'line' || !item.line.number || front.has(item.line) || attachments.has(at)) return [];
    const { line } = item;
    const { number } = item.line;
    if (isNever(line.dense, rules) || line.words === '') return [];
    const { form, title } = announced(shapeOf(line, rules), line, titles);
    const looks = standsOut(line, body, rules);
    const behind = { leads: leads(items, at, number), opens: opens(items, at, number) };
    return [{ at, line, number, form, title, looks, dress: dressOf(number, line.generated, looks), ...behind }];
  });
  const lineAt = new Map(lines.map((it) => [it.at, it.line]));
  return seriesOf(lines).flatMap((series) =>
    headingsIn(series, { ending: rules.ending, shortest }).flatMap(({ at, number, title, form }): Found[] => {
      const line = lineAt.get(at);
      const alone = form !== 'run-in' && form !== 'term';
      return line ? [{ at, line, number, rank: series.rank, title, inferred: false, alone }] : [];
    }),
  );
}

function companionsOf(title: string, rules: HeadingRules): number | null {
  const group = rules.companions.findIndex((words) => words.some((word) => title.includes(word)));
  return group < 0 ? null : group;
}

/** Numbers that the file lost, for lines which may be headings by their words and look. */
function inferredHeadings(
  items: readonly Item[],
  found: readonly Found[],
  front: ReadonlySet<Line>,
  body: BodyLook,
  rules: HeadingRules,
): Found[] {
  const byItem = new Map(found.map((it) => [it.at, it]));
  const lookOf = new Map<number, boolean>();
  for (const it of found)
    if (it.number)
      lookOf.set(rankOf(it.number), (lookOf.get(rankOf(it.number)) ?? true) && standsOut(it.line, body, rules));
  const places: number[] = [];
  const tokens: Token[] = [];
  items.forEach((item, at) => {
    const known = byItem.get(at);
    if (known?.number) {
      places.push(at);
      tokens.push({ kind: 'numbered', number: known.number, title: known.title, alone: known.alone });
      return;
    }
    if (item.kind !== 'line' || item.line.number || front.has(item.line) || at === items.length - 1) return;
    const { line } = item;
    const title = closeless(line.words);
    if (line.broken || isStyled(line.look, rules) || [...title].length < 4 || line.dense.length > rules.length.lost)
      return;
    if (!isTitle(line, rules) || precedesTable(items, at, rules) || rules.figure.test(line.dense)) return;
    const out = standsOut(line, body, rules);
    places.push(at);
    tokens.push({
      kind: 'bare',
      title,
      fits: (rank) => out === (lookOf.get(rank) ?? false),
      doubt: line.dense.endsWith('。') ? 0.2 : 0,
      closing: rules.closing.test(title),
      companions: companionsOf(title, rules),
    });
  });
  return [...lostNumbers(tokens)].flatMap(([token, number]): Found[] => {
    const at = places[token] ?? -1;
    const item = items[at];
    return item?.kind === 'line'
      ? [
          {
            at,
            line: item.line,
            number,
            rank: rankOf(number),
            title: closeless(item.line.words),
            inferred: true,
            alone: true,
          },
        ]
      : [];
  });
}

/** A page shows every number, and a Word file that generates some generates all: what is missing there, the author left out. So it is
 *  in text that marks its headings otherwise. */
const mayLoseNumbers = ({ format, blocks }: Document): boolean =>
  format !== 'pdf' &&
  !blocks.some(
    (block) =>
      block.kind === 'paragraph' && (block.label !== null || (format === 'text' && block.look.outlineLevel !== null)),
  );

/**
 * The headings of a document in reading order, with level and parent. They are told by number, outline level, style and look, in any
 * mixture; a number that the file lost is inferred from its neighbours.
 */
export function findHeadings(document: Document, rules: HeadingRules): Heading[] {
  const items = markContents(itemsOf(document, rules, notesOf(document.blocks, rules).tableOf));
  const body = bodyLook(items);
  const front = new Set(frontOf(items, rules));
  const numbered = numberedHeadings(items, front, body, rules);
  const inferred = mayLoseNumbers(document) ? inferredHeadings(items, numbered, front, body, rules) : [];
  const taken = new Set([...numbered, ...inferred].map((it) => it.at));
  const plain = [...unnumberedHeadings(items, front, body, rules), ...plainHeadings(items, front, rules)].flatMap(
    (at): Found[] => {
      const item = items[at];
      if (item?.kind !== 'line' || taken.has(at)) return [];
      return [
        {
          at,
          line: item.line,
          number: null,
          rank: null,
          title: closeless(item.line.words),
          inferred: false,
          alone: true,
        },
      ];
    },
  );
  const all = [...numbered, ...inferred, ...plain].filter((it) => it.title !== '').sort((a, b) => a.at - b.at);
  const levels = nest(all.map(({ number, rank, line }) => ({ number, rank, look: line.look })));
  return all.map(({ line, number, title, inferred: lost }, at) => ({
    id: `h${at}`,
    level: levels[at]?.level ?? 1,
    number: number?.text ?? '',
    title,
    inferred: lost,
    parent: levels[at]?.parent == null ? null : `h${levels[at].parent}`,
    block: line.block,
    page: line.page,
  }));
}
