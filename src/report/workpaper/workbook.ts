import { pathToFileURL } from 'node:url';
import type { Language } from '../../model/catalogue.js';
import { decimal, subtract, toShortText } from '../../model/decimal.js';
import { word, type WordKey } from '../../model/words.js';
import { standing } from '../../model/review.js';
import { findingArithmetic } from '../finding-arithmetic.js';
import { placeText } from '../finding-place.js';
import type { ListedFinding } from '../finding-row.js';
import { valueCell, type Cell } from '../xlsx/cell.js';
import { pngSize } from '../xlsx/drawing.js';
import { Workbook, type Sheet } from '../xlsx/workbook.js';
import { decisions, findingColumns, type FindingColumn } from './columns.js';
import type { PaperFinding, PaperHead, PaperRule, PaperSource } from './paper.js';

const widths: Readonly<Record<FindingColumn, number>> = {
  paperIndex: 10,
  number: 8,
  severity: 8,
  rule: 18,
  title: 26,
  place: 22,
  message: 44,
  arithmetic: 44,
  quote: 40,
  paperBasis: 10,
  paperSource: 24,
  paperDecision: 12,
  paperReason: 28,
  paperBy: 12,
  paperSeen: 8,
  paperFinding: 16,
  paperPicture: 80,
};
/** Points to a pixel, and the tallest a row may be. */
const pixel = 0.75;
const tallestRow = 400;

export interface WrittenPaper {
  readonly head: PaperHead;
  readonly findings: readonly PaperFinding[];
  readonly sources: readonly PaperSource[];
  readonly rules: readonly PaperRule[];
}

/**
 * A working paper as an XLSX workbook: its head, the findings with columns to decide in, their operands with sums that a
 * spreadsheet reckons anew, the sources with their hashes, and the rules.
 */
export function writeWorkbook(paper: WrittenPaper, language: Language, write: (bytes: Uint8Array) => void): void {
  const book = new Workbook(write);
  const say = (key: WordKey): string => word(key, language);
  headSheet(book, paper, say);
  // the operands come behind the findings, which link to where each begins
  const rows = operandRows(paper.findings, say);
  findingsSheet(book, paper, rows.starts, language);
  const operands = book.sheet({ name: say('paperOperands'), widths: [10, 8, 12, 28, 20, 20, 8, 8, 8, 50], frozen: 1 });
  operands.row(operandHead.map((key): Cell => ({ text: say(key), look: 'head' })));
  for (const row of rows.cells) operands.row(row);
  const sources = book.sheet({ name: say('paperSources'), widths: [60, 36, 70, 8, 20], frozen: 1 });
  headRow(sources, ['paperSource', 'title', 'paperHash', 'page', 'paperRules'], say);
  for (const it of paper.sources)
    sources.row([
      linked(it.path),
      text(it.title ?? ''),
      text(it.sha256),
      valueCell(it.pages, 'integer'),
      text(it.rules),
    ]);
  const rules = book.sheet({ name: say('rule'), widths: [24, 30, 70, 70], frozen: 1 });
  headRow(rules, ['rule', 'title', 'why', 'letsPass'], say);
  for (const it of paper.rules) rules.row([text(it.id), text(it.title), text(it.why), text(it.letsPass)]);
  book.end();
}

type Say = (key: WordKey) => string;
const text = (words: string): Cell => ({ text: words });
const headRow = (sheet: Sheet, keys: readonly WordKey[], say: Say): void =>
  void sheet.row(keys.map((key) => ({ text: say(key), look: 'head' })));
const linked = (path: string, page: number | null = null): Cell => ({
  text: path,
  look: 'link',
  link: pathToFileURL(path.split('!/')[0] ?? path).href + (page === null ? '' : `#page=${page}`),
});

export const pathOf = ({ document }: ListedFinding): string => document.path ?? document.missing?.path ?? document.file;

function headSheet(book: Workbook, { head, findings }: WrittenPaper, say: Say): void {
  const sheet = book.sheet({ name: say('paperHead'), widths: [22, 60] });
  sheet.row([{ text: say('paperTitle'), look: 'title' }]);
  for (const [key, value] of headFields(head, findings.length))
    sheet.row([{ text: say(key), look: 'label' }, text(value)]);
}

/** What stands at the top of a paper, in order. */
export function headFields(head: PaperHead, count: number): readonly (readonly [WordKey, string])[] {
  return [
    ['paperAgency', head.organisations.join('、')],
    ['paperPeriod', head.years.join('、')],
    ['paperCount', String(count)],
    ['paperPreparedBy', head.preparedBy],
    ['paperPreparedOn', head.preparedOn],
    ['paperReviewedBy', head.reviewedBy],
    ['paperReviewedOn', ''],
    ['paperVersion', head.version],
  ];
}

