import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { analyze } from '../src/pipeline/analyze.js';
import { essence } from './essence.js';

// Compares the reports of a folder that stand there both as DOCX and as PDF: what is read of one must be what is read of the other.
//   tsx test/twins.ts FOLDER

type Essence = ReturnType<typeof essence>;

const folder = process.argv[2] ?? '.';
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.docx') && existsSync(join(folder, file.replace(/docx$/, 'pdf'))))
  .map((file) => basename(file, '.docx'))
  .sort();

async function read(file: string): Promise<Essence> {
  return essence(await analyze(new Uint8Array(readFileSync(join(folder, file))), file));
}

/** The entries of a list that the other has not, as lines. */
function missing(from: unknown, to: unknown): string[] {
  const lines = (value: unknown): string[] => [value].flat().map((it) => JSON.stringify(it));
  const there = new Set(lines(to));
  return lines(from).filter((line) => !there.has(line));
}

let equal = 0;
for (const name of names) {
  const [docx, pdf] = [await read(`${name}.docx`), await read(`${name}.pdf`)];
  const keys = Object.keys(docx) as (keyof Essence)[];
  const differing = keys.filter((key) => JSON.stringify(docx[key]) !== JSON.stringify(pdf[key]));
  equal += differing.length === 0 ? 1 : 0;
  console.log(`${name}: ${differing.length === 0 ? 'same' : `differs in ${differing.join(', ')}`}`);
  for (const key of differing) {
    for (const line of missing(docx[key], pdf[key])) console.log(`  only docx ${key} ${line.slice(0, 300)}`);
    for (const line of missing(pdf[key], docx[key])) console.log(`  only pdf  ${key} ${line.slice(0, 300)}`);
  }
}
console.log(`twins equal ${equal}/${names.length}`);
