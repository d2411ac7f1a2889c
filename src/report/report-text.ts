import { say, type Code, type Language } from '../model/catalogue.js';
import type { Problem } from '../model/problem.js';
import type { Finding, Report } from '../model/report.js';
import { word } from '../model/words.js';
import { findingText } from './finding-text.js';
import { visible } from './visible.js';

/** A finding's message in the reader's language; the Report itself holds the Chinese one. */
export type Message = (finding: Finding) => string;

/** What a person sees of one checked file: its state, what was found in it, and what is wrong with it. */
export function reportText(report: Report, path: string, message: Message, language: Language): string {
  const head = word('reportLine', language, {
    file: visible(path),
    state: word(report.state, language),
    headings: report.headings.length,
    figures: report.figures.length,
    tables: report.tables.length,
    checked: report.outcomes.filter(({ status }) => status !== 'not_applicable' && status !== 'insufficient_data')
      .length,
    findings: report.findings.length,
  });
  const problems = report.problems.map((it) => `  ${problemText(it, language)}\n`);
  const findings = report.findings.map((it) => findingText(it, message(it), language));
  return [`${head}\n`, ...problems, ...findings].join('');
}

function problemText({ code, params }: Pick<Problem, 'params'> & { code: string }, language: Language): string {
  return visible(say(code as Code, params, language));
}
