import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from '../../../src/parse/parse.js';
import { findSoffice } from '../../../src/pipeline/engines/find-soffice.js';
import { compoundFile } from '../compound-file.js';
import { makeDocx, p } from '../docx/make-docx.js';

const file = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), 'gouji-office-test-'));
const usual = process.env['TMPDIR'];
// where conversions work
process.env['TMPDIR'] = folder;
afterAll(() => {
  if (usual === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = usual;
  rmSync(folder, { recursive: true, force: true });
});

/** Its state and codes, then what each block says. */
async function read(name: string, bytes: Uint8Array, soffice: string | null): Promise<readonly string[]> {
  const parsed = await parse(bytes, name, { soffice });
  if (!('document' in parsed)) return [[parsed.state, ...parsed.problems.map(({ code }) => code)].join(' ')];
  const { document, state } = parsed;
  const head = [state, document.format, ...document.problems.map(({ code }) => code)].join(' ');
  return [head, ...document.blocks.map(({ text }) => text)];
}

/** A program that stands in for LibreOffice: `saved` is where it saves. */
function standIn(name: string, script: string): string {
  const path = join(folder, name);
  const taken = 'while [ $# -gt 1 ]; do case "$1" in --convert-to) to=${2%%:*};; --outdir) out=$2;; esac; shift; done';
  writeFileSync(path, `#!/bin/sh\n${taken}\nmkdir -p "$out"; saved=$out/given.$to\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

const text = ['青禾县档案馆2024年度部门决算', '一、收入情况', '本年收入合计120.50万元，支出合计110.50万元。'];
const table = '项目\t金额（万元）\n基本支出\t80.50\n项目支出\t30.00\n合计\t110.50';
const end = '以上数据已经核对。';

describe('without LibreOffice', () => {
  test('a DOC comes to its running text, and its tables are told of', async () => {
    expect(await read('a.doc', file('report.doc'), null)).toEqual(['ok_partial doc DOC_WITHOUT_TABLES', ...text, end]);
  });

  test('a DOC of which nothing can be had', async () => {
    expect(await read('a.doc', compoundFile('WordDocument'), null)).toEqual(['failed FILE_DAMAGED']);
  });

  test('other forms say what they need', async () => {
    expect(await read('a.rtf', file('report.rtf'), null)).toEqual(['unsupported ENGINE_MISSING']);
  });
});

describe('through a program that converts', () => {
  const docx = makeDocx({ body: p('本年收入120.50万元。') });
  writeFileSync(join(folder, 'made.docx'), docx);
  const cases: readonly [why: string, script: string, expected: readonly string[]][] = [
    ['it saves a file', `cp ${folder}/made.docx "$saved"`, ['ok doc CONVERTED', '本年收入120.50万元。']],
    ['it saves nothing', 'echo "Error: source file could not be loaded" >&2', ['failed CONVERSION_FAILED']],
    ['it saves what is no file of that form', 'echo x > "$saved"', ['failed FILE_DAMAGED']],
    ['it dies', 'kill -SEGV $$', ['failed CONVERSION_FAILED']],
    ['it takes too much time', 'kill -XCPU $$', ['limit_exceeded LIMIT_EXCEEDED']],
    [
      'it sees neither our environment nor our input',
      `[ -z "$GOUJI_SECRET" ] && [ -z "$(cat)" ] && cp ${folder}/made.docx "$saved"`,
      ['ok doc CONVERTED', '本年收入120.50万元。'],
    ],
  ];
  test.each(cases)('%s', async (why, script, expected) => {
    process.env['GOUJI_SECRET'] = 'x';
    expect(await read('a.doc', file('report.doc'), standIn(why.replaceAll(' ', '-'), script))).toEqual(expected);
    delete process.env['GOUJI_SECRET'];
  });

  test('a program that is not there', async () => {
    expect(await read('a.doc', file('report.doc'), '/no/such/soffice')).toEqual(['failed CONVERSION_FAILED']);
  });

  test('what it started ends with the process that asked for it, and leaves nothing behind', async () => {
    const soffice = standIn('hangs', `sleep 300 & echo $! > ${folder}/pid; dirname "$out" > ${folder}/out; wait`);
    const module = new URL('../../../dist/parse/office/convert.js', import.meta.url).href;
    const script = `import(${JSON.stringify(module)}).then((it) => it.convert(new Uint8Array(1), 'doc', 'docx', ${JSON.stringify(soffice)}))`;
    const parent = spawn(process.execPath, ['-e', script]);
    await until(() => existsSync(join(folder, 'out')) && readFileSync(join(folder, 'out'), 'utf8').endsWith('\n'));
    const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'));
    const working = readFileSync(join(folder, 'out'), 'utf8').trim();
    expect([isRunning(pid), existsSync(working)]).toEqual([true, true]);
    parent.kill('SIGKILL');
    await until(() => !isRunning(pid) && !existsSync(working));
  });
});

const isRunning = (pid: number): boolean => {
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
};

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; !isSo(); tries++) {
    if (tries > 600) throw new Error('it never came');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const soffice = findSoffice();
describe.skipIf(soffice === null)('through LibreOffice', () => {
  test.each(['doc', 'rtf'])('%s', async (format) => {
    const [head, ...blocks] = await read(`a.${format}`, file(`report.${format}`), soffice);
    expect(head).toBe(`ok ${format} CONVERTED`);
    expect(blocks).toEqual([...text, table, end]);
  });

  test('nothing of a conversion is left', () => {
    expect(readdirSync(folder).filter((name) => name.startsWith('gouji-office-'))).toEqual([]);
  });
});

describe('where LibreOffice is', () => {
  const path = standIn('soffice', '');
  test.each([
    ['on PATH', { PATH: `/no/such:${folder}` }, path],
    ['named', { GOUJI_SOFFICE: path, PATH: '' }, path],
    ['named wrongly', { GOUJI_SOFFICE: '/no/such', PATH: folder }, null],
    ['switched off', { GOUJI_SOFFICE: '', PATH: folder }, null],
    ['nowhere', { PATH: '/no/such' }, null],
  ])('%s', (_, environment, expected) => {
    expect(findSoffice(environment)).toBe(expected);
  });
});
