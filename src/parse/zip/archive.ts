import { damaged, encrypted, limitExceeded } from '../failure.js';
import { readDirectory, scanLocalHeaders, type ZipEntry } from './directory.js';
import { Budget, inflate, type Unpacked } from './inflate.js';
import { zipLimits } from './limits.js';

/** A ZIP package in memory. Nothing is ever written to disk by an entry's name. */
export interface Archive {
  /** Names as spelled in the package, directories left out. */
  readonly names: readonly string[];
  /** True when the directory was lost and entries were found one by one. */
  readonly salvaged: boolean;
  has(name: string): boolean;
  /** The entry unpacked; null when there is none of that name. Throws a ParseFailure for a limit or a password. */
  read(name: string): Unpacked | null;
  /** About the first `most` bytes of an entry, without judging the rest. */
  peek(name: string, most: number): Uint8Array | null;
}

/** Part names are compared without case (OPC §6.2.2.3). */
const key = (name: string): string => name.toLowerCase();

function checkDeclared(entries: readonly ZipEntry[]): void {
  let total = 0;
  for (const { name, size } of entries) {
    if (size > zipLimits.entryBytes) throw limitExceeded('ZIP entry size', `${name}: ${size}`);
    total += size;
  }
  if (total > zipLimits.totalBytes) throw limitExceeded('ZIP total size', total);
}

/** Two entries that share packed bytes are how a small file becomes petabytes. */
function checkOverlap(entries: readonly ZipEntry[]): void {
  const ordered = [...entries].sort((a, b) => a.start - b.start);
  ordered.forEach((entry, i) => {
    const next = ordered[i + 1];
    if (next && entry.start + entry.packedSize > next.start - 30) throw limitExceeded('ZIP overlap', next.name);
  });
}

/** Without a directory the first of two equal names counts: a package embedded in this one may have given the second. */
function index(entries: readonly ZipEntry[], salvaged: boolean): Map<string, ZipEntry> {
  const byName = new Map<string, ZipEntry>();
  for (const entry of entries) {
    if (entry.name.endsWith('/')) continue;
    const known = byName.has(key(entry.name));
    if (known && !salvaged) throw limitExceeded('ZIP duplicate part', entry.name);
    if (!known) byName.set(key(entry.name), entry);
  }
  return byName;
}

/** The entries of a ZIP, by its local headers when the directory is gone. Throws a ParseFailure for a limit that they already show. */
export function entriesOf(bytes: Uint8Array): { readonly entries: readonly ZipEntry[]; readonly salvaged: boolean } {
  const directory = readDirectory(bytes);
  const entries = directory ?? scanLocalHeaders(bytes);
  checkDeclared(entries);
  if (directory) checkOverlap(entries);
  return { entries, salvaged: directory === null };
}

/** Opens a ZIP package. Throws a ParseFailure when nothing can be found or a limit is met. */
export function openArchive(bytes: Uint8Array): Archive {
  const { entries, salvaged } = entriesOf(bytes);
  if (entries.length === 0) throw damaged('ZIP');
  const byName = index(entries, salvaged);
  const budget = new Budget();
  const find = (name: string): ZipEntry | null => {
    const entry = byName.get(key(name)) ?? null;
    if (entry?.encrypted) throw encrypted();
    return entry;
  };
  return {
    names: [...byName.values()].map((entry) => entry.name),
    salvaged,
    has: (name) => byName.has(key(name)),
    read: (name) => {
      const entry = find(name);
      return entry && inflate(bytes, entry, budget);
    },
    peek: (name, most) => {
      const entry = find(name);
      return entry && inflate(bytes, entry, budget, most).bytes;
    },
  };
}
