import { writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { marks, type Limits } from './work.js';

/** How often the watcher looks, in milliseconds. */
const beat = 100;
/** Processor time that counts as none at all within a beat, in milliseconds; the watcher itself takes some. */
const restingAtMost = 2;
/** A request that waits, for a disk that does not answer, say, may do so for this many times the limit of processor time. */
const patience = 10;

/**
 * A string, since a worker cannot start from a TypeScript file. Time is counted in beats of this thread and in processor
 * time, never by the clock: a process that is stopped, or that a busy machine does not let run, loses nothing.
 */
const code = `
  const { workerData: { bytes, milliseconds, parent, marks, beat, restingAtMost, patience, shared } } = require('node:worker_threads');
  const requests = new Int32Array(shared);
  const spent = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
  const end = (mark) => {
    try { if (mark) require('node:fs').writeSync(2, mark); } catch {}
    process.kill(process.pid, 'SIGKILL');
  };
  let [request, before, last, resting] = [0, 0, spent(), 0];
  setInterval(() => {
    if (process.memoryUsage.rss() > bytes) return end(marks.memory);
    if (process.ppid !== parent) return end();
    const now = spent();
    const current = Atomics.load(requests, 0);
    if (current !== request) [request, before, resting] = [current, last, 0];
    else resting = now - last > restingAtMost ? 0 : resting + beat;
    last = now;
    if (request > 0 && (now - before > milliseconds || resting > patience * milliseconds)) end(marks.time);
  }, beat);
`;

/** Tells the watcher when a request begins and ends: time is counted for each by itself, and not in between. */
export interface Watch {
  begin(): void;
  end(): void;
}

/**
 * Watches this process from a thread of its own, since its work may be stuck in a loop: ends it when a request takes too
 * much memory or processor time, or comes to nothing for long, and when its parent is gone.
 */
export function watchThisProcess({ seconds, megabytes }: Limits): Watch {
  const shared = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const limits = { bytes: megabytes * 1024 * 1024, milliseconds: seconds * 1000, parent: process.ppid };
  new Worker(code, { eval: true, workerData: { ...limits, marks, beat, restingAtMost, patience, shared } }).unref();
  const requests = new Int32Array(shared);
  let count = 0;
  let before = process.cpuUsage();
  return {
    begin: () => {
      before = process.cpuUsage();
      Atomics.store(requests, 0, ++count);
    },
    end: () => {
      // zero stands for no request
      Atomics.store(requests, 0, 0);
      const { user, system } = process.cpuUsage(before);
      if ((user + system) / 1000 <= limits.milliseconds) return;
      // one that ends between two beats has no more time than any other
      writeSync(2, marks.time);
      process.kill(process.pid, 'SIGKILL');
    },
  };
}
