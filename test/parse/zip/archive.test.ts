import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ParseFailure } from '../../../src/parse/failure.js';
import { openArchive } from '../../../src/parse/zip/archive.js';

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

function failure(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof ParseFailure) return `${error.state} ${JSON.stringify(error.params)}`;
    throw error;
  }
  return 'none';
}

/** Offset of the nth central directory header. */
function central(zip: Uint8Array, nth: number): number {
  const hits = [...zip.keys()].filter(
    (i) => zip[i] === 0x50 && zip[i + 1] === 0x4b && zip[i + 2] === 1 && zip[i + 3] === 2,
  );
  return hits[nth] ?? -1;
}

function patched(zip: Uint8Array, at: number, ...bytes: number[]): Uint8Array {
  const copy = zip.slice();
  copy.set(bytes, at);
  return copy;
}

/** Letters in no order, the same on every run. */
function noiseOf(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => (state = (state * 48_271) % 2_147_483_647) % 26).map((n) => n + 97);
}

const two = zipSync({ 'word/a.xml': strToU8('甲'.repeat(100)), 'b.xml': [strToU8('乙'), { level: 0 }] });

describe('openArchive', () => {
  it('reads packed and stored entries, in any case and with either slash', () => {
    const archive = openArchive(two);
    expect(archive.names).toEqual(['word/a.xml', 'b.xml']);
    expect(text(archive.read('WORD/A.xml')?.bytes)).toBe('甲'.repeat(100));
    expect(archive.read('b.xml')).toEqual({ bytes: strToU8('乙'), fault: null });
    expect(archive.read('c.xml')).toBeNull();
    expect(openArchive(zipSync({ 'word\\a.xml': strToU8('x') })).has('word/a.xml')).toBe(true);
  });

  it('keeps names as keys only, however they try to climb', () => {
    const names = ['../../etc/passwd', '/abs', 'C:\\x', 'nul\u0000', '\u202Efdp.exe'];
    const archive = openArchive(zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')]))));
    expect(archive.names).toHaveLength(names.length);
    expect(archive.has('etc/passwd')).toBe(false);
  });

  it('finds entries without a directory, and the beginning of one that was cut', () => {
    const archive = openArchive(two.slice(0, central(two, 0)));
    expect(archive.salvaged).toBe(true);
    expect(text(archive.read('word/a.xml')?.bytes)).toBe('甲'.repeat(100));
    const noise = noiseOf(40_000);
    const long = zipSync({ 'a.xml': noise });
    const half = openArchive(long.slice(0, long.length >> 1)).read('a.xml');
    expect(half?.fault).not.toBeNull();
    expect(half?.bytes.length).toBeGreaterThan(1000);
    expect(noise.slice(0, half?.bytes.length)).toEqual(half?.bytes);
  });

  it('notices a changed byte by its checksum', () => {
    const stored = zipSync({ 'a.xml': [strToU8('12345678'), { level: 0 }] });
    const at = 30 + 'a.xml'.length;
    expect(openArchive(patched(stored, at, 0x39)).read('a.xml')).toEqual({
      bytes: strToU8('92345678'),
      fault: 'checksum',
    });
  });

  it('says what is not there to be read', () => {
    expect(failure(() => openArchive(strToU8('PK\u0003\u0004')))).toBe('failed {"reason":"ZIP"}');
    const locked = patched(two, central(two, 0) + 8, 1);
    expect(failure(() => openArchive(locked).read('word/a.xml'))).toBe('encrypted {}');
    const odd = patched(two, central(two, 0) + 10, 12);
    expect(openArchive(odd).read('word/a.xml')?.fault).toBe('packing method 12');
  });
});

const fileNamed = (name: string): [string, Uint8Array] => [name, strToU8('x')];

describe('bombs', () => {
  const zeros = new Uint8Array(4 * 1024 * 1024);
  const bomb = zipSync({ 'a.xml': zeros });

  it('stops at the ratio, whatever size is declared', () => {
    expect(failure(() => openArchive(bomb).read('a.xml'))).toMatch(/^limit_exceeded .*ZIP ratio/);
    const lying = patched(bomb, central(bomb, 0) + 24, 10, 0, 0, 0);
    expect(failure(() => openArchive(lying).read('a.xml'))).toMatch(/^limit_exceeded .*ZIP ratio/);
  });

  it('looks at a beginning without unpacking the rest', () => {
    const noise = noiseOf(400_000);
    const start = openArchive(zipSync({ 'a.xml': noise })).peek('a.xml', 100);
    expect(start?.length).toBeGreaterThanOrEqual(100);
    expect(start?.length).toBeLessThan(noise.length / 2);
  });

  it.each([
    ['an entry too large', patched(bomb, central(bomb, 0) + 24, 0, 0, 0, 0x20), 'ZIP entry size'],
    [
      'two entries of one name',
      zipSync({ 'word/document.xml': strToU8('a'), 'Word/document.xml': strToU8('b') }),
      'ZIP duplicate part',
    ],
    [
      'too many entries',
      zipSync(Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => fileNamed(`${i}`)))),
      'ZIP entries',
    ],
    ['entries that share their bytes', patched(two, central(two, 1) + 42, 0, 0, 0, 0), 'ZIP overlap'],
  ])('refuses %s', (_, zip, limit) => {
    expect(failure(() => openArchive(zip))).toContain(`limit_exceeded {"limit":"${limit}"`);
  });

  it('refuses a package that is too large in sum', () => {
    const many = zipSync(Object.fromEntries(['a', 'b', 'c'].map(fileNamed)));
    const large = [0, 1, 2].reduce<Uint8Array>((zip, nth) => patched(zip, central(zip, nth) + 24, 0, 0, 0, 0x0c), many);
    expect(failure(() => openArchive(large))).toContain('ZIP total size');
  });
});
