import { expect, test } from 'vitest';
import { problem } from '../../src/model/problem.js';
import { examine } from '../../src/pipeline/analyze.js';
import { defaultRulebook } from '../../src/rulebook/rulebook.js';
import { documentOf } from '../document-of.js';

const faulty = documentOf(['参加造林的三个乡镇分别有426人、318人和275人，合计1109人。']);
const onPage = { ...faulty, pages: 1, blocks: faulty.blocks.map((block) => ({ ...block, page: 1 })) };
const severities = (problems: (typeof faulty)['problems']): string[] =>
  examine({ ...onPage, problems }, { file: 'x.pdf', sha256: '0'.repeat(64) }, defaultRulebook()).findings.map(
    (it) => it.severity,
  );

test('a page that cannot be trusted raises a question, not an error', () => {
  expect(severities([])).toEqual(['error']);
  expect(severities([problem('PAGE_UNRELIABLE', { page: 1, reason: 'glyphs' }, 1)])).toEqual(['review']);
  expect(severities([problem('PAGE_UNRELIABLE', { page: 2, reason: 'glyphs' }, 2)])).toEqual(['error']);
});
