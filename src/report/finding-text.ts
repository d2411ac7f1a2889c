import type { Language } from '../model/catalogue.js';
import type { Evidence, Finding } from '../model/report.js';
import { word } from '../model/words.js';
import { visible } from './visible.js';

/** A finding on a few lines: what is wrong, the arithmetic, what would close it, and every quote with its place. */
export function findingText(finding: Finding, message: string, language: Language): string {
  const lines = [`  [${word(finding.severity, language)}] ${visible(message)}  (${finding.rule})`];
  if (finding.arithmetic !== '') lines.push(`      ${visible(finding.arithmetic)}`);
  if (finding.hypothesis) {
    const { printed, expected } = finding.hypothesis;
    lines.push(`      ${word('hypothesisLine', language, { printed: visible(printed), expected: visible(expected) })}`);
  }
  const sources = finding.evidence.map((it) => sourceText(it, language));
  lines.push(...[...new Set(sources)].map((it) => `      ${it}`));
  return `${lines.join('\n')}\n`;
}

function sourceText({ context, text, page, block }: Evidence, language: Language): string {
  const place = page === null ? word('inBlock', language, { block }) : word('onPage', language, { page });
  return word('quoteLine', language, { quote: visible(context === '' ? text : context), place });
}
