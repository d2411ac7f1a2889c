import { CommanderError } from 'commander';
import { GoujiError } from '../model/error.js';
import { visibleCells, visibleJson, visibleLines } from '../model/visible.js';
import { word } from '../model/words.js';
import type { Io } from './command.js';
import { exit, type Exit } from './exit.js';
import { faultOf } from './fault.js';
import { askedFor, fromEnvironment, languageOf } from './language.js';
import { Outlet, ReaderGone } from './outlet.js';
import { programOf } from './program.js';
import { needsHelp, usageIssue } from './usage-issue.js';

const argv = process.argv.slice(2);
const asked = languageOf(argv, process.env);
const language = asked ?? fromEnvironment(process.env);

/** The first signal asks the command to stop, the second ends it at once. */
const stopping = new AbortController();
let stoppedExit: Exit = exit.interrupted;
for (const [signal, code] of [
  ['SIGINT', exit.interrupted],
  ['SIGTERM', exit.terminated],
] as const) {
  process.on(signal, () => {
    if (stopping.signal.aborted) process.exit(code);
    stoppedExit = code;
    stopping.abort();
  });
}

const stdout = new Outlet(process.stdout);
const stderr = new Outlet(process.stderr);

/** What is lost of messages nobody can be told; the exit says it where it would say that all is well. */
function message(text: string): void {
  stderr.write(text).catch(() => {});
}

const eraseLine = '\r\x1b[2K';

const io: Io = {
  language,
  signal: stopping.signal,
  stoppedExit: () => stoppedExit,
  out: (text) => stdout.write(visibleLines(text)),
  json: (text) => stdout.write(visibleJson(text)),
  csv: (text) => stdout.write(visibleCells(text)),
  err: (text) => message(visibleLines(text)),
  redraw: (line) => message(eraseLine + visibleLines(line)),
};

function fail(error: unknown): void {
  if (error instanceof ReaderGone) return void (process.exitCode = exit.done);
  if (stopping.signal.aborted && error instanceof Error && error.name === 'AbortError')
    return void (process.exitCode = stoppedExit);
  const fault = faultOf(error, language);
  io.err(`${fault.message}\n`);
  process.exitCode = fault.exit;
}
process.on('uncaughtException', (error) => {
  fail(error);
  // what was written to a pipe before may still be on its way
  process.stdout.write('', () => process.exit());
});

/** Runs the command line of this process and sets its exit code; never rejects. */
export async function run(): Promise<void> {
  try {
    await runCommand();
  } catch (error) {
    fail(error);
  }
  if (stderr.lost && process.exitCode === exit.done) process.exitCode = exit.outputLost;
}

async function runCommand(): Promise<void> {
  if (asked === null) {
    const params = { option: '--lang', value: askedFor(argv) ?? '', allowed: 'zh, en, auto' };
    throw new GoujiError('USAGE', { issue: word('badValue', language, params) });
  }
  const help: string[] = [];
  const program = programOf(
    io,
    (text) => help.push(text),
    (code) => (process.exitCode = code),
  );
  process.exitCode = exit.done;
  try {
    if (argv.length > 0) return void (await program.parseAsync(argv, { from: 'user' }));
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return io.out(help.join(''));
    if (!needsHelp(error, argv)) throw new GoujiError('USAGE', { issue: usageIssue(error, argv, language) });
  }
  io.err(program.helpInformation());
  process.exitCode = exit.usage;
}
