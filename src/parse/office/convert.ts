import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { damaged, limitExceeded, ParseFailure } from '../failure.js';
import { lockedDown } from './profile.js';

/** What LibreOffice writes for us to read. */
export type Into = 'docx' | 'xlsx';

const filters: Readonly<Record<Into, string>> = { docx: 'MS Word 2007 XML', xlsx: 'Calc MS Excel 2007 XML' };

/** Processor seconds, kilobytes of address space and half-kilobyte blocks of a file that a conversion may take. */
const limits = { seconds: 120, kilobytes: 6 * 1024 * 1024, blocks: 2 * 1024 * 1024 };
/** A conversion that waits for something, and so takes no processor time, ends after this many milliseconds. */
const patience = 300_000;
const mostSaid = 2000;

/**
 * Runs a command in bounds and ends everything that it started when it is done, when standard input ends (its parent died or
 * gave up), and then removes the folder. Arguments: seconds, kilobytes, blocks, folder, command…
 */
const guard = `
ulimit -t "$1"; ulimit -v "$2"; ulimit -f "$3"; folder=$4; shift 4
exec 3<&0
"$@" </dev/null 3<&- &
child=$!
( read -r _ <&3; trap '' TERM; kill -TERM 0; sleep 1; rm -rf "$folder"; kill -KILL 0 ) >/dev/null 2>&1 &
wait "$child"
`;

interface Ran {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly said: string;
  readonly late: boolean;
}

function run(command: readonly string[], folder: string): Promise<Ran> {
  const bounds = [limits.seconds, limits.kilobytes, limits.blocks].map(String);
  // a group of its own, which its guard ends as a whole
  const child = spawn('/bin/sh', ['-c', guard, 'gouji', ...bounds, folder, ...command], {
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: folder, TMPDIR: folder, LC_ALL: 'C.UTF-8' },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-mostSaid)));
  }
  child.stdin.on('error', () => {});
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.stdin.end();
  }, patience);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      child.stdin.end();
      resolve({ code, signal, said, late });
    });
  });
}

/** 128 and the number of the signal that ended it, as a shell tells it: XCPU, KILL and XFSZ are those of the limits. */
const limitCodes: ReadonlySet<number | null> = new Set([152, 137, 153]);

/**
 * A file as LibreOffice at `soffice` saves it in a form that is read here, in a profile of its own, without macros, links and
 * network. Throws a ParseFailure where it cannot, or takes too much.
 */
export async function convert(bytes: Uint8Array, extension: string, into: Into, soffice: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'gouji-office-'));
  try {
    const [profile, given] = [join(folder, 'profile'), join(folder, `given.${extension}`)];
    await mkdir(join(profile, 'user'), { recursive: true });
    await writeFile(join(profile, 'user', 'registrymodifications.xcu'), lockedDown);
    await writeFile(given, bytes);
    const options = ['--headless', '--norestore', '--nologo', '--nolockcheck', '--nodefault'];
    const asked = ['--convert-to', `${into}:${filters[into]}`, '--outdir', join(folder, 'out'), given];
    const ran = await run(
      [soffice, `-env:UserInstallation=${pathToFileURL(profile).href}`, ...options, ...asked],
      folder,
    );
    if (ran.late) throw limitExceeded('LibreOffice seconds', `> ${patience / 1000}`);
    if (limitCodes.has(ran.code)) throw limitExceeded('LibreOffice', `exit ${ran.code}`);
    try {
      return new Uint8Array(await readFile(join(folder, 'out', `given.${into}`)));
    } catch {
      throw refused(ran);
    }
  } catch (error) {
    if (error instanceof ParseFailure || !(error instanceof Error && 'syscall' in error)) throw error;
    throw damaged(error.message);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function refused({ code, signal, said }: Ran): ParseFailure {
  const reason = said.split('\n').findLast((line) => /error/i.test(line)) ?? `exit ${signal ?? code}`;
  return new ParseFailure('failed', 'CONVERSION_FAILED', { reason: reason.trim() });
}
