import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { ended, main, type Ended } from '../cli/gouji.js';

let folder = '';
let served: ChildProcess | null = null;
let url = '';
let cookie = '';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly json: <T>() => T;
}

/** A request exactly as it is given: unlike fetch it sends any header and any path. */
export function ask(
  path: string,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  const { port } = new URL(address());
  return new Promise((resolve, reject) => {
    // Node sends no other characters as they are
    const sent = path.replace(/[^\x20-\x7e]+/g, encodeURIComponent);
    const all = { host: `127.0.0.1:${port}`, cookie, ...headers };
    const out = request({ host: '127.0.0.1', port, path: sent, method, headers: all }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part));
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          text,
          json: <T>() => JSON.parse(text) as T,
        }),
      );
    });
    out.on('error', reject);
    out.end(body);
  });
}

export const own = (): string => new URL(address()).origin;

/** A write as the page sends it. */
export const write = (body: unknown, headers: Record<string, string> = {}): Promise<Answer> =>
  ask('/api/decisions', {
    method: 'POST',
    body: JSON.stringify(body),
    headers: {
      'content-type': 'application/json',
      origin: own(),
      'sec-fetch-site': 'same-origin',
      'x-gouji': '1',
      ...headers,
    },
  });

/** The address that the desk printed, with its token. */
export const address = (): string => url;
export const file = (name: string): string => join(folder, name);
const database = (): string => join(`${folder}-data`, 'gouji.db');

/** The cookie of the session. */
export function invite(): { readonly name: string; readonly value: string } {
  const [name = '', value = ''] = cookie.split('=');
  return { name, value };
}

const run = (args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [main, ...args], { cwd: folder, env: { PATH: process.env['PATH'], LANG: 'C' } });
export const gouji = (...args: string[]): Promise<Ended> => ended(run([...args, '--db', database()]));

/** Milliseconds to import and start on a busy machine. */
export const patience = 120_000;

/** Opens a desk over files for the tests of one file, and gives its cookie to every request. */
export function withDesk(files: Readonly<Record<string, string | Uint8Array>>): void {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'gouji-desk-'));
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    await gouji('import', folder);
    served = run(['--lang', 'zh', 'serve', '--no-open', '--by', '审计组', '--db', database()]);
    const [line] = (await once(served.stdout ?? served, 'data')) as [Buffer];
    url = line.toString().trim();
    const { pathname, search } = new URL(url);
    const started = await ask(pathname + search);
    cookie = String(started.headers['set-cookie']).split(';')[0] ?? '';
  }, patience);
  afterAll(async () => {
    if (served?.kill('SIGTERM')) await once(served, 'close');
    for (const it of [folder, `${folder}-data`]) rmSync(it, { recursive: true, force: true });
  });
}
