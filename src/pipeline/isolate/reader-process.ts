import { GoujiError } from '../../model/error.js';
import { rulebookWith } from '../../rulebook/user-rules.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import { analyze } from '../analyze.js';
import type { Answer, Ready, Reply, Request } from './messages.js';
import { watchThisProcess } from './watch.js';

watchThisProcess(Number(process.argv[2]));

function send(message: Reply | Ready): void {
  process.send?.(message);
}

/** Read with the first file, so that a fault of theirs is an answer. */
let rulebook: Rulebook | undefined;

async function answer({ bytes, fileName }: Request): Promise<Answer> {
  try {
    return { report: await analyze(bytes, fileName, { rulebook: (rulebook ??= rulebookWith(process.argv[3])) }) };
  } catch (error) {
    if (error instanceof GoujiError) return { fault: { code: error.code, params: error.params } };
    return { defect: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

async function reply(request: Request): Promise<void> {
  send({ answer: await answer(request), residentBytes: process.memoryUsage.rss() });
}

// A key that interrupts the whole group is the parent's to answer.
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit());
process.on('message', (request: Request) => void reply(request));
send({ ready: true });
