import { describe, expect, test } from 'vitest';
import { examine } from '../src/pipeline/analyze.js';
import { defaultRulebook } from '../src/rulebook/rulebook.js';
import { documentOf } from './document-of.js';

const rulebook = defaultRulebook();
const identity = { file: 'example', sha256: '0'.repeat(64) };

describe.each([...rulebook.checks.values()])('$id', (check) => {
  test.each(check.examples)('$name → $expect', ({ given, expect: wanted, shows }) => {
    const report = examine(documentOf(given), identity, rulebook);
    const own = report.outcomes.filter((outcome) => outcome.check === check.id).map((outcome) => outcome.status);
    const findings = report.findings.filter((finding) => finding.rule === check.id);
    if (wanted === 'not_run') {
      expect(own.filter((status) => status !== 'not_applicable' && status !== 'insufficient_data')).toEqual([]);
      expect(findings).toEqual([]);
      return;
    }
    expect(own).toContain(wanted);
    expect(findings.length > 0).toBe(wanted === 'failed');
    if (shows !== undefined) expect(findings.map((it) => `${it.arithmetic} ${it.message}`).join()).toContain(shows);
  });
});
