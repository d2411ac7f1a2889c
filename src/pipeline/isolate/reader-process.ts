import { analyze } from '../analyze.js';
import type { Ready, Reply, Request } from './messages.js';
import { watchThisProcess } from './watch.js';

watchThisProcess(Number(process.argv[2]));

function send(reply: Reply | Ready): void {
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
send({ ready: true });
