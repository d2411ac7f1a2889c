// How an evaluation is run for floors.mjs and what it prints is read.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Runs a script with node, shows all that it prints under a title, and returns its stdout. */
export function runNode(title, ...args) {
  const started = spawnSync('node', args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  process.stdout.write(`\n== ${title}\n${started.stdout}${started.stderr}`);
  return started.stdout;
}

/** The same for a TypeScript program of this folder. */
export const runOwn = (title, program, ...args) => runNode(title, '--import', 'tsx', here(`./${program}`), ...args);

/** The groups of the first match as numbers; none where nothing matches, so that the floor falls. */
export const numbers = (pattern, text) => (pattern.exec(text) ?? []).slice(1).map(Number);

/** Figures to keep small are held as negative numbers, so that every floor is a least value. */
export const least = (value) => -value;

/** `name 0.98  other 3` of a line that begins with TOTAL, by name. */
export function totals(text) {
  const total = text.split('\n').find((line) => line.startsWith('TOTAL')) ?? '';
  return Object.fromEntries(
    [...total.matchAll(/(\w+) ([\d.]+)(?= {2}|$)/g)].map(([, name, value]) => [name, Number(value)]),
  );
}
