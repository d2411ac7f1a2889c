import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { DeskInfo } from '../model/desk.js';
import { version } from '../model/version.js';
import { pageAssets } from './assets.js';
import type { Desk } from './desk.js';
import { begin, headers, onlyHere, onlyInvited, onlyOurPage } from './guard.js';
import { refusal, refusalOf } from './refusal.js';
import { decisionRoutes } from './routes/decisions.js';
import { documentRoutes } from './routes/documents.js';
import { findingRoutes } from './routes/findings.js';
import { runRoutes } from './routes/runs.js';
import type { Session } from './session.js';

/** Bytes of a write: a decision with the longest comment. */
const largestBody = 64 * 1024;

/** What answers the page. Nothing but the start address is reached without the session's cookie. */
export function appOf(desk: Desk, session: Session, port: () => number): Hono {
  const assets = pageAssets();
  const app = new Hono();
  app.onError((error, context) => refusalOf(context, error));
  app.notFound((context) => refusal(context, 404, 'DESK_NOT_FOUND'));
  app.use(headers, onlyHere(port));
  app.get('/start', (context) => begin(context, session, port()));
  app.use(onlyOurPage, onlyInvited(session, port));
  app.use(
    bodyLimit({
      maxSize: largestBody,
      onError: (context) => refusal(context, 413, 'DESK_BODY_LARGE', { limit: largestBody }),
    }),
  );
  app.get('/api/desk', (context) => {
    const { by, language, store } = desk;
    const info: DeskInfo = { by, language, database: store.path, version: version() };
    return context.json(info);
  });
  for (const routes of [findingRoutes, decisionRoutes, documentRoutes, runRoutes]) app.route('/api', routes(desk));
  app.get('*', (context) => {
    const asset = assets.get(context.req.path);
    if (!asset) return context.notFound();
    return context.body(new Uint8Array(asset.bytes()), 200, {
      'content-type': asset.type,
      'cache-control': asset.lasting ? 'private, max-age=31536000, immutable' : 'no-store',
    });
  });
  return app;
}
