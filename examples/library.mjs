// node examples/library.mjs fixtures/self-evaluation-unit-slip/input.docx
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { analyze } from 'gouji';

for (const path of process.argv.slice(2)) {
  const report = await analyze(await readFile(path), basename(path));
  console.log(`${report.file}: ${report.state}, ${report.figures.length} figures, ${report.tables.length} tables`);
  for (const { severity, message } of report.findings) console.log(`  [${severity}] ${message}`);
}
