import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { printAny } from './any-report.js';
import { measure, sample, type Trial } from './measure.js';
import { mutationKinds } from './mutate.js';
import { excerptSources, fixtureSources, goldSources, type Source } from './sources.js';

// Makes claims that hold in a report false by one slip, and counts how often gouji shows the changed figure and how often another.
//   npm run mutate [-- SHARED] [--misses] [--only TEXT]     SHARED holds labelled documents (corpus/); fixtures/ alone without it
//   npm run mutate -- --any [PATH…] [--most N] [--misses]   any figure of any reports, N a document (12): whether or not a claim is known of it

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    any: { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
    most: { type: 'string', default: '12' },
    only: { type: 'string', default: '' },
  },
});
const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url));
const [shared] = positionals;
const { only } = values;

async function sourcesOf(): Promise<Source[]> {
  const own = await fixtureSources(fixtures);
  if (shared === undefined) return own;
  const corpus = join(shared, 'corpus');
  return [...own, ...(await goldSources(corpus)), ...(await excerptSources(join(corpus, 'excerpts.jsonl')))];
}

const share = (part: number, all: number): string => (all === 0 ? '' : `${((100 * part) / all).toFixed(1)} %`);
const cell = (trials: readonly Trial[]): string =>
  trials.length === 0 ? '' : `${trials.filter((it) => it.caught).length}/${trials.length}`;

function table(trials: readonly Trial[]): void {
  const kinds = [...new Set(trials.map((it) => it.mutation.claim.kind))].sort();
  const line = (name: string, own: readonly Trial[]): string =>
    [
      name.padEnd(32),
      ...mutationKinds.map((kind) => cell(own.filter((it) => it.mutation.kind === kind)).padStart(9)),
      share(own.filter((it) => it.caught).length, own.length).padStart(9),
      String(own.filter((it) => it.elsewhere.length > 0).length).padStart(9),
      (own.reduce((sum, it) => sum + it.raised, 0) / Math.max(1, own.filter((it) => it.raised > 0).length))
        .toFixed(2)
        .padStart(9),
    ].join('');
  console.log(
    [
      'caught/tried'.padEnd(32),
      ...[...mutationKinds, 'caught', 'elsewhere', 'findings'].map((it) => it.padStart(9)),
    ].join(''),
  );
  for (const kind of kinds)
    console.log(
      line(
        kind,
        trials.filter((it) => it.mutation.claim.kind === kind),
      ),
    );
  console.log(line('all', trials));
}

function describe({ file, mutation, elsewhere }: Trial): string {
  const { kind, claim, edit } = mutation;
  const { block, cell: at } = edit.spot;
  const text = (at ?? block).text;
  const near = `${text.slice(Math.max(0, edit.start - 30), edit.start)}【${text.slice(edit.start, edit.end)}→${edit.text}】${text.slice(edit.end, edit.end + 24)}`;
  const where = at ? `${block.id} ${at.row}:${at.col} ` : `${block.id} `;
  const others = elsewhere.map((it) => `\n      ${it.severity} ${it.rule} ${it.arithmetic}`).join('');
  return `${file}: ${kind} of ${claim.kind}: ${claim.text}\n    ${where}${near.replace(/\s+/g, ' ')}${others}`;
}

async function printClaims(): Promise<void> {
  const trials: Trial[] = [];
  let unread = 0;
  for (const { file, document, claims, unread: some } of await sourcesOf()) {
    if (!file.includes(only)) continue;
    unread += some;
    trials.push(...measure(file, document, sample(file, document, claims)));
  }
  table(trials);
  if (values.misses) {
    console.log('\nmissed');
    for (const it of trials.filter((trial) => !trial.caught)) console.log(`  ${describe(it)}`);
    console.log('\nalarms elsewhere');
    for (const it of trials.filter((trial) => trial.elsewhere.length > 0)) console.log(`  ${describe(it)}`);
  }
  const caught = (100 * trials.filter((it) => it.caught).length) / trials.length;
  const elsewhere = (100 * trials.filter((it) => it.elsewhere.length > 0).length) / trials.length;
  console.log(`\nclaims not read or not found: ${unread}`);
  console.log(`mutation caught ${caught.toFixed(1)} % elsewhere ${elsewhere.toFixed(1)} % of ${trials.length}`);
}

const most = Number(values.most);
if (!Number.isInteger(most) || most < 1) {
  console.error('--most takes a whole number from 1');
  process.exit(2);
}
if (values.any)
  await printAny(positionals.length > 0 ? positionals : [fixtures], {
    most,
    misses: values.misses,
  });
else await printClaims();
