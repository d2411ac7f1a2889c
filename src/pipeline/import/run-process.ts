import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import type { RunProcess, RunRow } from '../../store/ledger.js';

/** Which start of the machine, and when since: no two processes share both and a pid. Null where the system does not say. */
function startedOf(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // the name of the program, in parentheses, may hold spaces
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return ticks === undefined ? null : `${boot} ${ticks}`;
  } catch {
    return null;
  }
}

export const thisProcess = (): RunProcess => ({
  host: hostname(),
  pid: process.pid,
  started: startedOf(process.pid),
});

/** A run on another machine that recorded nothing for so long, in milliseconds, is taken to be dead. */
const longSilence = 15 * 60_000;

/** Whether a run that did not end is still going on: its process lives, or it was heard of lately where that cannot be asked. */
export function isRunning({ ended, process: by, lastAt, startedAt }: RunRow, now: number = Date.now()): boolean {
  if (ended !== null || by === null) return false;
  if (by.host !== hostname()) return now - Date.parse(lastAt ?? startedAt) < longSilence;
  try {
    process.kill(by.pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return by.started === null || by.started === startedOf(by.pid);
}
