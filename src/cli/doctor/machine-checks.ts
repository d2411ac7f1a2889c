import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { defaultLimits } from '../../pipeline/isolate/work.js';
import { reasonOf } from '../../pipeline/import/unreadable.js';
import { bytesText } from '../../report/amount-text.js';
import { megabyte, type Examined } from './examined.js';
import { fileSystemOf } from './store-checks.js';

/** What reports that wait for their turn take beside what is kept in memory. */
const leastTemporary = 256 * megabyte;

export function temporary(folder: string = tmpdir()): Examined {
  try {
    const made = mkdtempSync(join(folder, 'gouji-doctor-'));
    try {
      writeFileSync(join(made, 'probe'), 'x');
    } finally {
      rmSync(made, { recursive: true, force: true });
    }
    const { free } = fileSystemOf(folder);
    const params = { folder, free: bytesText(free) };
    if (free >= leastTemporary) return { check: 'temporary', level: 'ok', key: 'doctorTmpOk', params };
    return { check: 'temporary', level: 'warn', key: 'doctorTmpWarn', params };
  } catch (error) {
    return { check: 'temporary', level: 'fail', key: 'doctorTmpFail', params: { folder, reason: reasonOf(error) } };
  }
}

/** The first that is set counts, as the C library has it. */
export function locale(environment: Readonly<Record<string, string | undefined>> = process.env): Examined {
  const found = environment['LC_ALL'] || environment['LC_CTYPE'] || environment['LANG'] || 'C';
  const params = { locale: found };
  if (/utf-?8/i.test(found)) return { check: 'locale', level: 'ok', key: 'doctorLocaleOk', params };
  return { check: 'locale', level: 'warn', key: 'doctorLocaleWarn', params };
}

/** Bytes that this process and its children may take: those of the machine, or of the container that it is in. */
function memoryLimit(): number {
  const constrained = process.constrainedMemory();
  return constrained > 0 && constrained < totalmem() ? constrained : totalmem();
}

export function memory(bytes: number = memoryLimit(), jobs: number = availableParallelism()): Examined {
  const each = defaultLimits.megabytes * megabyte;
  // the parent takes about half of what a reader may
  const fit = Math.max(1, Math.floor(bytes / each - 0.5));
  const params = { memory: bytesText(bytes), jobs };
  if (fit >= jobs) return { check: 'memory', level: 'ok', key: 'doctorMemoryOk', params };
  return { check: 'memory', level: 'warn', key: 'doctorMemoryWarn', params: { ...params, each: bytesText(each), fit } };
}

export const processors = (): Examined => ({
  check: 'processors',
  level: 'ok',
  key: 'doctorProcessorsOk',
  params: { count: availableParallelism() },
});

const leastFiles = 256;

/** How many files may be open; null where the system does not say. */
export function openFiles(limits: () => string = () => readFileSync('/proc/self/limits', 'utf8')): Examined | null {
  let found: string | undefined;
  try {
    found = /^Max open files\s+(\d+)/m.exec(limits())?.[1];
  } catch {
    return null;
  }
  if (found === undefined) return null;
  const params = { count: Number(found) };
  if (params.count >= leastFiles) return { check: 'files', level: 'ok', key: 'doctorFilesOk', params };
  return { check: 'files', level: 'warn', key: 'doctorFilesWarn', params };
}
