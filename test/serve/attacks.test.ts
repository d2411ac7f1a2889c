import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import type { FindingPage } from '../../src/model/desk.js';
import { faultyReport } from '../cli/gouji.js';
import { address, ask, own, withDesk, write } from './a-desk.js';

const script = '<script>alert(1)</script><img src=x onerror=alert(2)>';
withDesk({ 'report.txt': faultyReport, 'hostile.txt': `${faultyReport.replaceAll('林业局', '水务局')}\n${script}\n` });

const page = async (query = ''): Promise<FindingPage> => (await ask(`/api/findings${query}`)).json<FindingPage>();
const decision = async () => {
  const [row] = (await page()).rows;
  if (!row) throw new Error('no finding');
  const { finding, document } = row;
  return { document: document.sha256, finding, action: 'confirm', reason: null, by: 'X', seen: 0 };
};
const status = async (answer: Promise<{ readonly status: number }>): Promise<number> => (await answer).status;

describe('who is not invited', () => {
  test('reads nothing without the cookie, neither page nor data', async () => {
    for (const path of ['/', '/api/desk', '/api/findings', '/api/runs'])
      expect([path, await status(ask(path, { headers: { cookie: '' } }))]).toEqual([path, 401]);
    expect(await status(ask('/api/findings', { headers: { cookie: 'gouji=x' } }))).toBe(401);
  });

  test('gets in once by the address and not again', async () => {
    const { pathname, search } = new URL(address());
    expect((await ask(pathname + search)).json<{ code: string }>().code).toBe('DESK_UNINVITED');
    expect(await status(ask('/start?token='))).toBe(401);
    expect(await status(ask('/start'))).toBe(401);
  });
});

test('a name that was made to lead here is refused before anything else (DNS rebinding)', async () => {
  const { port } = new URL(address());
  for (const host of [
    'evil.test',
    `evil.test:${port}`,
    '127.0.0.1',
    `127.0.0.1:${Number(port) + 1}`,
    `127.0.0.1.evil.test:${port}`,
  ]) {
    const answer = await ask('/api/findings', { headers: { host } });
    expect([host, answer.status, answer.json<{ code: string }>().code]).toEqual([host, 421, 'DESK_REFUSED']);
  }
  expect(await status(ask('/api/findings', { headers: { host: `localhost:${port}` } }))).toBe(200);
});

describe('another site', () => {
  const hostile: readonly [why: string, headers: Record<string, string>][] = [
    ['foreign origin', { origin: 'https://evil.test' }],
    ['opaque origin', { origin: 'null' }],
    ['the same host at another port', { origin: 'http://127.0.0.1:1' }],
    ['cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['same-site, which another port is', { 'sec-fetch-site': 'same-site' }],
    ['a form, as text', { 'content-type': 'text/plain' }],
    ['a form, encoded', { 'content-type': 'application/x-www-form-urlencoded' }],
  ];
  test.each(hostile)('decides nothing: %s', async (_why, headers) => {
    expect(await status(write(await decision(), headers))).toBe(403);
    expect((await page()).rows.map((it) => it.status)).toEqual(['open', 'open']);
  });

  test('decides nothing without the header that forms cannot send', async () => {
    const headers = { 'content-type': 'application/json', origin: own(), 'sec-fetch-site': 'same-origin' };
    const body = JSON.stringify(await decision());
    expect(await status(ask('/api/decisions', { method: 'POST', headers, body }))).toBe(403);
    expect(await status(ask('/api/decisions', { method: 'GET' }))).toBe(404);
  });

  test.each(['cross-site', 'same-site'])('reads nothing: %s', async (site) => {
    expect(await status(ask('/api/findings', { headers: { 'sec-fetch-site': site } }))).toBe(403);
  });
});

test('no path leads out of what the page is made of', async () => {
  const ups = ['..', '%2e%2e', '.%2e', '..%2f', '%2e%2e%2f', '..%5c', '..\\', '%c0%ae%c0%ae', '....//', '..;'];
  const ends = ['package.json', 'etc/passwd', 'dist/cli/main.js', 'gouji.db', 'report.txt'];
  const starts = ['/', '/assets/', '/pdfjs/', '/api/', '/api/documents/', '//', '/pdfjs/cmaps/'];
  const paths = starts.flatMap((start) =>
    ups.flatMap((up) => ends.map((end) => `${start}${`${up}/`.repeat(4)}${end}`)),
  );
  paths.push('/%00', '/index.html%00.js', `/${'a'.repeat(8000)}`, '/pdfjs/package.json', '/file:///etc/passwd');
  for (const path of paths) {
    const answer = await ask(path);
    expect([path, [400, 404].includes(answer.status)]).toEqual([path, true]);
    expect(answer.text).not.toContain('root:');
  }
});

test('every answer forbids scripts but its own, frames, and being kept', async () => {
  for (const path of ['/', '/api/findings', '/nowhere']) {
    const { headers } = await ask(path);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['access-control-allow-origin']).toBeUndefined();
  }
  const { pathname } = new URL(address());
  expect((await ask(pathname)).headers['set-cookie']).toBeUndefined();
});

