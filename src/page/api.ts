import { signal } from '@preact/signals';
import type { DecisionAsked, DecisionTaken, Refusal } from '../model/desk.js';
import { language } from './language.js';

/** The server refused a request, or did not answer it (`OFFLINE`). */
export class Refused extends Error {
  readonly code: string;

  constructor({ code, message }: Refusal) {
    super(message);
    this.code = code;
  }
}

/** What went wrong last, for people; empty when all is well. */
export const trouble = signal('');

async function answered(path: string, init: RequestInit): Promise<Response> {
  const url = new URL(path, location.origin);
  url.searchParams.set('lang', language.value);
  const answer = await fetch(url, { ...init, credentials: 'same-origin' }).catch(() => {
    throw new Refused({ code: 'OFFLINE', message: '' });
  });
  if (!answer.ok) throw new Refused((await answer.json()) as Refusal);
  return answer;
}

/** Rejects with Refused. */
export const read = async <T>(path: string): Promise<T> => (await (await answered(path, {})).json()) as T;

/** The bytes of a document's file. Rejects with Refused where it is gone. */
export const sourceBytes = async (sha256: string): Promise<Uint8Array> =>
  new Uint8Array(await (await answered(`/api/documents/${sha256}/source`, {})).arrayBuffer());

/** Rejects with Refused: REVIEW_CHANGED where somebody decided meanwhile. */
export async function decide(asked: DecisionAsked): Promise<DecisionTaken> {
  const headers = { 'content-type': 'application/json', 'x-gouji': '1' };
  const answer = await answered('/api/decisions', { method: 'POST', headers, body: JSON.stringify(asked) });
  return (await answer.json()) as DecisionTaken;
}
