import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { faultyReport } from '../cli/gouji.js';
import { patience, withDesk } from './a-desk.js';
import { hasBrowser, withBrowser } from './browser.js';

const fixture = (path: string): Buffer => readFileSync(new URL(`../../fixtures/${path}`, import.meta.url));
const script = '<img src=x onerror=alert(1)><script>alert(2)</script>';

describe.skipIf(!hasBrowser)('the page in a browser', () => {
  withDesk({
    'a.txt': `${faultyReport}\n${script}\n`,
    'slip.pdf': fixture('self-evaluation-unit-slip/input.pdf'),
    'slip.docx': fixture('project-score-table/input.docx'),
    'total.docx': fixture('final-accounts-table-total/input.docx'),
  });
  const page = withBrowser();
  const shot = (name: string) => page().screenshot({ path: `out/desk-${name}.png` });

  test('lists what was found, and j shows the first with its operands marked', async () => {
    await page().waitForSelector('.row');
    await page().keyboard.press('j');
    await page().waitForSelector('.right h2');
    await page().waitForSelector('.mark.operand');
    expect(await page().locator('.mark.suspect').count()).toBeGreaterThan(0);
    await shot('text');
  });

  test('markup of a document is words on the page', async () => {
    await page().fill('input[type=search]', '林业局');
    await expect.poll(() => page().locator('.row').count()).toBe(1);
    await page().locator('.row').click();
    await page().waitForSelector('.sheet');
    await expect.poll(() => page().locator('.sheet').innerText()).toContain('<script>alert(2)</script>');
    expect(await page().locator('.sheet img, .sheet script').count()).toBe(0);
    expect(new URL(page().url()).searchParams.get('q')).toBe('林业局');
  });

  test('a confirms, d asks for a reason, u takes it back, and a reload shows the same', async () => {
    const status = () => page().locator('.right .status').innerText();
    await page().keyboard.press('a');
    await expect.poll(status).toBe('已确认');
    await page().keyboard.press('d');
    await page().fill('.reason textarea', '口径不同');
    await page().keyboard.press('Enter');
    await expect.poll(status).toBe('已排除');
    await page().keyboard.press('u');
    await expect.poll(status).toBe('已确认');
    await page().reload();
    await expect.poll(status).toBe('已确认');
    expect(await page().locator('.right pre').first().innerText()).toContain('口径不同');
  });

  test('keys are silent while an input method composes', async () => {
    await page().evaluate("void dispatchEvent(new KeyboardEvent('keydown', { key: '?', isComposing: true }))");
    expect(await page().locator('dialog').count()).toBe(0);
    await page().keyboard.press('?');
    await page().waitForSelector('dialog[open]');
    await shot('keys');
    await page().keyboard.press('Escape');
    await expect.poll(() => page().locator('dialog').count()).toBe(0);
  });

  test('a PDF is drawn with a box over each figure, which grows with the page', async () => {
    await page().fill('input[type=search]', 'slip.pdf');
    await expect.poll(() => page().locator('.row').count()).toBe(3);
    await page().locator('.row').first().click();
    await page().waitForSelector('.pdf-page canvas');
    await page().waitForSelector('.box.operand');
    await page().waitForTimeout(1500);
    const width = async (): Promise<number> => (await page().locator('.box.operand').first().boundingBox())?.width ?? 0;
    const before = await width();
    await shot('pdf');
    await page().getByLabel('放大').click();
    await expect.poll(async () => (await width()) / before).toBeCloseTo(1.25, 1);
    const drawn = await page().evaluate(`(() => {
      const canvas = document.querySelector('canvas');
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      return data.some((it, at) => at % 4 === 0 && it < 100);
    })()`);
    expect(drawn).toBe(true);
  });

  test('a DOCX is shown as it was written, with the operands marked', { timeout: 2 * patience }, async () => {
    await page().fill('input[type=search]', 'total.docx');
    await expect
      .poll(() => page().locator('.row').allInnerTexts())
      .toEqual([expect.stringContaining('文化广电和旅游局'), expect.stringContaining('文化广电和旅游局')]);
    await page().locator('.row').first().click();
    await page().waitForSelector('.sheet.word .mark.operand', { timeout: patience });
    await shot('docx');
    await page().keyboard.press('t');
    await page().waitForSelector('.sheet table caption, .sheet .heading');
    await page().keyboard.press('t');
  });

  test('facets narrow the list and stand in the address; English, reports and imports', async () => {
    await page().fill('input[type=search]', '');
    await page().locator('.facets label', { hasText: '已确认' }).click();
    await expect.poll(() => page().locator('.row').count()).toBe(1);
    expect(new URL(page().url()).searchParams.get('status')).toBe('confirmed');
    await page().getByText('清除筛选').click();
    await page().getByRole('button', { name: 'EN', exact: true }).click();
    await page().getByRole('button', { name: 'Reports' }).click();
    await page().emulateMedia({ colorScheme: 'dark' });
    await expect.poll(() => page().locator('.row').count()).toBe(4);
    await page().locator('.row').first().click();
    await expect.poll(() => page().locator('.right').innerText()).toContain('What was checked');
    // choosing leaves the list as it is
    expect(await page().locator('.row').count()).toBe(4);
    await shot('dark');
    await page().getByRole('button', { name: 'Imports' }).click();
    await page().waitForSelector('.runs article');
  });
});
