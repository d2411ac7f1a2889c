import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Language } from '../model/catalogue.js';
import { GoujiError } from '../model/error.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import { openStore, openStoreForReading } from '../store/open-store.js';
import { appOf } from './app.js';
import { Overview } from './overview.js';
import { Session } from './session.js';

export interface ServeOptions {
  readonly database: string;
  readonly rulebook: Rulebook;
  /** 0 for any that is free. */
  readonly port: number;
  readonly by: string;
  readonly language: Language;
}

export interface Served {
  /** With the token that opens it, once. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Milliseconds that a decision waits for an import that is writing. */
const patience = 5000;

/**
 * Serves the review page of a database to this machine. Throws STORE_ errors for the database and PORT_TAKEN; answers at once,
 * since it looks at the findings when they are first asked for.
 */
export async function serve({ database, rulebook, port, by, language }: ServeOptions): Promise<Served> {
  const store = openStoreForReading(database, { patience });
  const stopping = new AbortController();
  const openForWriting = () => openStore(database, { patience });
  const overview = new Overview(store);
  const session = new Session();
  let bound = 0;
  const desk = { store, openForWriting, overview, rulebook, by, language, signal: stopping.signal };
  const app = appOf(desk, session, () => bound);
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server;
  Object.assign(server, {
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 5000,
    maxConnections: 200,
  });
  try {
    bound = await listening(server, port);
  } catch (error) {
    await store.close();
    throw error;
  }
  return {
    url: `http://127.0.0.1:${bound}/start?token=${session.token ?? ''}`,
    async close() {
      stopping.abort();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await store.close();
    },
  };
}

function listening(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new GoujiError('PORT_TAKEN', { port, reason: error.code ?? error.message })),
    );
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
