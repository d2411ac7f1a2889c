import { crc32, inflateRawSync } from 'node:zlib';
import { Inflate } from 'fflate';
import { limitExceeded } from '../failure.js';
import { zipLimits } from './limits.js';
import type { ZipEntry } from './directory.js';

export interface Unpacked {
  readonly bytes: Uint8Array;
  /** What is wrong with the entry, when something is: `bytes` is then what came before the fault. */
  readonly fault: string | null;
}

/** Packed bytes pushed at a time: deflate expands at most 1032-fold, so one push stays under 17 MB. */
const step = 16 * 1024;

/** Counts what a whole package has unpacked so far. */
export class Budget {
  private rest: number = zipLimits.totalBytes;

  get left(): number {
    return this.rest;
  }

  spend(count: number): void {
    this.rest -= count;
    if (this.rest < 0) throw limitExceeded('ZIP total size', `> ${zipLimits.totalBytes}`);
  }
}

function checkGrowth(name: string, unpacked: number, packed: number): void {
  if (unpacked > zipLimits.entryBytes) throw limitExceeded('ZIP entry size', `${name} > ${zipLimits.entryBytes}`);
  if (unpacked > zipLimits.ratioFrom && unpacked > packed * zipLimits.ratio) {
    throw limitExceeded('ZIP ratio', `${name} > ${zipLimits.ratio}`);
  }
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

interface Stream {
  readonly chunks: Uint8Array[];
  length: number;
}

/** Pushes step by step until the data ends, `most` bytes have come or a limit throws. Gives the fault, if any. */
function pump(packed: Uint8Array, entry: ZipEntry, budget: Budget, most: number, out: Stream): string | null {
  const inflater = new Inflate((chunk) => {
    out.chunks.push(chunk);
    out.length += chunk.length;
    budget.spend(chunk.length);
  });
  // The end is told by itself: data that was cut has then already given what it holds.
  for (let at = 0; at < packed.length + step && out.length < most; at += step) {
    try {
      inflater.push(packed.subarray(at, at + step), at >= packed.length);
    } catch (error) {
      // fflate's own faults carry a number as their code; a limit is ours and goes on.
      if (error instanceof Error && typeof (error as { code?: unknown }).code === 'number') return error.message;
      throw error;
    }
    checkGrowth(entry.name, out.length, Math.min(at + step, packed.length));
  }
  return null;
}

function faultOf(entry: ZipEntry, bytes: Uint8Array): string | null {
  return entry.crc === null || crc32(bytes) === entry.crc ? null : 'checksum';
}

/**
 * A sound entry in one step, as long as it keeps all limits; null for any other, which is then unpacked step by step, so
 * that what a damaged one holds is kept and a limit is named.
 */
function inOneStep(packed: Uint8Array, entry: ZipEntry, budget: Budget): Uint8Array | null {
  if (entry.crc === null) return null;
  const most = Math.min(
    entry.size,
    zipLimits.entryBytes,
    budget.left,
    Math.max(packed.length * zipLimits.ratio, zipLimits.ratioFrom),
  );
  try {
    const bytes = inflateRawSync(packed, { maxOutputLength: most });
    if (crc32(bytes) !== entry.crc) return null;
    budget.spend(bytes.length);
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  } catch {
    return null;
  }
}

/** Unpacks one entry inside the limits, at most about `most` bytes of it. Never throws for damaged data, only for a limit. */
export function inflate(archive: Uint8Array, entry: ZipEntry, budget: Budget, most = Infinity): Unpacked {
  const packed = archive.subarray(entry.start, entry.start + entry.packedSize);
  const cut = entry.start + entry.packedSize > archive.length ? 'cut short' : null;
  if (entry.method === 0) {
    const stored = entry.crc === null ? packed : packed.subarray(0, entry.size);
    const bytes = stored.subarray(0, Math.min(stored.length, most));
    budget.spend(bytes.length);
    checkGrowth(entry.name, bytes.length, bytes.length);
    return { bytes, fault: cut ?? (most === Infinity ? faultOf(entry, bytes) : null) };
  }
  if (entry.method !== 8) return { bytes: new Uint8Array(0), fault: `packing method ${entry.method}` };
  const sound = most === Infinity ? inOneStep(packed, entry, budget) : null;
  if (sound !== null) return { bytes: sound, fault: cut };
  const out: Stream = { chunks: [], length: 0 };
  const fault = pump(packed, entry, budget, most, out);
  const bytes = join(out.chunks, out.length);
  if (most !== Infinity) return { bytes, fault: null };
  return { bytes, fault: fault ?? cut ?? faultOf(entry, bytes) };
}
