import type { Cell, Document } from '../../src/model/document.js';
import type { Figure, Finding, Report } from '../../src/model/report.js';
import { failedFigures, isMeasured, judgedFigures } from '../instruments/judged.js';
import { edited, type Edit } from './edit.js';
import { otherDigits, swapped } from './mutate.js';
import { generator, seedOf } from './random.js';
import { Sound, type Raised } from './sound.js';

/** One printed figure made wrong by one slip: a wrong digit, or two neighbours exchanged. */
interface Slip {
  readonly figure: Figure;
  readonly kind: 'digit' | 'swap';
  readonly edit: Edit;
}

/** What came of a slip in any figure of a report. */
export interface AnyTrial {
  readonly file: string;
  readonly slip: Slip;
  /**
   * Whether a relation was judged over the figure in the report as it stands, and none failed: one that may show the slip, if rounding does
   * not hide it. A figure that is accused already is accused after the slip as before.
   */
  readonly shown: boolean;
  /** A new finding quotes the changed figure. */
  readonly caught: boolean;
  /** Of new findings that quote it: whether one says how it was meant to read, or says so of another figure. */
  readonly named: 'it' | 'another' | 'none';
  /** New findings that do not quote it. */
  readonly elsewhere: readonly Finding[];
}

const digits = /\d[\d,]*(?:\.\d+)?/;

/** Every slip in the first numeral of a figure. */
function slipsOf(document: Document, order: ReadonlyMap<string, number>, figure: Figure): Slip[] {
  const at = order.get(figure.block);
  const block = at === undefined ? undefined : document.blocks[at];
  const hit = digits.exec(figure.text);
  if (at === undefined || !block || !hit) return [];
  const cell: Cell | null =
    block.kind === 'table'
      ? (block.cells.find((it) => it.row === figure.table?.row && it.col === figure.table.col) ?? null)
      : null;
  const [number, start] = [hit[0], figure.start + hit.index];
  const end = start + number.length;
  const printed = (cell ?? block).text;
  if (printed.slice(start, end) !== number) return [];
  const spot = { block, order: at, cell, start, end, number, after: printed.slice(end, end + 6) };
  const slip = (kind: Slip['kind']) => (text: string) => ({ figure, kind, edit: { spot, start, end, text } });
  return [...otherDigits(number).map(slip('digit')), ...swapped(number).map(slip('swap'))];
}

/**
 * So many measured figures of a report, evenly from its first to its last and the same in every run, each with one slip: every wrong digit in
 * every place is as likely, and so is every exchange, one of either kind in turn.
 */
function sampleAny(file: string, document: Document, report: Report, most: number): Slip[] {
  const order = new Map(document.blocks.map((it, at) => [it.id as string, at]));
  const figures = report.figures.filter((it) => isMeasured(it) && digits.test(it.text));
  const stride = Math.max(1, figures.length / most);
  const chosen = figures.filter((_, i) => Math.floor(i / stride) !== Math.floor((i - 1) / stride));
  return chosen.flatMap((figure, i): Slip | [] => {
    const all = slipsOf(document, order, figure);
    const wanted = all.filter((it) => it.kind === (i % 2 === 0 ? 'digit' : 'swap'));
    const own = wanted.length > 0 ? wanted : all;
    const next = generator(seedOf(`${file} ${figure.id} ${figure.text}`));
    return own[next() % Math.max(1, own.length)] ?? [];
  });
}

/** Whether a quotation stands where the slip was made. */
function quotes(report: Report, it: Finding['evidence'][number], { edit: { spot, start, text } }: Slip): boolean {
  if (it.document !== null || it.block !== spot.block.id) return false;
  if (!spot.cell) return it.start < start + text.length && start < it.end;
  // words of a cell that were read as no figure
  if (it.figure === null) return it.text.includes(text);
  const cell = report.figures.find(({ id }) => id === it.figure)?.table;
  return cell?.row === spot.cell.row && cell.col === spot.cell.col;
}

function namedBy(findings: readonly Finding[], report: Report, slip: Slip): AnyTrial['named'] {
  const guesses = findings.flatMap(({ hypothesis, evidence }) =>
    hypothesis ? evidence.filter((it) => it.figure === hypothesis.figure) : [],
  );
  if (guesses.some((it) => quotes(report, it, slip))) return 'it';
  return guesses.length > 0 ? 'another' : 'none';
}

/** What gouji says of each slip that it does not say of the sound report. */
export function measureAny(file: string, document: Document, most: number): AnyTrial[] {
  const sound = new Sound(file, document);
  const [judged, failed] = [judgedFigures(sound.report), failedFigures(sound.report)];
  return sampleAny(file, document, sound.report, most).map((slip): AnyTrial => {
    const { report, findings, fresh }: Raised = sound.raisedBy(edited(document, slip.edit));
    const shows = ({ evidence }: Finding): boolean => evidence.some((it) => quotes(report, it, slip));
    return {
      file,
      slip,
      shown: judged.has(slip.figure.id) && !failed.has(slip.figure.id),
      caught: findings.some(shows),
      named: namedBy(findings.filter(shows), report, slip),
      elsewhere: findings.filter((it) => !shows(it) && fresh.has(it)),
    };
  });
}
