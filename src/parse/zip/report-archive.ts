import { damaged, encrypted } from '../failure.js';
import { isPackage } from '../package-type.js';
import { entriesOf } from './archive.js';
import type { ZipEntry } from './directory.js';
import { Budget, inflate } from './inflate.js';
import { memberNames } from './member-name.js';

/** A file that was packed into an archive. Its name is a label: nothing is ever written to disk by it. */
export interface Member {
  /** Path in the archive with forward slashes, without a step upwards. */
  readonly name: string;
  /** As the archive claims. */
  readonly size: number;
  /** Where its packed bytes lie in the archive. */
  readonly entry: ZipEntry;
  /** About the first `most` bytes; empty where they cannot be had. Throws a ParseFailure for a limit. */
  peek(most: number): Uint8Array;
  /** Throws a ParseFailure for a limit, a password, or bytes that are not those that were packed. */
  unpack(): Uint8Array;
}

/** Files that were packed together, in order of their names. */
export interface ReportArchive {
  readonly members: readonly Member[];
  /** True when the directory was lost and the files were found one by one. */
  readonly salvaged: boolean;
  /** What may still be unpacked, from this archive and from those in it. */
  readonly budget: Budget;
}

const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && bytes[3] === bytes[2] + 1;

/** An entry's bytes. Throws a ParseFailure for a limit, a password, or bytes that are not those that were packed. */
export function unpackEntry(archive: Uint8Array, entry: ZipEntry, budget: Budget): Uint8Array {
  if (entry.encrypted) throw encrypted();
  const { bytes, fault } = inflate(archive, entry, budget);
  if (fault !== null) throw damaged(fault);
  return bytes;
}

function memberOf(archive: Uint8Array, entry: ZipEntry, name: string, budget: Budget): Member {
  return {
    name,
    size: entry.size,
    entry,
    peek: (most) => (entry.encrypted ? new Uint8Array() : inflate(archive, entry, budget, most).bytes),
    unpack: () => unpackEntry(archive, entry, budget),
  };
}

/**
 * The files in a ZIP that was packed of several; null for bytes that are no ZIP or one document in parts (DOCX, OFD, …).
 * What members unpack is taken from `budget`. Throws a ParseFailure for a limit.
 */
export function openReportArchive(bytes: Uint8Array, budget: Budget = new Budget()): ReportArchive | null {
  if (!isZip(bytes)) return null;
  const { entries, salvaged } = entriesOf(bytes);
  const files = entries.filter(({ name }) => !name.endsWith('/'));
  if (files.length === 0 || isPackage(files.map(({ name }) => name))) return null;
  const names = memberNames(files.map(({ name }) => name));
  const members = files.map((entry, i) => memberOf(bytes, entry, names[i] ?? entry.name, budget));
  return { members: members.sort((a, b) => (a.name < b.name ? -1 : 1)), salvaged, budget };
}
