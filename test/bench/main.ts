import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { examine } from '../../src/pipeline/analyze.js';
import { parse } from '../../src/parse/parse.js';
import { recognizeQuantities } from '../../src/recognize/recognize.js';
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

function recognizer(): void {
  const passage =
    '2024年本部门年初结转和结余5.2万元，决算收入274.23万元，决算支出271.1万元，年末结转和结余8.33万元。' +
    '议事协调机构由295个精简为25个，精简率91.5%，统一部署、进一步规范，三镇支出分别为12.5万元、8万元、3.6万元。';
  const text = passage.repeat(5000);
  const speed = (input: string): number => input.length / timed(5, () => recognizeQuantities(input)) / 1000;
  recognizeQuantities(text);
  const digits = timed(5, () => [...text.matchAll(/\d[\d,]*(?:\.\d+)?/g)].length);
  console.log(
    `recognizer: ${speed(text).toFixed(2)} M characters/s (a bare search for digits: ${(text.length / digits / 1000).toFixed(2)})`,
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

async function documents(files: readonly string[]): Promise<void> {
  const rulebook = defaultRulebook();
  console.log('\nfile: parse, then everything after it; pages a second; peak memory so far; another reader');
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
    const identity = { file, sha256: '0'.repeat(64) };
    const after = timed(3, () => examine(document, identity, rulebook));
    const other = reference(file);
    const pages =
      document.pages === null ? '' : `${((1000 * document.pages) / (parsing + after)).toFixed(0)} pages/s, `;
    const beside = other ? `${other.name} ${other.ms.toFixed(0)} ms` : 'no other reader installed';
    const share = ((100 * after) / parsing).toFixed(0);
    console.log(
      `${file.replace(fixtures, '')}: ${parsing.toFixed(0)} ms + ${after.toFixed(0)} ms (${share} %), ${pages}${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB, ${beside}`,
    );
  }
}

const given = process.argv.slice(2).filter((file) => existsSync(file) && statSync(file).isFile());
const own = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
  .filter((file) => /input\.(?:docx|pdf)$/.test(file))
  .map((file) => join(fixtures, file))
  .sort();
recognizer();
await documents(given.length > 0 ? given : own);
