import { parseDecimal } from './decimal.js';

const largest = 2n ** 63n - 1n;

/** An exact decimal as an integer of 1/10,000 of its unit; null for a range, a date, a finer or a larger value than 64 bits hold. */
export function valueE4(text: string | null): bigint | null {
  const value = text === null ? null : parseDecimal(text);
  if (value === null) return null;
  const { coefficient, scale } = value;
  const spare = 10n ** BigInt(Math.max(0, scale - 4));
  if (coefficient % spare !== 0n) return null;
  const scaled = (coefficient / spare) * 10n ** BigInt(Math.max(0, 4 - scale));
  return scaled > largest || scaled < -largest - 1n ? null : scaled;
}
