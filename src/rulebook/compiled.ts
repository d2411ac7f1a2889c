import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The compiled rules of the last build, also for sources that are run as they stand: what changed since is not found by its text. */
export const compiledRules = new URL('../../dist/rules.json', import.meta.url);

/** What a text is known by: its values are those of exactly this text or of none. */
export const textKey = (text: string): string => createHash('sha256').update(text).digest('base64');

let values: Readonly<Record<string, unknown>> | null = null;

function read(): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(readFileSync(compiledRules, 'utf8')) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/**
 * The values of a YAML text that the build has read already; undefined for any other text. Reading the shipped YAML takes
 * a second, and every process that judges would pay it.
 */
export function compiledValues(text: string): unknown {
  values ??= read();
  return values[textKey(text)];
}
