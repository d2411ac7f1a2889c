import { say, type Code, type Language } from '../model/catalogue.js';
import type { Problem } from '../model/problem.js';
import type { Finding, OutcomeStatus, Report } from '../model/report.js';
import { word } from '../model/words.js';
import { findingText } from './finding-text.js';

/** A finding's message in the reader's language; the Report itself holds the Chinese one. */
export type Message = (finding: Finding) => string;

/** What a person sees of one checked file: its state, what was found in it, and what is wrong with it. `numbers` are those of findings in a database. */
export function reportText(
  report: Report,
  path: string,
  message: Message,
  language: Language,
  numbers: ReadonlyMap<string, number> = new Map(),
): string {
  const head = word('reportLine', language, {
    file: path,
    state: word(report.state, language),
    headings: report.headings.length,
    figures: report.figures.length,
    tables: report.tables.length,
    findings: report.findings.length,
  });
  const problems = report.problems.map((it) => `  ${problemText(it, language)}\n`);
  const findings = report.findings.map((it) => findingText(it, message(it), language, { number: numbers.get(it.id) }));
  const checked = report.state.startsWith('ok') ? [`  ${checkedText(report, language)}\n`] : [];
  return [`${head}\n`, ...checked, ...problems, ...findings].join('');
}

/** How many claims of the report were checked, and what came of them. Silence is never a pass. */
function checkedText({ outcomes }: Report, language: Language): string {
  const count = (...wanted: readonly OutcomeStatus[]): number =>
    outcomes.filter(({ status }) => wanted.includes(status)).length;
  return word('checkedLine', language, {
    checked: count('passed', 'passed_with_rounding', 'failed', 'ambiguous'),
    passed: count('passed', 'passed_with_rounding'),
    failed: count('failed'),
    ambiguous: count('ambiguous'),
    unchecked: count('insufficient_data'),
  });
}

function problemText({ code, params }: Pick<Problem, 'params'> & { code: string }, language: Language): string {
  return say(code as Code, params, language);
}
