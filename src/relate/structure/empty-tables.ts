import { dense } from '../../model/dense.js';
import { decimal, isZero } from '../../model/decimal.js';
import type { Block } from '../../model/document.js';
import { printed } from '../../model/printed.js';
import type { Mention, Reading, TableReading } from '../../model/reading.js';
import type { Exhibit, Relation } from '../../model/relation.js';
import type { Figure } from '../../model/report.js';
import type { Wording } from '../../rulebook/wording.js';
import { quoted, quotedCell, wordsRelation } from '../quoted.js';

type Subject = Wording['subjects'][number];

/** How many lines beside a table may hold its note. */
const near = { before: 3, after: 2 };
const longestNote = 120;

/** One table with its note, and what it is of. */
interface Sheet {
  readonly title: string;
  /** The line that gives its title. */
  readonly caption: Exhibit | null;
  readonly parts: readonly TableReading[];
  readonly amounts: readonly Figure[];
  readonly note: { readonly block: Block; readonly start: number; readonly text: string } | null;
}

/** The note that calls the table empty, below it or, in some forms, above. */
function noteOf(blocks: readonly Block[], at: number, wording: Wording): Sheet['note'] {
  const beside = [
    ...blocks.slice(at + 1, at + 1 + near.after),
    ...blocks.slice(Math.max(0, at - near.before), at).reverse(),
  ];
  const end = beside.findIndex((block, i) => block.kind === 'table' && i < near.after);
  const lines = end < 0 ? beside : [...beside.slice(0, end), ...beside.slice(near.after)];
  for (const block of lines) {
    if (block.kind === 'table' || block.text.length > longestNote || !wording.empty_note.test(dense(block.text)))
      continue;
    const start = block.text.search(/\S/);
    return { block, start, text: block.text.slice(start).trimEnd() };
  }
  return null;
}

function captionOf(blocks: readonly Block[], at: number, title: string): Exhibit | null {
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    const block = blocks[i];
    const start = block?.text.indexOf(title) ?? -1;
    if (block && block.kind !== 'table' && start >= 0) return quoted(block, start, title);
  }
  return null;
}

function sheetsOf({ blocks, tables }: Reading, wording: Wording): Sheet[] {
  const at = new Map(blocks.map((block, i) => [block.id, i]));
  const forms = new Map<string, TableReading[]>();
  for (const it of tables) forms.set(it.table.id, [...(forms.get(it.table.id) ?? []), it]);
  return [...forms.values()].flatMap((parts): Sheet[] => {
    const [first] = parts;
    if (!first || first.table.title === null) return [];
    const index = at.get(first.block.id) ?? 0;
    const amounts = parts.flatMap((part) => [...part.figures.values()]).filter((it) => it.kind === 'money');
    return [
      {
        title: dense(first.table.title),
        caption: captionOf(blocks, index, first.table.title),
        parts,
        amounts,
        note: noteOf(blocks, index, wording),
      },
    ];
  });
}

const subjectsIn = (text: string, subjects: readonly Subject[]): Subject[] =>
  subjects.filter((it) => it.words.test(text));

const isAmount = (figure: Figure): boolean => printed(figure) !== null && !isZero(decimal(figure.value));

/** A note under a table that prints amounts, or a note that speaks of another table's subject. */
function noteRelations({ title, amounts, note, caption }: Sheet, wording: Wording): Relation[] {
  if (!note) return [];
  const words = quoted(note.block, note.start, note.text);
  const [amount, ...more] = amounts.filter(isAmount);
  const against = amount ? [amount, ...more].slice(0, 3) : [];
  const own = subjectsIn(title, wording.subjects);
  const named = subjectsIn(dense(note.text), wording.subjects);
  const other = own.length > 0 && named.length > 0 && !named.some((it) => own.includes(it));
  return [
    wordsRelation('empty-table-note', words, against.length === 0, { against }),
    wordsRelation('empty-table-note-subject', words, !other, {
      wanted: own[0]?.name ?? '',
      against: caption ? [caption] : [],
    }),
  ];
}

/** Whether a mention gives an amount of this year to the subject itself. */
function states({ figure, act, before, lead }: Mention, subject: Subject, year: number | null): boolean {
  const words = dense(before);
  if (act !== 'level' || figure.kind !== 'money' || !subject.words.test(words)) return false;
  const years = [...lead.matchAll(/((?:19|20)\d{2})年/g)].map((it) => Number(it[1]));
  return !/上年|去年|同期|上一年/.test(words) && years.every((it) => year === null || it === year);
}

/** A table of one subject that prints no amount, and the words in which the rest of the document speaks of it. */
function emptyRelations(sheet: Sheet, reading: Reading, wording: Wording): Relation[] {
  const [subject, ...others] = subjectsIn(sheet.title, wording.subjects);
  if (!subject || (others.length > 0 && subject.name !== '“三公”经费') || sheet.amounts.some(isAmount)) return [];
  const table = sheet.parts[0];
  const words = sheet.caption ?? (table ? quotedCell(table, 0, 0) : null);
  if (!words) return [];
  const year = reading.metadata.reportYear;
  const mentions = reading.passages.flatMap((passage) => passage.mentions.filter((it) => states(it, subject, year)));
  const amount = mentions.map((it) => it.figure).find(isAmount);
  const doubt =
    reading.metadata.reportKind === 'template'
      ? { status: 'not_applicable' as const, reason: 'the document is a template itself' as const }
      : null;
  const against = amount ? [amount] : [];
  const zero = mentions.length > 0;
  const says = new RegExp(`${wording.none.source}.{0,14}${subject.words.source}`, 'u');
  const explained = sheet.note !== null || zero || reading.paragraphs.some(({ block }) => says.test(dense(block.text)));
  return [
    wordsRelation('empty-table-contradicted', words, amount === undefined, { against, doubt }),
    ...(amount === undefined ? [wordsRelation('empty-table-unexplained', words, explained, { doubt })] : []),
  ];
}

/** Tables without an amount, against the notes beside them and what the text says. */
export function emptyTables(reading: Reading, wording: Wording): Relation[] {
  return sheetsOf(reading, wording).flatMap((sheet) => [
    ...noteRelations(sheet, wording),
    ...emptyRelations(sheet, reading, wording),
  ]);
}