describe('requests out of all measure', () => {
  test('a body too large, or not what it should be', async () => {
    const large = await write({ reason: 'x'.repeat(70_000) });
    expect([large.status, large.json<{ code: string }>().code]).toEqual([413, 'DESK_BODY_LARGE']);
    for (const body of [
      null,
      [],
      'x',
      1,
      {},
      { ...(await decision()), action: 'delete' },
      { ...(await decision()), more: 1 },
    ])
      expect((await write(body)).json<{ code: string }>().code).toBe('DESK_QUERY');
    expect(await status(write({ ...(await decision()), action: 'dismiss' }))).toBe(400);
  });

  test('200 hostile filters are answered, and change nothing', async () => {
    const pieces = [
      "'",
      '"',
      ';',
      '--',
      '/*',
      '\\',
      '%',
      '*',
      '(',
      ')',
      'OR 1=1',
      'DROP TABLE findings',
      '\0',
      '￿',
      'NEAR(',
    ];
    const before = await page();
    for (let i = 0; i < 200; i++) {
      const value = [0, 1, 2].map((n) => pieces[(i * 7 + n * (i + 3)) % pieces.length]).join(' ');
      const name = ['q', 'rule', 'year', 'organisation', 'kind', 'status', 'document', 'limit'][i % 8] ?? 'q';
      const answer = await ask(`/api/findings?${name}=${encodeURIComponent(value)}`);
      expect([name, value, [200, 400].includes(answer.status)]).toEqual([name, value, true]);
      if (answer.status === 200) expect(answer.json<FindingPage>().total).toBe(0);
    }
    expect(await page()).toEqual(before);
  });

  test('more values, longer ones, and rows without end are refused', async () => {
    expect(await status(ask(`/api/findings?q=${'x'.repeat(201)}`))).toBe(400);
    expect(await status(ask(`/api/findings?${'rule=x&'.repeat(51)}`))).toBe(400);
    expect(await status(ask('/api/findings?limit=100000'))).toBe(400);
    expect(await status(ask('/api/findings?offset=-1'))).toBe(400);
  });

  test('a client that sends its request for ever is left', { timeout: 30_000 }, async () => {
    const { port } = new URL(address());
    const socket = connect(Number(port), '127.0.0.1');
    socket.write('GET / HTTP/1.1\r\n');
    const drip = setInterval(() => socket.write('x'), 500);
    socket.on('error', () => {});
    await new Promise((resolve) => socket.on('close', resolve));
    clearInterval(drip);
  });
});

test('markup in a document is text in the data, and its file cannot be opened as a page', async () => {
  const found = await page(`?q=hostile`);
  const sha256 = found.rows[0]?.document.sha256 ?? '';
  const detail = await ask(`/api/documents/${sha256}`);
  expect(detail.headers['content-type']).toContain('application/json');
  expect(detail.text).toContain('<script>alert(1)');
  const source = await ask(`/api/documents/${sha256}/source`);
  expect(source.headers['content-type']).toBe('application/octet-stream');
  expect(source.headers['content-disposition']).toBe('attachment');
});
