import { fstatSync } from 'node:fs';
import type { Finding } from '../../model/report.js';
import { countWords, word } from '../../model/words.js';
import type { FindingRow } from '../../report/finding-row.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import type { StoredFinding } from '../../store/store.js';
import type { Io } from '../command.js';
import type { Crops } from './crops.js';
import type { FindingFormat, Written } from './formats.js';

interface WrittenWith {
  readonly io: Io;
  readonly rulebook: Rulebook;
  readonly crops: Crops;
}
type Writer = (all: AsyncIterable<Written>, to: WrittenWith) => Promise<void>;

/** Columns of a table that no terminal shows. */
const usualWidth = 80;

/** A finding for another program, with what was said of it. */
const exported = ({ number, document, finding, at, also, review }: StoredFinding) => ({
  number,
  document,
  at,
  also,
  ...finding,
  review,
});

/** Each writes findings as they come, and holds no more than those of one document. */
export const writers: Readonly<Record<FindingFormat, Writer>> = {
  async table(all, { io }) {
    const { findingsTable } = await import('../../report/findings-table.js');
    const { findingRow } = await import('../../report/finding-row.js');
    const counts: Partial<Record<Finding['severity'], number>> = {};
    let [count, sha256] = [0, ''];
    let rows: FindingRow[] = [];
    const flush = async (): Promise<void> => {
      if (rows.length > 0) await io.out(`${findingsTable(rows, io.language, process.stdout.columns || usualWidth)}\n`);
      rows = [];
    };
    for await (const { listed, message } of all) {
      if (listed.document.sha256 !== sha256) await flush();
      sha256 = listed.document.sha256;
      rows.push(findingRow(listed, message, io.language));
      counts[listed.finding.severity] = (counts[listed.finding.severity] ?? 0) + 1;
      count++;
    }
    await flush();
    if (count === 0) return io.err(`${word('noFindings', io.language)}\n`);
    io.err(`${word('findingsTotal', io.language, { count, counts: countWords(counts, io.language) })}\n`);
  },
  async json(all, { io }) {
    let before = '{"schemaVersion":1,"findings":[';
    for await (const { listed } of all) {
      await io.json(`${before}\n${JSON.stringify(exported(listed))}`);
      before = ',';
    }
    await io.json(`${before === ',' ? '' : before}\n]}\n`);
  },
  async ndjson(all, { io }) {
    for await (const { listed } of all) await io.json(`${JSON.stringify(exported(listed))}\n`);
  },
  async csv(all, { io }) {
    const { byteOrderMark, csvLine } = await import('../../report/csv.js');
    const { findingColumns, findingRow } = await import('../../report/finding-row.js');
    await io.csv((intoFile() ? byteOrderMark : '') + csvLine(findingColumns));
    for await (const { listed, message } of all) {
      const row = findingRow(listed, message, io.language);
      await io.csv(csvLine(findingColumns.map((column) => row[column])));
    }
  },
  async sarif(all, { io, rulebook }) {
    const { sarifEnd, sarifResult, sarifStart } = await import('../../report/sarif.js');
    const { language } = io;
    const rules = [...rulebook.checks.values()].map(({ id, title, why }) => ({
      id,
      title: title[language],
      why: why[language],
    }));
    await io.json(sarifStart(rules, language));
    let before = '\n';
    for await (const { listed, message, isKnown } of all) {
      await io.json(before + JSON.stringify(sarifResult(listed, message, isKnown, language)));
      before = ',\n';
    }
    await io.json(sarifEnd);
  },
  async html(all, { io, crops }) {
    const { FindingsPage } = await import('../../report/html/findings-page.js');
    const page = new FindingsPage(io.language);
    await io.out(page.begin());
    for await (const { listed, message } of all) await io.out(page.add(listed, message, await crops.of(listed)));
    await io.out(page.end());
  },
};

/** True when the shell sends stdout to a file, which a person will open; not for a pipe. */
function intoFile(): boolean {
  try {
    return fstatSync(1).isFile();
  } catch {
    return false;
  }
}
