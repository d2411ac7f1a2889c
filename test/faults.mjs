#!/usr/bin/env node
// Runs the built project over every line of faults.jsonl of a shared folder (small inputs that were once read or checked wrongly, with
// the right value) and says of each whether it comes out as a reader expects. What that is stands in faults-expected.mjs.
//
//   node test/faults.mjs [../shared/faults]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expected } from './faults-expected.mjs';

const folder = resolve(process.argv[2] ?? '../shared/faults');
const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'gouji-faults-'));
const options = { cwd: work, encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, LANG: 'en_US.UTF-8' } };

const run = (...args) => spawnSync('node', [main, ...args], options);
const reportsOf = (...paths) =>
  run('check', '--json', ...paths)
    .stdout.split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

/** What a check may do beside looking at the Reports of the inputs of its line. */
const toolsFor = (paths) => ({
  gouji: (line) => run(...line.split(' ')),
  shell: (line) => spawnSync('bash', ['-c', `gouji() { "${process.execPath}" "${main}" "$@"; }; ${line}`], options),
  analyze(name, text) {
    writeFileSync(join(work, name), text);
    return reportsOf(name)[0];
  },
  isFound(words) {
    run('import', ...paths, '--db', 'found.db');
    return run('search', words, '--db', 'found.db', '-f', 'ndjson').stdout.includes(words);
  },
});

/** The Reports by path, read in one run: one of a file, of an archive one for each file in it. */
function readAll(paths) {
  const reports = reportsOf(...paths);
  return new Map(
    paths.map((path) => {
      const isOf = ({ file }) => file === basename(path) || file.startsWith(`${basename(path)}!`);
      const more = path.endsWith('.zip') ? reports.findIndex((it) => !isOf(it)) : 1;
      return [path, reports.splice(0, more < 0 ? reports.length : more)];
    }),
  );
}

/** Pages that a PDF was printed from stand beside it for the reader, and how.txt tells of commands. */
const isReport = (path) => !/\.html$|how\.txt$/.test(path);

try {
  writeFileSync(
    join(work, 'x.txt'),
    `某局2023年度部门决算\n${'本年收入100.25万元，其中：甲100万元，乙0.25万元。\n'.repeat(50)}`,
  );
  writeFileSync(join(work, 'wrong.txt'), '某局2023年度部门决算\n人员12人，其中：男8人，女5人。\n');
  const lines = readFileSync(join(folder, 'faults.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .map((it) => ({ ...it, paths: it.inputs.filter(isReport).map((path) => join(folder, path)) }));
  const read = readAll(lines.flatMap(({ paths }) => paths));
  let right = 0;
  for (const { id, kind, paths, expected: value } of lines) {
    const reports = paths.flatMap((path) => read.get(path));
    let isRight = false;
    let fault = '';
    try {
      isRight = expected[id]?.({ reports, tools: toolsFor(paths) }) ?? false;
    } catch (error) {
      fault = ` (${error.message})`;
    }
    if (isRight) right++;
    console.log(`${isRight ? 'ok   ' : 'WRONG'} ${id} ${kind}${isRight ? '' : `: expected ${value}${fault}`}`);
  }
  console.log(`faults as expected ${right}/${lines.length}`);
  process.exitCode = right === lines.length ? 0 : 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
