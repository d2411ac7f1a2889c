import { getCookie, setCookie } from 'hono/cookie';
import type { Context, MiddlewareHandler } from 'hono';
import { refusal } from './refusal.js';
import type { Session } from './session.js';

/** The header that a write must have: a form of another site cannot send it. */
const writeHeader = 'x-gouji';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "font-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types desk',
].join('; ');
/** A worker has a policy of its own: that of pdf.js decodes pictures by WebAssembly. */
const workerPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/** Headers of every answer, whatever it is. */
export const headers: MiddlewareHandler = async (context, next) => {
  await next();
  const isWorker = /\/pdf\.worker[^/]*\.mjs$/.test(context.req.path);
  for (const [name, value] of [
    ['content-security-policy', isWorker ? workerPolicy : policy],
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', 'no-referrer'],
    ['cross-origin-resource-policy', 'same-origin'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['x-frame-options', 'DENY'],
    ['permissions-policy', 'camera=(), microphone=(), geolocation=()'],
  ] as const)
    context.res.headers.set(name, value);
  if (!context.res.headers.has('cache-control')) context.res.headers.set('cache-control', 'no-store');
};

/** Names under which this machine calls itself: any other that leads here is that of a site that had it lead here. */
const hosts = (port: number): readonly string[] => [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`];

export function onlyHere(port: () => number): MiddlewareHandler {
  return async (context, next) => {
    if (!hosts(port()).includes(context.req.header('host') ?? '')) return refusal(context, 421, 'DESK_REFUSED');
    return next();
  };
}

const isReading = (method: string): boolean => method === 'GET' || method === 'HEAD';

/** A browser says for which site it asks. Reading is for our page and for the address bar; writing is for our page alone. */
export const onlyOurPage: MiddlewareHandler = async (context, next) => {
  const { req } = context;
  const [site, origin] = [req.header('sec-fetch-site'), req.header('origin')];
  const own = `http://${req.header('host') ?? ''}`;
  const reading = isReading(req.method);
  if (site !== undefined && site !== 'same-origin' && !(reading && site === 'none'))
    return refusal(context, 403, 'DESK_REFUSED');
  if (origin !== undefined && origin !== own) return refusal(context, 403, 'DESK_REFUSED');
  if (reading) return next();
  const type = req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (origin !== own || req.header(writeHeader) === undefined || type !== 'application/json')
    return refusal(context, 403, 'DESK_REFUSED');
  return next();
};

/** Cookies know no ports: the name keeps two desks on one machine apart. */
const cookie = (port: number): string => `gouji-${port}`;

export function onlyInvited(session: Session, port: () => number): MiddlewareHandler {
  return async (context, next) => {
    if (!session.holds(getCookie(context, cookie(port())))) return refusal(context, 401, 'DESK_UNINVITED');
    return next();
  };
}

/** Takes the token of the address for a cookie, and the token out of the address. */
export function begin(context: Context, session: Session, port: number): Response {
  const secret = session.begin(context.req.query('token') ?? '');
  if (secret === null) return refusal(context, 401, 'DESK_UNINVITED');
  setCookie(context, cookie(port), secret, { httpOnly: true, sameSite: 'Strict', path: '/' });
  return context.redirect('/', 303);
}
