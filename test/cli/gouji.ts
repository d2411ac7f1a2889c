import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exit } from '../../src/cli/exit.js';
import { Run, type Written } from '../../src/cli/run.js';
import { ownFolder } from '../own-folder.js';

export const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** The current folder of every command of a test. */
export const here = (...names: string[]): string => join(ownFolder(), ...names);

export function write(name: string, content: string | Uint8Array): void {
  mkdirSync(dirname(here(name)), { recursive: true });
  writeFileSync(here(name), content);
}

/** A report of its own for each number, with no error in it. */
export const soundReport = (number = 1): string =>
  [
    `云溪区农业农村局${2000 + number}年度部门决算说明`,
    '',
    '一、收入支出总体情况',
    `本年收入合计${number}20.50万元，本年支出合计${number}10.50万元。`,
    '',
  ].join('\n');

/** The parts make 1019, not 1109. */
export const faultyReport = [
  '云溪区林业局2024年度部门决算说明',
  '',
  '一、工作情况',
  '参加造林的三个乡镇分别有426人、318人和275人，合计1109人。',
  '',
].join('\n');

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

const environment = { PATH: process.env['PATH'], HOME: process.env['HOME'], LANG: 'C' };
type Environment = Readonly<Record<string, string>>;

/** Runs a command in this process, its files read here too: what only processes have (limits, signals, streams) is for `spawned`. */
export async function gouji(args: readonly string[], env: Environment = {}): Promise<Ended> {
  const said = { out: '', err: '' };
  const to = (stream: keyof typeof said): Written => ({
    lost: false,
    write: async (text) => void (said[stream] += text),
  });
  const run = new Run(args, {
    environment: { ...environment, ...env },
    stdout: to('out'),
    stderr: to('err'),
    signal: new AbortController().signal,
    stoppedExit: () => exit.interrupted,
    isolated: false,
  });
  process.chdir(here());
  return { code: await run.exit(), signal: null, ...said };
}

/** Starts a command of the built program. */
export function start(args: readonly string[], env: Environment = {}): ChildProcess {
  return spawn(process.execPath, [main, ...args], { cwd: here(), env: { ...environment, ...env } });
}

export function ended(child: ChildProcess): Promise<Ended> {
  const said = { out: '', err: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (said.out += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said.err += text));
  return new Promise((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, ...said }));
  });
}

/** Runs a command as people do, in a process that reads files in processes of its own. */
export const spawned = (args: readonly string[], env: Environment = {}): Promise<Ended> => ended(start(args, env));

/** A line for `sh -c`, in which `gouji` is the built program. */
export function shell(line: string): Promise<Ended> {
  const script = `gouji() { ${JSON.stringify(process.execPath)} ${JSON.stringify(main)} "$@"; }\n${line}`;
  return ended(spawn('sh', ['-c', script], { cwd: here(), env: environment }));
}
