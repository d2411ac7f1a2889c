import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { address, invite, patience } from './a-desk.js';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
/** Whether a browser is installed to drive the page with. */
export const hasBrowser = executablePath !== undefined;

const flags =
  '--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync --disable-quic --no-first-run';

/** A page of the desk in a real browser, on which nothing may go wrong: no error, no dialog, no request to elsewhere. */
export function withBrowser(): () => Page {
  let [browser, page]: [Browser | null, Page | null] = [null, null];
  const wrong: string[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: flags.split(' ') });
    page = await browser.newPage({ viewport: { width: 1400, height: 900 }, locale: 'zh-CN' });
    const { origin } = new URL(address());
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('dialog', (dialog) => wrong.push(`dialog ${dialog.message()}`));
    page.on('console', (it) => it.type() === 'error' && wrong.push(it.text()));
    page.on('request', (it) => {
      if (!it.url().startsWith(origin) && !/^(?:blob|data):/.test(it.url())) wrong.push(it.url());
    });
    await page.context().addCookies([{ ...invite(), url: origin, httpOnly: true, sameSite: 'Strict' }]);
    await page.goto(`${origin}/`);
  }, patience);
  afterAll(async () => {
    await browser?.close();
    expect(wrong).toEqual([]);
  });
  return () => {
    if (!page) throw new Error('no page');
    return page;
  };
}
