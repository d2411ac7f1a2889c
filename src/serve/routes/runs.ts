import { Hono } from 'hono';
import { say } from '../../model/catalogue.js';
import type { RunFile, RunLine } from '../../model/desk.js';
import type { Desk } from '../desk.js';
import { numberOf } from '../query.js';
import { languageOf } from '../refusal.js';

const mostRuns = 100;
const mostFiles = 1000;
const failing = ['failed', 'limit_exceeded', 'encrypted', 'unsupported', 'ok_partial', 'wordless'] as const;

/** Imports, and what became of the files of one that were not read, or not all of them. */
export function runRoutes({ store }: Desk): Hono {
  return new Hono()
    .get('/runs', async (context) => {
      const runs = await store.runs({ most: mostRuns });
      const lines = runs.map(({ run, startedAt, endedAt, ended, files, left, counts, paths }): RunLine => ({
        run,
        startedAt,
        endedAt,
        ended,
        files,
        left,
        counts,
        paths,
      }));
      return context.json({ runs: lines });
    })
    .get('/runs/:run/files', async (context) => {
      const run = numberOf(context, 'run');
      const language = languageOf(context);
      const files: RunFile[] = [];
      for await (const { path, state, code, params } of store.files({ run, states: failing })) {
        files.push({ path, state, code, message: code === null ? '' : say(code, params, language) });
        if (files.length >= mostFiles) break;
      }
      return context.json({ files });
    });
}
