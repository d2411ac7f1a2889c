import { addAbortSignal } from 'node:stream';
import { GoujiError } from '../../model/error.js';
import { reasonOf } from '../../pipeline/import/unreadable.js';

/** A list of ids has no more bytes than this; stdin may be anything, and may never end. */
const mostBytes = 16 * 1024 * 1024;

/**
 * The ids given, those on stdin in place of `-`. Rejects with FILE_UNREADABLE or FILE_TOO_LARGE for a stdin that is no
 * list, and with an AbortError when the signal comes first.
 */
export async function idsOf(ids: readonly string[], signal: AbortSignal): Promise<string[]> {
  if (!ids.includes('-')) return [...ids];
  const lines = (await stdin(signal)).split(/\s+/).filter((it) => it !== '');
  return ids.flatMap((id) => (id === '-' ? lines : [id]));
}

async function stdin(signal: AbortSignal): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of addAbortSignal(signal, process.stdin) as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > mostBytes) throw new GoujiError('FILE_TOO_LARGE', { file: '-', bytes, limit: mostBytes });
    }
  } catch (error) {
    if (signal.aborted || error instanceof GoujiError) throw error;
    throw new GoujiError('FILE_UNREADABLE', { path: '-', reason: reasonOf(error) }, { cause: error });
  }
  return Buffer.concat(chunks).toString('utf8');
}
