import { once } from 'node:events';
import { CommanderError } from 'commander';
import { GoujiError } from '../model/error.js';
import { word } from '../model/words.js';
import type { Io } from './command.js';
import { exit, type Exit } from './exit.js';
import { faultOf } from './fault.js';
import { fromEnvironment, languageOf } from './language.js';
import { programOf } from './program.js';
import { usageIssue } from './usage-issue.js';

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

// Whoever closes our output has seen enough; there is nobody left to tell.
process.stdout.on('error', () => process.exit(exit.done));
process.stderr.on('error', () => {});

const io: Io = {
  language,
  signal: stopping.signal,
  stoppedExit: () => stoppedExit,
  err: (text) => void process.stderr.write(text),
  async out(text) {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  },
};

function fail(error: unknown): void {
  const fault = faultOf(error, language);
  io.err(`${fault.message}\n`);
  process.exitCode = fault.exit;
}
process.on('uncaughtException', (error) => {
  fail(error);
  process.exit();
});

function usage(issue: string): void {
  fail(new GoujiError('USAGE', { issue }));
}

/** Runs the command line of this process and sets its exit code; never rejects. */
export async function run(): Promise<void> {
  if (asked === null) {
    const value = argv.join(' ');
    return usage(word('badValue', language, { option: '--lang', value, allowed: 'zh, en, auto' }));
  }
  const program = programOf(io, (code) => (process.exitCode = code));
  try {
    if (argv.length === 0) {
      io.err(program.helpInformation());
      process.exitCode = exit.usage;
      return;
    }
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) return fail(error);
    if (error.exitCode !== 0) usage(usageIssue(error, argv, language));
  }
}
