import { describe, expect, test } from 'vitest';
import { examine } from '../src/pipeline/analyze.js';
import { defaultRulebook } from '../src/rulebook/rulebook.js';
import { Comparer } from '../src/pipeline/compare/compare.js';
import { documentOf, type Given } from './document-of.js';

const rulebook = defaultRulebook();
const read = (given: readonly Given[], digit = '0') =>
  examine(documentOf(given), { file: 'example', sha256: digit.repeat(64) }, rulebook);

/** What an example comes to: what is found in its document, or between its two. */
function resultOf(given: readonly Given[], other: readonly Given[] | undefined) {
  const report = read(given);
  if (!other) return report;
  const compared = new Comparer(rulebook).compare(report, read(other, '1'));
  return {
    outcomes: compared.flatMap((it) => it.outcomes),
    findings: compared.flatMap((it) => it.findings),
  };
}

describe.each([...rulebook.checks.values()])('$id', (check) => {
  test.each(check.examples)('$name → $expect', ({ given, other, expect: wanted, shows }) => {
    const report = resultOf(given, other);
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
