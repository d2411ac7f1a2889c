import { copyFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import stringWidth from 'string-width';
import { describe, expect, test, vi } from 'vitest';
import { openStore } from '../../src/store/open-store.js';
import { aReport, figure } from '../store/a-report.js';
import { entry, start } from '../store/temp-store.js';
import { faultyReport, here, spawned as gouji, write } from './gouji.js';

// each starts several processes, which takes its time on a busy machine
vi.setConfig({ testTimeout: 240_000 });

const json = (name: string): object => createRequire(import.meta.url)(name) as object;
const fixture = fileURLToPath(new URL('../../fixtures/self-evaluation-unit-slip/input.pdf', import.meta.url));
const markup = `</p><script>alert(1)</script><img src=x onerror=alert(2)>"'\u001b[2J\u202e`;

/** A database with a report whose every text that may be is markup, and one that names a person by number. */
async function hostileDatabase(): Promise<void> {
  const store = openStore(here('out', 'gouji.db'));
  const [finding] = aReport().findings;
  const [first] = finding?.evidence ?? [];
  if (!finding || !first) throw new Error('a report has findings');
  const evidence = { ...first, text: markup, context: `联系人13800138000 ${markup}` };
  const hostile = { ...finding, id: 'hostile', message: markup, arithmetic: markup, steps: [] };
  await store.record(await store.startRun(start), [
    entry(
      aReport({
        file: `${markup.replaceAll('/', '')}.pdf`,
        title: markup,
        organisation: markup,
        figures: [figure('f0'), figure('f2')],
        findings: [{ ...hostile, evidence: [evidence] }],
      }),
      `/r/${markup.replaceAll('/', '')}.pdf`,
    ),
  ]);
  await store.settle();
  await store.close();
}

describe('findings to hand over', () => {
  test('SARIF keeps to its schema, markup, controls and decisions in it', async () => {
    await hostileDatabase();
    await gouji(['review', 'dismiss', '1', '--reason', markup]);
    const log = (await gouji(['findings', '-f', 'sarif'])).out;
    const ajv = new Ajv({ schemaId: 'auto', validateSchema: false });
    ajv.addMetaSchema(json('ajv/lib/refs/json-schema-draft-04.json'));
    const validate = ajv.compile(json('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'));
    const parsed = JSON.parse(log) as { runs: { results: Record<string, unknown>[] }[] };
    expect([validate(parsed), validate.errors]).toEqual([true, null]);
    expect(parsed.runs[0]?.results).toMatchObject([
      {
        ruleId: 'parts-of-total',
        level: 'error',
        partialFingerprints: { 'gouji/v1': 'hostile' },
        suppressions: [{ kind: 'external', status: 'accepted', justification: markup }],
      },
    ]);
    expect(log).not.toContain('\u001b');
    expect(log).toContain('138****8000');
  });

  test('as one page: nothing in it runs or loads, and no text is markup', async () => {
    await hostileDatabase();
    const { out } = await gouji(['findings', '-f', 'html', '--lang', 'en']);
    const tags = new Set([...out.matchAll(/<([a-z0-9]+)/gi)].map(([, name]) => name));
    for (const name of ['script', 'link', 'iframe', 'object', 'form', 'img']) expect(tags).not.toContain(name);
    expect(out).not.toMatch(/<[^>]* on\w+=/);
    expect(out).not.toMatch(/(?!\n)\p{Cc}|\p{Bidi_Control}/u);
    expect(out).toContain(`default-src 'none'`);
    expect(out).toContain('&#60;script&#62;');
    expect([...out.matchAll(/(?:src|href)="(?!data:)/g)]).toEqual([]);
    expect(out).toContain('138****8000');
    expect((await gouji(['findings', '-f', 'html', '--mask', 'none'])).out).toContain('13800138000');
  });

  test('as one page with the pages of a PDF, or why there are none', async () => {
    copyFileSync(fixture, here('report.pdf'));
    await gouji(['import', here('report.pdf')]);
    const { out } = await gouji(['findings', '-f', 'html', '--lang', 'en']);
    const [, png = ''] = /src="data:image\/png;base64,([^"]+)"/.exec(out) ?? [];
    expect(Buffer.from(png, 'base64').subarray(1, 4).toString()).toBe('PNG');
    expect(out).toMatch(/<mark>61.28元<\/mark>/);
    writeFileSync(here('report.pdf'), 'something else');
    const other = (await gouji(['findings', '-f', 'html', '--lang', 'en'])).out;
    expect(other).not.toContain('<img');
    expect(other).toContain('holds something else by now');
  });

  test('a table fits 80 columns, a list ends at its limit and says so', async () => {
    write('a.txt', faultyReport);
    write('b.txt', faultyReport.replaceAll('云溪区', '石桥区').replaceAll('426', '427'));
    await gouji(['import', here('a.txt'), here('b.txt')]);
    const { out } = await gouji(['findings', '--lang', 'zh']);
    expect(Math.max(...out.split('\n').map((it) => stringWidth(it)))).toBeLessThanOrEqual(80);
    expect(out.indexOf('云溪区林业局')).toBeLessThan(out.indexOf('#1'));
    const { out: one, err } = await gouji(['findings', '-f', 'ndjson', '--limit', '1', '--lang', 'en']);
    expect(one.trimEnd().split('\n')).toHaveLength(1);
    expect(err).toContain('The first 1 of 2 findings');
  });

  test('what would mend several claims is said once', async () => {
    const check = await gouji(['check', fixture, '--lang', 'zh', '--fail-on', 'none']);
    expect(check.out.match(/61\.28元若为/g)).toHaveLength(1);
    expect(check.out).not.toContain('若“61.28元”为');
  });
});
