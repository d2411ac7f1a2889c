import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { weigh } from '../../src/claims/believe/believe.js';
import type { Claimant } from '../../src/claims/candidate.js';
import { annotatedExampleOf, exampleOf } from '../../src/claims/learn/examples.js';
import { fitWeights, usualTraining, type Example } from '../../src/claims/learn/fit-weights.js';
import { proposed } from '../../src/claims/propose/generators.js';
import { describedTracks } from '../../src/extract/describe/described-tracks.js';
import { extract } from '../../src/extract/extract.js';
import type { Document } from '../../src/model/document.js';
import { parse } from '../../src/parse/parse.js';
import { defaultRulebook } from '../../src/rulebook/rulebook.js';
import { columns, share } from '../instruments/columns.js';
import { documentsAt } from '../instruments/documents.js';

// Learns rules/belief.json: how often words that stand so claim what, from reports (what closes was meant, chance aside) and from
// annotated passages (JSON lines of text and checks: what is named was meant, whether it comes out or not). The same files give the same weights.
//   npm run learn -- PATH… [--out FILE] [--hold N] [--from FILE]
//     PATH: files and folders of reports, and .jsonl files of annotated passages; --hold: how strongly a weight is held to its start;
//     --from: weights to go on from, as for a kind of words that few documents have
const { values: asked, positionals } = parseArgs({
  options: { out: { type: 'string' }, hold: { type: 'string' }, from: { type: 'string' } },
  allowPositionals: true,
});
if (positionals.length === 0) {
  console.error('usage: npm run learn -- PATH… [--out FILE] [--hold N] [--from FILE]');
  process.exit(2);
}

interface Passage {
  readonly id: string;
  readonly text: string;
  readonly checks?: readonly { readonly expr: string }[];
}

/** What was written down beside a passage says more than what comes out in a report: it counts so often. */
const annotatedCount = 3;

interface Count {
  proposed: number;
  candidates: number;
  agrees: number;
  byChance: number;
}
const counts = new Map<string, Count>();
const examples: Example[] = [];
const rulebook = defaultRulebook();

function take(document: Document, exampleFor: (claimant: Claimant) => Example, times = 1): void {
  for (const { spots } of describedTracks(extract(document, rulebook), rulebook)) {
    for (const claimant of proposed(spots)) {
      const example = exampleFor(claimant);
      for (let i = 0; i < times; i++) examples.push(example);
      count(claimant.candidates[0]?.shape ?? 'none', claimant);
    }
  }
}

function count(name: string, claimant: Claimant): void {
  const it = counts.get(name) ?? { proposed: 0, candidates: 0, agrees: 0, byChance: 0 };
  counts.set(name, it);
  const { weighed } = weigh(claimant, {});
  it.proposed++;
  it.candidates += weighed.length;
  if (weighed.some(({ fit }) => fit === 'fits')) it.agrees++;
  it.byChance += 1 - weighed.reduce((none, { chance }) => none * (1 - chance), 1);
}

async function takePassages(path: string): Promise<number> {
  const passages = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  for (const line of passages) {
    const { id, text, checks = [] } = JSON.parse(line) as Passage;
    if (typeof text !== 'string') continue;
    const parsed = await parse(new TextEncoder().encode(text), `${id}.txt`);
    const said = checks.map(({ expr }) => expr);
    if ('document' in parsed) take(parsed.document, (claimant) => annotatedExampleOf(claimant, said), annotatedCount);
  }
  return passages.length;
}

for (const path of positionals.filter((it) => it.endsWith('.jsonl'))) {
  console.log(`${basename(path)}: ${await takePassages(path)} passages`);
}
let reports = 0;
for await (const read of documentsAt(positionals.filter((it) => !it.endsWith('.jsonl')))) {
  if (!('document' in read)) {
    console.log(`${read.file}: ${read.state}`);
    continue;
  }
  take(read.document, exampleOf);
  reports++;
}
console.log(`${reports} reports, ${examples.length} figures that others may explain\n`);
const head = ['generator', 'figures', 'candidates', 'closes', 'by chance'];
const rows = [...counts].map(([name, it]) => [
  name,
  String(it.proposed),
  String(it.candidates),
  share(it.agrees, it.proposed),
  share(it.byChance, it.proposed),
]);
console.log(columns([head, ...rows]));
const hold = asked.hold === undefined ? usualTraining.hold : Number(asked.hold);
const from =
  asked.from === undefined
    ? undefined
    : (JSON.parse(readFileSync(asked.from, 'utf8')) as { readonly weights: Readonly<Record<string, number>> }).weights;
const weights = fitWeights(examples, { ...usualTraining, hold, ...(from && { from }) });
const out = asked.out ?? fileURLToPath(new URL('../../rules/belief.json', import.meta.url));
writeFileSync(out, `${JSON.stringify({ weights }, null, 2)}\n`);
console.log(`\n${Object.keys(weights).length} weights → ${out}`);
