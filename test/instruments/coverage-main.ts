import { parseArgs } from 'node:util';
import { columns, share } from './columns.js';
import { countOf, documentCoverage, type Count, type DocumentCoverage } from './coverage.js';
import { documentsAt } from './documents.js';

// Prints which share of the figures of reports some judged relation touches (passed, failed or ambiguous), by kind of report and of figure,
// running text and table cells apart.
//   npm run coverage -- PATH… [--verbose] [--json]     --verbose: a line a document; --json: everything, for scripts

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { verbose: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
});
if (positionals.length === 0) {
  console.error('usage: npm run coverage -- PATH… [--verbose] [--json]');
  process.exit(2);
}

const documents: DocumentCoverage[] = [];
const unread: { readonly file: string; readonly state: string }[] = [];
for await (const read of documentsAt(positionals)) {
  if ('document' in read) documents.push(documentCoverage(read.file, read.document));
  else unread.push(read);
}

const cellsOf = ({ figures, judged, decided }: Count): string[] => [
  String(figures),
  share(judged, figures),
  share(decided, figures),
];
const head = (name: string): string[] => [name, 'prose', 'judged', 'decided', 'cells', 'judged', 'decided'];
function line(name: string, own: readonly DocumentCoverage[], kind?: string): string[] {
  const coverages = own.map((it) => it.coverage);
  return [name, ...cellsOf(countOf(coverages, 'prose', kind)), ...cellsOf(countOf(coverages, 'cells', kind))];
}
const kindOf = ({ reportKind }: DocumentCoverage): string => reportKind ?? '-';

function print(): void {
  const reports = [...new Set(documents.map(kindOf))].sort();
  const figures = [
    ...new Set(documents.flatMap(({ coverage }) => [coverage.prose, coverage.cells].flatMap(Object.keys))),
  ].sort();
  const ofKind = (kind: string): DocumentCoverage[] => documents.filter((it) => kindOf(it) === kind);
  if (values.verbose) console.log(`${columns([head('document'), ...documents.map((it) => line(it.file, [it]))])}\n`);
  console.log(`${columns([head('kind of figure'), ...figures.map((kind) => line(kind, documents, kind))])}\n`);
  const byReport = reports.map((kind) => line(`${kind} (${ofKind(kind).length})`, ofKind(kind)));
  console.log(columns([head('kind of report'), ...byReport, line(`all (${documents.length})`, documents)]));
  for (const { file, state } of unread) console.log(`not read: ${file} ${state}`);
}

if (values.json) console.log(JSON.stringify({ documents, unread }));
else print();
