import { Worker } from 'node:worker_threads';
import { analyze } from '../analyze.js';
import { memoryMark, type Reply, type Request } from './messages.js';

/**
 * Runs beside the reading, which may be stuck in a loop: ends this process when it takes too much memory, counting what lies
 * outside JavaScript's heap, or when its parent is gone. A string, since a worker cannot start from a TypeScript file.
 */
const watch = `
  const { workerData: { bytes, parent, mark } } = require('node:worker_threads');
  setInterval(() => {
    if (process.memoryUsage.rss() > bytes) require('node:fs').writeSync(2, mark);
    else if (process.ppid === parent) return;
    process.kill(process.pid, 'SIGKILL');
  }, 100);
`;
const bytes = Number(process.argv[2]) * 1024 * 1024;
new Worker(watch, { eval: true, workerData: { bytes, parent: process.ppid, mark: memoryMark } }).unref();

function send(reply: Reply): void {
  process.send?.(reply);
}

async function answer({ bytes: file, fileName }: Request): Promise<void> {
  try {
    const report = await analyze(file, fileName);
    send({ report, residentBytes: process.memoryUsage.rss() });
  } catch (error) {
    const defect = error instanceof Error ? (error.stack ?? error.message) : String(error);
    send({ defect, residentBytes: process.memoryUsage.rss() });
  }
}

// A key that interrupts the whole group is the parent's to answer.
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit());
process.on('message', (request: Request) => void answer(request));
