import type { Language } from '../../model/catalogue.js';
import { standing } from '../../model/review.js';
import { word, type WordKey } from '../../model/words.js';
import { nameOf } from '../../parse/xlsx/address.js';
import type { SheetTexts } from '../../parse/xlsx/cell-texts.js';
import { columnNamed, decisionNamed, decisions, type FindingColumn } from '../../report/workpaper/columns.js';
import type { Decision, StoredFinding } from '../../store/store.js';

/** Columns without which a sheet is none of findings. */
const needed = [
  'number',
  'paperFinding',
  'paperDecision',
  'paperReason',
  'paperBy',
  'paperSeen',
] as const satisfies readonly FindingColumn[];

export interface ReadPaper {
  readonly decisions: readonly Decision[];
  /** What is wrong, each with sheet and cell; where there is anything, nothing is to be applied. */
  readonly faults: readonly string[];
}

/** Finds a finding by its number; null where there is none. */
export type FindNumber = (number: number) => Promise<StoredFinding | null>;

/** The decisions that somebody wrote into a working paper, those that stand already left out. `by` decides where a row names nobody. */
export async function readPaper(
  sheets: readonly SheetTexts[],
  find: FindNumber,
  { by, at, language }: { readonly by: string; readonly at: string; readonly language: Language },
): Promise<ReadPaper> {
  const heads = sheets.map((sheet) => headOf(sheet));
  const best = heads.reduce(
    (most, it) => (it.missing.length < most.missing.length ? it : most),
    heads[0] ?? headOf({ name: '', rows: new Map() }),
  );
  const told = (key: WordKey, params: Readonly<Record<string, string | number>> = {}): string =>
    word(key, language, params);
  if (best.missing.length > 0) {
    const columns = best.missing.map((it) => told(it)).join(', ');
    return { decisions: [], faults: [told('paperNotSheet', { columns })] };
  }
  const faults: string[] = [];
  const found: Decision[] = [];
  const seen = new Set<number>();
  for (const [row, cells] of best.sheet.rows) {
    if (row <= best.row) continue;
    const value = (column: FindingColumn): string => (cells.get(best.columns.get(column) ?? -1) ?? '').trim();
    const wrong = (
      column: FindingColumn,
      key: WordKey,
      params: Readonly<Record<string, string | number>> = {},
    ): void => {
      faults.push(`${best.sheet.name}!${nameOf({ row, col: best.columns.get(column) ?? 0 })}: ${told(key, params)}`);
    };
    const asked = value('paperDecision');
    if (asked === '' && value('paperReason') === '') continue;
    const number = /^\d{1,15}$/.test(value('number')) ? Number(value('number')) : NaN;
    const finding = Number.isNaN(number) ? null : await find(number);
    if (!finding) {
      wrong('number', 'paperBadNumber', { value: value('number') });
      continue;
    }
    if (finding.finding.id !== value('paperFinding'))
      wrong('paperFinding', 'paperOtherFinding', { number, value: value('paperFinding') });
    if (seen.has(number)) wrong('number', 'paperTwice', { number });
    seen.add(number);
    const action = decisionNamed(asked);
    if (!action) {
      wrong('paperDecision', 'paperBadDecision', { value: asked, allowed: decisions.map((it) => told(it)).join(', ') });
      continue;
    }
    const reason = value('paperReason') || null;
    const author = value('paperBy') || by;
    if (stands(finding, action, reason, author)) continue;
    if (reason === null && (action === 'dismiss' || action === 'comment')) wrong('paperReason', 'paperNeedsReason');
    const last = finding.review.events.at(-1)?.id ?? 0;
    if (value('paperSeen') !== String(last)) wrong('paperSeen', 'paperChanged', { last });
    found.push({
      sha256: finding.document.sha256,
      finding: finding.finding.id,
      action,
      reason,
      by: author,
      at,
      seen: last,
    });
  }
  return { decisions: faults.length > 0 ? [] : found, faults };
}

/** Whether the last thing decided is the same. */
function stands({ review }: StoredFinding, action: string, reason: string | null, by: string): boolean {
  const last = standing(review.events).at(-1);
  return last?.action === action && last.reason === reason && last.by === by;
}

interface Head {
  readonly sheet: SheetTexts;
  readonly row: number;
  readonly columns: ReadonlyMap<FindingColumn, number>;
  readonly missing: readonly FindingColumn[];
}

/** The row of a sheet, among its first, that names most of the columns. */
function headOf(sheet: SheetTexts): Head {
  let best: Head = { sheet, row: 0, columns: new Map(), missing: needed };
  for (const [row, cells] of [...sheet.rows].slice(0, 20)) {
    const columns = new Map<FindingColumn, number>();
    for (const [col, text] of cells) {
      const column = columnNamed(text);
      if (column && !columns.has(column)) columns.set(column, col);
    }
    const missing = needed.filter((it) => !columns.has(it));
    if (missing.length < best.missing.length) best = { sheet, row, columns, missing };
  }
  return best;
}
