import type { Finding, Outcome, Report } from '../model/report.js';
import type { Check } from '../rulebook/check.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import { examine } from './analyze.js';
import { Comparer } from './compare/compare.js';
import { miniature, type Given } from './miniature.js';

type Example = Check['examples'][number];

const read = (given: readonly Given[], digit: string, rulebook: Rulebook): Report =>
  examine(miniature(given), { file: 'example', sha256: digit.repeat(64) }, rulebook);

/** What a check makes of an example: its outcomes and findings in the document, or between the two. */
function resultOf(
  { given, other }: Example,
  rulebook: Rulebook,
): { readonly outcomes: readonly Outcome[]; readonly findings: readonly Finding[] } {
  const report = read(given, '0', rulebook);
  if (!other) return report;
  const compared = new Comparer(rulebook).compare(report, read(other, '1', rulebook));
  return { outcomes: compared.flatMap((it) => it.outcomes), findings: compared.flatMap((it) => it.findings) };
}

const isRun = ({ status }: Outcome): boolean => status !== 'not_applicable' && status !== 'insufficient_data';

/** What is wrong with an example of a check, in a few words; null when the check does what it says. */
export function runExample(check: Check, example: Example, rulebook: Rulebook): string | null {
  const { outcomes, findings } = resultOf(example, rulebook);
  const statuses = outcomes.filter((it) => it.check === check.id && isRun(it)).map(({ status }) => status);
  const own = findings.filter(({ rule }) => rule === check.id);
  const { expect: wanted, shows } = example;
  const got = statuses.length === 0 ? 'not_run' : [...new Set(statuses)].join(', ');
  if (wanted === 'not_run' ? statuses.length > 0 : !statuses.some((it) => it === wanted)) return `${wanted} ≠ ${got}`;
  if (own.length > 0 !== (wanted === 'failed')) return `${own.length} findings`;
  const said = own.map(({ arithmetic, message }) => `${arithmetic} ${message}`).join('\n');
  return shows === undefined || said.includes(shows) ? null : `“${shows}” is not in “${said}”`;
}
