import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { GoujiError } from '../../model/error.js';
import { watchThisProcess } from './watch.js';
import type { AnswerOf, Asked, Reply, RequestOf, Said, Work } from './work.js';

/** Sends a piece of what is too large for one answer, before it. */
type SendPart = (part: Uint8Array) => void;

/** What a child does for each request that its kind of work has. */
export type Handlers<W extends Work<W>> = {
  readonly [Name in keyof W]: (
    request: RequestOf<W, Name>,
    sendPart: SendPart,
  ) => AnswerOf<W, Name> | Promise<AnswerOf<W, Name>>;
};

/** What the parent gave its pool for the scripts of its children. */
export const ownArguments = (): readonly string[] => process.argv.slice(4);

function send(said: Said): void {
  process.send?.(said);
}

async function replyTo({ name, request }: Asked, handlers: Record<string, Handler | undefined>): Promise<Reply> {
  try {
    const handler = handlers[name];
    if (!handler) return { defect: `no such request: ${name}` };
    return { answer: await handler(request, (part) => send({ part })) };
  } catch (error) {
    if (error instanceof GoujiError) return { fault: { code: error.code, params: error.params } };
    return { defect: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
type Handler = (request: unknown, sendPart: SendPart) => unknown;

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
 * limits. A GoujiError that a handler throws concerns every request; what else it throws is a defect and costs this one.
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
    void replyTo(asked, handlers as unknown as Record<string, Handler>).then((reply) => {
      watch.end();
      send({ reply, full: isFull() });
    });
  });
  send({ ready: true });
}
