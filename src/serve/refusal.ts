import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { say, type Code, type Language, type Params } from '../model/catalogue.js';
import { GoujiError } from '../model/error.js';
import type { Refusal } from '../model/desk.js';

/** The language that a request asks for: `lang=en`, else Chinese. */
export const languageOf = (context: Context): Language => (context.req.query('lang') === 'en' ? 'en' : 'zh');

/** Answers that a request is not done, by a code and its words. */
export function refusal<C extends Code>(
  context: Context,
  status: ContentfulStatusCode,
  code: C,
  params: Readonly<Record<string, string | number>> = {},
): Response {
  const told: Refusal = { code, message: say(code, params, languageOf(context)) };
  return context.json(told, status);
}

const statuses: Readonly<Partial<Record<Code, ContentfulStatusCode>>> = {
  REVIEW_CHANGED: 409,
  NOTHING_TO_UNDO: 409,
  FINDING_UNKNOWN: 404,
  DOCUMENT_UNKNOWN: 404,
  SOURCE_GONE: 404,
  DESK_QUERY: 400,
  STORE_BUSY: 503,
};

/** Answers for an error: one of ours by its code, any other without a word of what was in it. */
export function refusalOf(context: Context, error: unknown): Response {
  if (error instanceof GoujiError)
    return refusal(context, statuses[error.code as Code] ?? 500, error.code as Code, error.params as Params<Code>);
  return refusal(context, 500, 'INTERNAL', { reason: 'serve', file: new URL(context.req.url).pathname });
}
