import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extract } from '../../src/extract/extract.js';
import { judge } from '../../src/judge/judge.js';
import type { Document } from '../../src/model/document.js';
import { examine } from '../../src/pipeline/analyze.js';
import { parse } from '../../src/parse/parse.js';
import { pdfjs } from '../../src/parse/pdf/library.js';
import { reading } from '../../src/parse/pdf/open.js';
import { recognizeQuantities } from '../../src/recognize/recognize.js';
import { relate } from '../../src/relate/relate.js';
import { defaultRulebook } from '../../src/rulebook/rulebook.js';

// Prints speeds and sizes beside a reference in the same run; asserts nothing, since machines differ.
//   npm run bench [-- FILE…]     more DOCX and PDF files to time; those of fixtures/ without any

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url));
const now = (): number => Number(process.hrtime.bigint()) / 1e6;
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

function timed(times: number, work: () => unknown): number {
  return median(
    Array.from({ length: times }, () => {
      const start = now();
      work();
      return now() - start;
    }),
  );
}

/** The paragraphs of a fixture, as often as makes a report of usual length. */
async function proseOf(file: string): Promise<string> {
  const parsed = await parse(new Uint8Array(readFileSync(file)), file);
  const texts = 'document' in parsed ? parsed.document.blocks.filter((it) => it.kind === 'paragraph') : [];
  return texts
    .map((it) => it.text)
    .join('\n')
    .repeat(20);
}

async function recognizer(): Promise<void> {
  const passage =
    '2024年本部门年初结转和结余5.2万元，决算收入274.23万元，决算支出271.1万元，年末结转和结余8.33万元。' +
    '议事协调机构由295个精简为25个，精简率91.5%，统一部署、进一步规范，三镇支出分别为12.5万元、8万元、3.6万元。';
  const text = passage.repeat(5000);
  const speed = (input: string): number => input.length / timed(5, () => recognizeQuantities(input)) / 1000;
  recognizeQuantities(text);
  const report = fileURLToPath(new URL('../../../shared/corpus/gwr-2025.txt', import.meta.url));
  const prose = existsSync(report) ? readFileSync(report, 'utf8') : await proseOf(own[0] ?? '');
  console.log(`\nrecognizer on the prose of a report: ${speed(prose.repeat(10)).toFixed(2)} M characters/s`);
  const digits = timed(5, () => [...text.matchAll(/\d[\d,]*(?:\.\d+)?/g)].length);
  console.log(
    `recognizer on dense prose of a budget: ${speed(text).toFixed(2)} M characters/s (a bare search for digits: ${(text.length / digits / 1000).toFixed(2)})`,
  );
  for (const [name, unit] of [
    ['running text', passage],
    ['digits', '1234567890'],
    ['commas', '1,1,1,'],
    ['nested scales', '一万亿'],
    ['brackets', '（（〔〔'],
    ['lone surrogates', '\ud800一'],
  ] as const) {
    const once = unit.repeat(Math.ceil(200_000 / unit.length));
    const ratio = timed(3, () => recognizeQuantities(once + once)) / timed(3, () => recognizeQuantities(once));
    console.log(`  twice as much ${name}: ${ratio.toFixed(2)} × the time`);
  }
}

/** Milliseconds of another reader on the same file; null where it is not installed. */
function reference(file: string): { readonly name: string; readonly ms: number } | null {
  const [name, ...args] = file.endsWith('.pdf') ? ['pdftotext', '-layout', file, '-'] : ['pandoc', '-t', 'plain', file];
  const start = now();
  const run = spawnSync(name ?? '', args, { maxBuffer: 1 << 28 });
  return run.error || run.status !== 0 ? null : { name: name ?? '', ms: now() - start };
}

/** Milliseconds of pdf.js alone, on the channel of its own, on the same file: the text of every page, the operators of those that hold tables. */
async function libraryAlone(bytes: Uint8Array, { blocks }: Document): Promise<number> {
  const ruled = new Set(
    blocks.flatMap((block) => (block.kind === 'table' ? [block.page, ...block.cells.map((cell) => cell.page)] : [])),
  );
  const { library } = await pdfjs();
  const start = now();
  const task = library.getDocument({ ...reading, data: bytes.slice() });
  const open = await task.promise;
  for (let number = 1; number <= open.numPages; number++) {
    const page = await open.getPage(number);
    await page.getTextContent();
    if (ruled.has(number)) await page.getOperatorList();
    page.cleanup();
  }
  await task.destroy();
  return now() - start;
}

async function documents(files: readonly string[]): Promise<void> {
  const rulebook = defaultRulebook();
  console.log(
    'file: parse, then everything after it; pdf.js alone; pages a second; peak memory so far; another reader',
  );
  for (const file of files) {
    const bytes = new Uint8Array(readFileSync(file));
    await parse(bytes, file);
    const start = now();
    const parsed = await parse(bytes, file);
    const parsing = now() - start;
    if (!('document' in parsed)) {
      console.log(`${file}: ${parsed.state}`);
      continue;
    }
    const { document } = parsed;
    const alone = file.endsWith('.pdf') ? await libraryAlone(bytes, document) : null;
    const library = alone === null ? '' : `pdf.js alone ${alone.toFixed(0)} ms (${(parsing / alone).toFixed(2)} ×), `;
    const identity = { file, sha256: '0'.repeat(64) };
    const after = timed(3, () => examine(document, identity, rulebook));
    const read = extract(document, rulebook);
    const judging = timed(3, () => judge(relate(read, rulebook), rulebook.checks));
    const other = reference(file);
    const pages =
      document.pages === null ? '' : `${((1000 * document.pages) / (parsing + after)).toFixed(0)} pages/s, `;
    const beside = other ? `${other.name} ${other.ms.toFixed(0)} ms` : 'no other reader installed';
    const share = ((100 * after) / parsing).toFixed(0);
    console.log(
      `${file.replace(fixtures, '')}: ${parsing.toFixed(0)} ms + ${after.toFixed(0)} ms (${share} %; ${judging.toFixed(0)} ms relate and judge), ${library}${pages}${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB, ${beside}`,
    );
  }
}

const given = process.argv.slice(2).filter((file) => existsSync(file) && statSync(file).isFile());
const own = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
  .filter((file) => /input\.(?:docx|pdf)$/.test(file))
  .map((file) => join(fixtures, file))
  .sort();
// documents first: their peak memory is not that of the recognizer's text
await documents(given.length > 0 ? given : own);
await recognizer();
