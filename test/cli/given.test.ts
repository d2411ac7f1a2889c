import { describe, expect, test } from 'vitest';
import type { Given, Io } from '../../src/cli/command.js';
import { costOf } from '../../src/cli/given.js';
import { search } from '../../src/cli/search.js';
import { review } from '../../src/cli/findings/review.js';

const io = { language: 'en' } as Io;

describe('a number beyond what can be done is told with the range', () => {
  const cases: readonly [given: Given, message: string | null][] = [
    [{ jobs: '1024', timeout: '86400', maxMemory: '64' }, null],
    [{ jobs: '3.7' }, '--jobs takes a whole number from 1 to 1024, not “3.7”.'],
    [{ jobs: '99999999999999999999' }, '--jobs takes a whole number from 1 to 1024'],
    [{ timeout: '0.5' }, null],
    [{ timeout: '9999999' }, '--timeout takes a number from 0.001 to 86400, not “9999999”.'],
    [{ timeout: '1e3' }, 'not “1e3”'],
    [{ timeout: '' }, 'not “”'],
    [{ maxMemory: '16' }, '--max-memory takes a whole number from 64 to 1048576, not “16”.'],
  ];
  test.each(cases)('%j', async (given, message) => {
    const cost = costOf(given, io);
    if (message === null) await expect(cost).resolves.toBeDefined();
    else await expect(cost).rejects.toThrow(message);
  });

  test('--limit, --year and --seen', async () => {
    await expect(search.run(['a'], { limit: '0.5' }, io)).rejects.toThrow('--limit takes a whole number from 1 to');
    await expect(search.run(['a'], { year: '24' }, io)).rejects.toThrow('--year takes a year of four digits');
    const seen = review.run(['confirm', 'a'], { seen: '99999999999999999999' }, io);
    await expect(seen).rejects.toThrow('--seen takes a whole number from 0 to');
  });
});
