import { Hono } from 'hono';
import type { DecisionTaken } from '../../model/desk.js';
import type { Desk } from '../desk.js';
import { decisionOf } from '../query.js';

/** Takes a decision: the only thing that the page writes. Someone else's since the page was drawn is a conflict, and nothing is lost. */
export function decisionRoutes({ openForWriting, overview }: Desk): Hono {
  return new Hono().post('/decisions', async (context) => {
    const { document: sha256, ...asked } = await decisionOf(context);
    const store = openForWriting();
    try {
      const [event] = await store.decide([{ ...asked, sha256, at: new Date().toISOString() }]);
      if (!event) throw new Error('a decision is an event');
      overview.take(event);
      const taken: DecisionTaken = { event };
      return context.json(taken);
    } finally {
      await store.close();
    }
  });
}
