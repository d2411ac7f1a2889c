import type { Context } from 'hono';
import { z } from 'zod';
import { facetNames, decidingActions, type DecisionAsked, type FacetName } from '../model/desk.js';
import { GoujiError } from '../model/error.js';

/** What a list is narrowed to: no values of a facet leave it open; words are lower case, and all have to stand in a row. */
export interface Chosen {
  readonly facets: Readonly<Record<FacetName, readonly string[]>>;
  readonly words: readonly string[];
}

const longest = 200;
const mostValues = 50;
const most = 500;
const short = z.string().max(longest);
const facetsSchema = z.record(z.enum(facetNames), z.array(short).max(mostValues));
const windowSchema = z.object({
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(most).default(100),
});

function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new GoujiError('DESK_QUERY', { field: result.error.issues[0]?.path.join('.') || '?' });
}

/** Throws DESK_QUERY for more or longer values than any page asks for. */
export function chosenOf({ req }: Context): Chosen {
  const facets = Object.fromEntries(facetNames.map((name) => [name, req.queries(name) ?? []]));
  const words = parsed(short, req.query('q') ?? '');
  return { facets: parsed(facetsSchema, facets), words: words.toLowerCase().split(/\s+/).filter(Boolean) };
}

/** Which rows of a list. Throws DESK_QUERY. */
export const windowOf = ({ req }: Context): { readonly offset: number; readonly limit: number } =>
  parsed(windowSchema, { offset: req.query('offset'), limit: req.query('limit') });

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** The sha256 in the path of a request. Throws DESK_QUERY for what is none. */
export const sha256Of = ({ req }: Context): string => parsed(sha256, req.param('sha256'));
export const numberOf = ({ req }: Context, name: string): number =>
  parsed(z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER), req.param(name));

const decisionSchema = z
  .strictObject({
    document: sha256,
    finding: z.string().min(1).max(longest),
    action: z.enum(decidingActions),
    reason: z.string().trim().min(1).max(4000).nullable(),
    by: z.string().trim().min(1).max(100),
    seen: z.number().int().min(0),
  })
  .refine(({ action, reason }) => reason !== null || (action !== 'dismiss' && action !== 'comment'), {
    path: ['reason'],
  });

/** A decision that a page sent. Throws DESK_QUERY, also for a dismissal without a reason. */
export async function decisionOf({ req }: Context): Promise<DecisionAsked> {
  const body: unknown = await req.json().catch(() => null);
  return parsed(decisionSchema, body);
}
