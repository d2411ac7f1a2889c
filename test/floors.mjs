#!/usr/bin/env node
// Runs the evaluation scripts of a shared folder on the built project and holds every figure against test/floors.json.
// A figure may rise, not fall. `--raise` writes the figures that rose back as the new floors.
//
//   node test/floors.mjs ../shared [--raise]
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { analytics } from './analytics.mjs';
import { claims } from './claims-floors.mjs';
import { least, numbers, runNode, runOwn, totals } from './evaluation.mjs';

const shared = process.argv.slice(2).find((arg) => !arg.startsWith('--')) ?? '../shared';
const floorsFile = new URL('./floors.json', import.meta.url);
const floors = JSON.parse(readFileSync(floorsFile, 'utf8'));

const run = (script, ...args) => runNode(script, join(shared, 'eval', script), ...args);

function quantities() {
  const text = run('quantities.mjs', '--lib', 'dist/index.js', '--suites', join(shared, 'quantities'));
  const found = {};
  for (const [, suite, exact, all] of text.matchAll(/^(\S+): (\d+)\/(\d+) exact/gm))
    found[`quantities.${suite}`] = Number(((100 * exact) / all).toFixed(1));
  return found;
}

function excerpts() {
  const text = run('excerpts.mjs', '--lib', 'dist/index.js', '--excerpts', join(shared, 'corpus/excerpts.jsonl'));
  const [caught, , alarmed] = numbers(/errors caught (\d+)\/(\d+); sound passages with a false alarm (\d+)/, text);
  const [passed] = numbers(/checks that hold and passed (\d+)\//, text);
  return { 'excerpts.caught': caught, 'excerpts.alarmed': least(alarmed), 'excerpts.passed': passed };
}

/** Reports with labels, of the folder `corpus` or of reports that other hands wrote. */
function reports(name, folder) {
  const found = totals(run('reports.mjs', '--cli', 'node dist/cli/main.js', '--corpus', join(shared, folder)));
  const up = [
    'headingsF1',
    'figureRecall',
    'labelAccuracy',
    'cellRecall',
    'cellPrecision',
    'mustFindRecall',
    'metadata',
  ];
  const down = ['failed', 'trapsTaken', 'falseAlarms', 'unlabelled'];
  return Object.fromEntries([
    ...up.map((it) => [`${name}.${it}`, found[it]]),
    ...down.map((it) => [`${name}.${it}`, least(found[it])]),
  ]);
}

function malformed() {
  const text = run('malformed.mjs', '--cli', 'node dist/cli/main.js', '--dir', join(shared, 'malformed'));
  const [expected] = numbers(/(\d+)\/\d+ as expected/, text);
  return { 'malformed.asExpected': expected };
}

/** Reports that stand in the corpus as DOCX and as PDF: how many are read alike. */
function twins() {
  const text = runOwn('twins', 'twins.ts', join(shared, 'corpus'));
  const [equal] = numbers(/twins equal (\d+)\//, text);
  return { 'twins.equal': equal };
}

/** Claims that hold, made false by one slip: the share in which the changed figure is reported, and that in which another is. */
function mutation() {
  const text = runOwn('mutation', 'mutation/main.ts', shared);
  const [caught, elsewhere] = numbers(/mutation caught ([\d.]+) % elsewhere ([\d.]+) %/, text);
  return { 'mutation.caught': caught, 'mutation.elsewhere': least(elsewhere) };
}

/** Pages with an expected finding: their script stands with the tests, its cases in the shared folder. */
function cases() {
  const text = runNode(
    'cases',
    fileURLToPath(new URL('./cases.mjs', import.meta.url)),
    join(shared, 'domain/cases.jsonl'),
  );
  const [held, , wrong] = numbers(/(\d+)\/(\d+) as expected, (\d+) declared wrong/, text);
  return { 'cases.asExpected': held, 'cases.declaredWrong': least(wrong) };
}

/** Small inputs that were once read or checked wrongly, with the right value: how many come out so. */
function faults() {
  const text = runNode('faults', fileURLToPath(new URL('./faults.mjs', import.meta.url)), join(shared, 'faults'));
  const [right] = numbers(/faults as expected (\d+)\//, text);
  return { 'faults.asExpected': right };
}

function seedRelations() {
  const text = spawnSync('node', ['test/seed-relations.mjs', '--shared', shared], { encoding: 'utf8' }).stdout;
  process.stdout.write(`\n== seed-relations.mjs\n${text}`);
  const [reproduced] = numbers(/seed relations reproduced (\d+)\//, text);
  return { 'seedRelations.reproduced': reproduced };
}

// One a line, so that each evaluation is added by itself.
// prettier-ignore
const evaluations = [
  () => analytics(join(shared, 'corpus')),
  cases,
  quantities,
  excerpts,
  () => reports('reports', 'corpus'),
  () => reports('authored', 'authored'),
  seedRelations,
  twins,
  mutation,
  malformed,
  faults,
  ...claims(shared),
];
const found = Object.assign({}, ...evaluations.map((evaluate) => evaluate()));
const fallen = Object.entries(floors).filter(([name, floor]) => !(found[name] >= floor));
console.log('\n== floors');
for (const [name, value] of Object.entries(found)) {
  const floor = floors[name];
  console.log(
    `${fallen.some(([it]) => it === name) ? 'FELL ' : 'ok   '} ${name} ${Math.abs(value)}${floor === undefined ? '' : ` (floor ${Math.abs(floor)})`}`,
  );
}
if (process.argv.includes('--raise')) {
  const raised = Object.fromEntries(
    Object.entries(found).map(([name, value]) => [name, Math.max(value, floors[name] ?? -Infinity)]),
  );
  writeFileSync(floorsFile, `${JSON.stringify(raised, null, 2)}\n`);
}
console.log(`${Object.keys(found).length - fallen.length} passed, ${fallen.length} failed`);
process.exit(fallen.length > 0 ? 1 : 0);
