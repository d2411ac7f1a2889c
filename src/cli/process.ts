import { exit, type Exit } from './exit.js';
import { Outlet } from './outlet.js';
import { Run } from './run.js';

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

const line = new Run(process.argv.slice(2), {
  environment: process.env,
  stdout: new Outlet(process.stdout),
  stderr: new Outlet(process.stderr),
  signal: stopping.signal,
  stoppedExit: () => stoppedExit,
  isolated: true,
});

process.on('uncaughtException', (error) => {
  process.exitCode = line.fail(error);
  // what was written to a pipe before may still be on its way
  process.stdout.write('', () => process.exit());
});

/** Runs the command line of this process and sets its exit code; never rejects. */
export async function runProcess(): Promise<void> {
  process.exitCode = await line.exit();
}
