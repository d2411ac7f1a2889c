import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { measure, sample } from './measure.js';
import { fixtureSources } from './sources.js';

const least = { caught: 0.75, elsewhere: 0.02 };

test('claims of the fixtures made false by one slip are reported at the changed figure and nowhere else', async () => {
  const sources = await fixtureSources(fileURLToPath(new URL('../../fixtures/', import.meta.url)));
  const trials = sources.flatMap(({ file, document, claims }) =>
    measure(
      file,
      document,
      sample(
        file,
        document,
        claims.filter((_, i) => i % 4 === 0),
      ),
    ),
  );
  expect(trials.length).toBeGreaterThan(100);
  expect(trials.filter((it) => it.caught).length / trials.length).toBeGreaterThanOrEqual(least.caught);
  expect(trials.filter((it) => it.elsewhere.length > 0).length / trials.length).toBeLessThanOrEqual(least.elsewhere);
}, 300_000);
