import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { analyze } from '../src/pipeline/analyze.js';
import { reportSchema } from '../src/model/report.js';
import { dense, essence } from './essence.js';

const folder = fileURLToPath(new URL('../fixtures/', import.meta.url));
const accept = process.env.GOUJI_ACCEPT === '1';

interface Planted {
  readonly rule: string;
  readonly figure: string;
  readonly severity: string;
}
interface Case {
  readonly planted: readonly Planted[];
  readonly headings: readonly { readonly number: string; readonly title: string; readonly inferred?: boolean }[];
}

const cases = [...readdirSync(folder), ...readdirSync(join(folder, 'text')).map((name) => `text/${name}`)]
  .filter((name) => existsSync(join(folder, name, 'case.json')))
  .sort();
const inputsOf = (name: string): string[] =>
  readdirSync(join(folder, name)).filter((file) => /^input\.(?:docx|xlsx|html|ofd|pdf|txt)$/.test(file));

test('goldens are compared, not accepted, in an ordinary run', () => {
  expect(accept && process.env.CI === 'true').toBe(false);
});

describe.each(cases)('%s', (name) => {
  const path = join(folder, name);
  const about = JSON.parse(readFileSync(join(path, 'case.json'), 'utf8')) as Case;

  test.each(inputsOf(name))('%s says what expected.json says', async (file) => {
    const report = await analyze(new Uint8Array(readFileSync(join(path, file))), file);
    expect(reportSchema.safeParse(report).error).toBeUndefined();
    expect(report.state).toBe('ok');
    const golden = join(path, 'expected.json');
    const found = JSON.parse(JSON.stringify(essence(report))) as unknown;
    if (accept && file === inputsOf(name)[0]) writeFileSync(golden, `${JSON.stringify(found, null, 1)}\n`);
    expect(found).toEqual(JSON.parse(readFileSync(golden, 'utf8')));
  });

  test.each(inputsOf(name))('%s: every planted error is found at its severity, and nothing else', async (file) => {
    const report = await analyze(new Uint8Array(readFileSync(join(path, file))), file);
    const findings = report.findings.map((it) => ({
      severity: it.severity,
      texts: it.evidence.map((e) => dense(e.text)),
      words: it.arithmetic,
    }));
    const shows = (it: (typeof findings)[number], planted: Planted): boolean =>
      it.texts.includes(dense(planted.figure));
    const missed = about.planted.filter((planted) => !findings.some((it) => shows(it, planted)));
    const unexpected = findings.filter(
      (it) => it.severity !== 'info' && !about.planted.some((planted) => shows(it, planted)),
    );
    expect({ missed, unexpected }).toEqual({ missed: [], unexpected: [] });
    const graver = findings.filter(
      (it) =>
        it.severity === 'error' &&
        about.planted.filter((planted) => shows(it, planted)).every((planted) => planted.severity === 'review'),
    );
    expect(graver).toEqual([]);
  });

  test.each(inputsOf(name))('%s: two readings are the same to the byte', async (file) => {
    const bytes = new Uint8Array(readFileSync(join(path, file)));
    const [first, second] = [await analyze(bytes, file), await analyze(bytes, file)];
    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
  });

  test.each(inputsOf(name))('%s: every quotation stands at its place', async (file) => {
    const report = await analyze(new Uint8Array(readFileSync(join(path, file))), file);
    const blocks = new Map(report.blocks.map((block) => [block.id, block.text]));
    const cells = new Map(
      report.tables.flatMap((table) => table.cells.map((cell) => [`${table.id} ${cell.row} ${cell.col}`, cell.text])),
    );
    for (const figure of report.figures) {
      const text = figure.table
        ? cells.get(`${figure.table.id} ${figure.table.row} ${figure.table.col}`)
        : blocks.get(figure.block);
      expect(text?.slice(figure.start, figure.end)).toBe(figure.text);
    }
  });
});
