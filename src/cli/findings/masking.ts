import type { Given, Io, Option } from '../command.js';
import { oneOf } from '../given.js';

export const maskOption: Option = {
  flags: '--mask <what>',
  about: {
    zh: '身份证号码、电话号码、银行卡号：ids 遮盖（默认），none 照原样',
    en: 'identity, telephone and bank card numbers: ids masks them (default), none leaves them',
  },
};

/** Names and hashes by which things are found again. */
const kept: ReadonlySet<string> = new Set(['sha256', 'id', 'subject', 'finding', 'report', 'path', 'rule']);

export interface Masking {
  readonly text: (text: string) => string;
  /** The same of a value with all texts within it; what things are found by stays as it is. */
  readonly all: <T>(value: T) => T;
  /** Whether a text has what would be masked. */
  readonly concerns: (text: string) => boolean;
}

const nothing: Masking = { text: (text) => text, all: (value) => value, concerns: () => false };

/** What is to be masked in what is handed over. Throws USAGE. */
export async function maskingOf(given: Given, io: Io): Promise<Masking> {
  if (oneOf(given, 'mask', '--mask', ['ids', 'none'] as const, 'ids', io) === 'none') return nothing;
  const { readPersonal } = await import('../../rulebook/personal.js');
  const personal = readPersonal();
  const text = (it: string): string => personal.masked(it);
  return { text, all: (value) => deep(value, text) as typeof value, concerns: (it) => personal.find(it).length > 0 };
}

function deep(value: unknown, text: (text: string) => string): unknown {
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) return value.map((it) => deep(it, text));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, it]) => [key, kept.has(key) && typeof it === 'string' ? it : deep(it, text)]),
  );
}
