import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { replyTo, type Handlers } from './reply.js';
import { watchThisProcess } from './watch.js';
import type { Asked, Said, Work } from './work.js';

/** What the parent gave its pool for the scripts of its children. */
export const ownArguments = (): readonly string[] => process.argv.slice(4);

function send(said: Said): void {
  process.send?.(said);
}

/** Share of its memory that may be taken before a request: starting anew costs more than reading many a file. */
const mostTaken = 0.6;

/** Collects all garbage at once. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

/** Whether the process holds so much that it should be replaced. What is only garbage is given back first. */
function fullness(megabytes: number): () => boolean {
  const most = mostTaken * megabytes * 1024 * 1024;
  const collect = collector();
  const isOver = (): boolean => process.memoryUsage.rss() > most;
  return () => {
    if (!isOver()) return false;
    collect();
    return isOver();
  };
}

/**
 * Turns this process, which a ChildPool started, into one that answers its requests, one after the other and within its
 * limits.
 */
export function serve<W extends Work<W>>(handlers: Handlers<W>): void {
  const [, , seconds, megabytes] = process.argv;
  const isFull = fullness(Number(megabytes));
  const watch = watchThisProcess({ seconds: Number(seconds), megabytes: Number(megabytes) });
  // A key that interrupts the whole group is the parent's to answer.
  process.on('SIGINT', () => {});
  process.on('disconnect', () => process.exit());
  process.on('message', (asked: Asked) => {
    watch.begin();
    void replyTo(asked, handlers, (part) => send({ part })).then((reply) => {
      watch.end();
      send({ reply, full: isFull() });
    });
  });
  send({ ready: true });
}