function findingsSheet(
  book: Workbook,
  { findings }: WrittenPaper,
  starts: readonly number[],
  language: Language,
): void {
  const say: Say = (key) => word(key, language);
  const sheet = book.sheet({
    name: say('findings'),
    widths: findingColumns.map((it) => widths[it]),
    frozen: 1,
    choices: { column: findingColumns.indexOf('paperDecision'), of: decisions.map(say) },
  });
  headRow(sheet, findingColumns, say);
  findings.forEach((it, at) => {
    const { listed, index, message, crops } = it;
    const { finding, review, document } = listed;
    const last = standing(review.events).findLast(({ action }) => action !== 'comment');
    const isDecided = review.status === 'confirmed' || review.status === 'dismissed';
    const [first] = finding.evidence;
    const cells: Readonly<Record<FindingColumn, Cell>> = {
      paperIndex: text(index),
      number: { number: String(listed.number), look: 'integer' },
      severity: text(say(finding.severity)),
      rule: text(finding.rule),
      title: text(document.title ?? document.file),
      place: text(placeText(listed.at, language)),
      message: text(message),
      arithmetic: text(findingArithmetic(finding, language)),
      quote: text(first ? first.context || first.text : ''),
      paperBasis: {
        text: say('paperBasis'),
        look: 'link',
        link: `#'${say('paperOperands')}'!A${(starts[at] ?? 0) + 1}`,
      },
      paperSource: linked(pathOf(listed), first?.page ?? null),
      paperDecision: { text: isDecided && last ? say(last.action) : '', look: 'input' },
      paperReason: { text: isDecided ? (last?.reason ?? '') : '', look: 'input' },
      paperBy: { text: isDecided ? (last?.by ?? '') : '', look: 'input' },
      paperSeen: { number: String(review.events.at(-1)?.id ?? 0), look: 'integer' },
      paperFinding: text(finding.id),
      paperPicture: text(''),
    };
    const picture = crops.find((crop) => 'png' in crop);
    const height =
      picture && 'png' in picture
        ? Math.min(tallestRow, Math.ceil(pngSize(picture.png).height * 0.6 * pixel) + 6)
        : undefined;
    const row = sheet.row(
      findingColumns.map((column) => cells[column]),
      height === undefined ? undefined : Math.max(90, height),
    );
    if (picture && 'png' in picture) sheet.picture(findingColumns.indexOf('paperPicture'), row, picture.png);
  });
}

const operandHead = [
  'paperIndex',
  'number',
  'paperAs',
  'paperLabel',
  'quote',
  'paperValue',
  'paperUnit',
  'paperSign',
  'page',
  'text',
] as const satisfies readonly WordKey[];
const [valueColumn, signColumn] = ['F', 'H'];
const signs = { plus: '1', minus: '-1', stated: '0' } as const;

/** Rows of the sheet of operands behind its head, and the row, from 0, in which each finding begins. */
function operandRows(
  findings: readonly PaperFinding[],
  say: Say,
): { readonly cells: Cell[][]; readonly starts: number[] } {
  const cells: Cell[][] = [];
  const starts: number[] = [];
  for (const { index, listed, operands, difference } of findings) {
    const from = cells.length + 2;
    starts.push(from - 1);
    const about = [text(index), valueCell(listed.number, 'integer')];
    for (const it of operands) {
      const as =
        it.as === null
          ? null
          : text(say(it.as === 'stated' ? 'paperStated' : it.as === 'plus' ? 'paperPlus' : 'paperMinus'));
      const sign: Cell = it.as === null ? null : { number: signs[it.as], look: 'integer' };
      const value = valueCell(it.value, 'number');
      cells.push([
        ...about,
        as,
        text(it.label),
        text(it.printed),
        value,
        text(it.unit ?? ''),
        sign,
        valueCell(it.page, 'integer'),
        text(it.context),
      ]);
    }
    const stated = operands.findIndex(({ as }) => as === 'stated');
    if (difference === null || stated < 0) continue;
    const to = from + operands.length - 1;
    const sum = `SUMPRODUCT(${valueColumn}${from}:${valueColumn}${to},${signColumn}${from}:${signColumn}${to})`;
    const residual = `${valueColumn}${from + stated}-${valueColumn}${to + 1}`;
    const computed = toShortText(subtract(decimal(operands[stated]?.value ?? '0'), decimal(difference)));
    const row = (key: WordKey, formula: string, value: string): Cell[] => [
      ...about,
      { text: say(key), look: 'label' },
      null,
      null,
      { formula, value, look: 'number' },
    ];
    cells.push(row('paperSum', sum, computed), row('difference', residual, difference));
  }
  return { cells, starts };
}
