import { Worker } from 'node:worker_threads';
import { memoryMark } from './messages.js';

/** A string, since a worker cannot start from a TypeScript file. */
const code = `
  const { workerData: { bytes, parent, mark } } = require('node:worker_threads');
  setInterval(() => {
    if (process.memoryUsage.rss() > bytes) require('node:fs').writeSync(2, mark);
    else if (process.ppid === parent) return;
    process.kill(process.pid, 'SIGKILL');
  }, 100);
`;

/**
 * Watches this process from a thread of its own, since the reading may be stuck in a loop: ends it when it takes too much
 * memory, counting what lies outside JavaScript's heap, or when its parent is gone.
 */
export function watchThisProcess(megabytes: number): void {
  const workerData = { bytes: megabytes * 1024 * 1024, parent: process.ppid, mark: memoryMark };
  new Worker(code, { eval: true, workerData }).unref();
}
