import { findingsOf } from '../../../src/judge/findings.js';
import { extract } from '../../../src/extract/extract.js';
import { judge } from '../../../src/judge/judge.js';
import { relate } from '../../../src/relate/relate.js';
import { defaultRulebook } from '../../../src/rulebook/rulebook.js';
import { documentOf } from '../../document-of.js';

export interface Judged {
  /** `check: figures` of every relation between figures that passed, in reading order of the figures. */
  readonly passed: readonly string[];
  /** `severity rule: quotations in reading order` of every finding above info. */
  readonly found: readonly string[];
  readonly arithmetic: readonly string[];
}

const inOrder = (figures: readonly { text: string; block: string; start: number }[]): string =>
  [...figures]
    .sort((a, b) => Number(a.block.slice(1)) - Number(b.block.slice(1)) || a.start - b.start)
    .map((it) => it.text.replace(/\s+/g, ''))
    .join(' ');

/** What becomes of a document in miniature: one paragraph a line. */
export function judged(text: string): Judged {
  const rulebook = defaultRulebook();
  const document = documentOf(text.split('\n'));
  const reading = extract(document, rulebook);
  const verdicts = judge(relate(reading, rulebook), rulebook.checks);
  const findings = findingsOf(verdicts, rulebook.checks, document.blocks, reading.headings, () => false);
  const seen = findings.filter((it) => it.severity !== 'info');
  return {
    passed: verdicts
      .filter((it) => it.status.startsWith('passed') && it.figures.length > 0)
      .map((it) => `${it.relation.check}: ${inOrder(it.figures)}`),
    found: seen.map((it) => `${it.severity} ${it.rule}: ${inOrder(it.evidence)}`),
    arithmetic: seen.map((it) => it.arithmetic),
  };
}
