import { GoujiError } from '../../model/error.js';
import { problem } from '../../model/problem.js';
import type { Outcome } from './pool.js';
import type { AnswerOf, Asked, Reply, RequestOf, Work } from './work.js';

/** Sends a piece of what is too large for one answer, before it. */
export type SendPart = (part: Uint8Array) => void;

/** What is done for each request that a kind of work has. */
export type Handlers<W extends Work<W>> = {
  readonly [Name in keyof W]: (
    request: RequestOf<W, Name>,
    sendPart: SendPart,
  ) => AnswerOf<W, Name> | Promise<AnswerOf<W, Name>>;
};
type Handler = (request: unknown, sendPart: SendPart) => unknown;

/** Answers a request. A GoujiError that its handler throws concerns every request; what else it throws is a defect and costs this one. */
export async function replyTo<W extends Work<W>>(
  { name, request }: Asked,
  handlers: Handlers<W>,
  send: SendPart,
): Promise<Reply> {
  try {
    const handler = (handlers as unknown as Record<string, Handler | undefined>)[name];
    if (!handler) return { defect: `no such request: ${name}` };
    return { answer: await handler(request, send) };
  } catch (error) {
    if (error instanceof GoujiError) return { fault: { code: error.code, params: error.params } };
    return { defect: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** What a reply says of the file that the request was about. Throws a fault that concerns every request. */
export function outcomeOf(reply: Reply, file: string): Outcome<unknown> {
  if ('answer' in reply) return { answer: reply.answer };
  if ('fault' in reply) throw new GoujiError(reply.fault.code, reply.fault.params);
  const reason = process.env['GOUJI_DEBUG'] === '1' ? reply.defect : (reply.defect.split('\n')[0] ?? '');
  return { state: 'failed', problem: problem('INTERNAL', { file, reason }) };
}
