import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/model/document.js';
import type { Finding } from '../../src/model/report.js';
import { parse } from '../../src/parse/parse.js';
import { examine } from '../../src/pipeline/analyze.js';
import { defaultRulebook } from '../../src/rulebook/rulebook.js';
import { rewritings } from './harmless.js';

const folder = fileURLToPath(new URL('../../fixtures/', import.meta.url));
const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'input.docx')));

function alarms(document: Document): Finding[] {
  const report = examine(document, { file: 'report', sha256: '0'.repeat(64) }, defaultRulebook());
  return report.findings.filter((it) => it.severity === 'error' || it.severity === 'warning');
}

describe.each(names)('%s printed another way', (name) => {
  const parsed = parse(new Uint8Array(readFileSync(join(folder, name, 'input.docx'))), 'input.docx');

  test.each(rewritings)('$name: no new alarm', async ({ apply }) => {
    const result = await parsed;
    if (!('document' in result)) throw new Error(`${name} is not read`);
    const planted = new Set(alarms(result.document).flatMap((it) => it.evidence.map((quoted) => quoted.block)));
    const found = alarms(apply(result.document)).filter((it) => !it.evidence.some(({ block }) => planted.has(block)));
    expect(found.map((it) => `${it.severity} ${it.rule}: ${it.arithmetic || it.message}`)).toEqual([]);
  });
});
