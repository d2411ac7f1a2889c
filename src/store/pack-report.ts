import type { Report } from '../model/report.js';
import { evidenceRows, findingRows, outcomeRows } from './sqlite/finding-rows.js';
import { factRows, figureRows } from './sqlite/figure-rows.js';
import { indicatorRows } from './sqlite/indicator-rows.js';
import { printsOf } from './prints.js';
import { RowPacker } from './sqlite/packed-rows.js';
import { asJson, type Row, type RowShape } from './sqlite/row-shape.js';
import { indexed } from './sqlite/search/fold.js';
import { blockRows, cellRows, headingRows, tableRows } from './sqlite/structure-rows.js';
import type { ReportHead, Unchecked } from './store.js';

/** What of a report can be stored, in characters: whoever writes it holds a block at a time in memory. */
export const storable = { block: 4 * 1024 * 1024, index: 16 * 1024 * 1024, report: 512 * 1024 * 1024 } as const;

/** A report has more of something than can be stored. */
export class TooLarge extends Error {
  /** `block length`, `index length` or `report length`. */
  readonly limit: string;
  /** How much there is at least, in characters. */
  readonly met: number;

  constructor(limit: keyof typeof storable, met: number) {
    super(`${limit} of ${met} characters`);
    this.limit = `${limit} length`;
    this.met = met;
  }
}

/** What of a report lists show, and the ledger. */
export function headOf(report: Report): ReportHead {
  const { schemaVersion, file, sha256, format, state, problems } = report;
  const { title, organisation, reportKind, reportYear, filledOn, identity, pages } = report;
  const about = { title, organisation, reportKind, reportYear, filledOn, identity, pages };
  return { schemaVersion, file, sha256, format, state, problems, ...about };
}

/**
 * Prepares a report for the store, part by part, with all the work that grows with its length, so that this can be done in
 * another process than the one that writes. Throws TooLarge. Parts are to be stored in the order in which they are sent.
 */
export function packReport(
  report: Report,
  unchecked: readonly Unchecked[],
  send: (part: Uint8Array) => void,
): ReportHead {
  const packer = new RowPacker(send);
  const all = <T>(shape: RowShape<T>, items: readonly T[], keys: Row = {}): void =>
    items.forEach((item, seq) => {
      packer.add(shape.table, { ...keys, seq, ...shape.toRow(item) });
      if (packer.total > storable.report) throw new TooLarge('report', packer.total);
    });
  all(blockRows, report.blocks);
  report.blocks.forEach((block, seq) => index(block, seq, packer));
  all(headingRows, report.headings);
  all(tableRows, report.tables);
  report.tables.forEach(({ cells }, at) => all(cellRows, cells, { table_seq: at }));
  all(figureRows, report.figures);
  report.figures.forEach(({ fact }, seq) => fact && packer.add(factRows.table, { seq, ...factRows.toRow(fact) }));
  all(indicatorRows, report.indicators);
  all(outcomeRows, report.outcomes);
  all(findingRows, report.findings);
  report.findings.forEach(({ evidence }, at) => all(evidenceRows, evidence, { finding_seq: at }));
  for (const { check, status, reason, missing } of unchecked) {
    packer.add('coverage', { rule: check, status, reason, missing: asJson(missing.length > 0 ? missing : null) });
  }
  for (const hash of printsOf(report.figures)) packer.add('prints', { hash });
  packer.flush();
  return headOf(report);
}

/** What stands on every page is not searched. */
function index({ kind, text }: Report['blocks'][number], seq: number, packer: RowPacker): void {
  if (text.length > storable.block) throw new TooLarge('block', text.length);
  if (kind === 'furniture') return;
  const tokens = indexed(text, storable.index);
  if (tokens === null) throw new TooLarge('index', storable.index);
  packer.add('block_search', { seq, tokens });
}
