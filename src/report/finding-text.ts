import type { Language } from '../model/catalogue.js';
import type { Evidence, Finding } from '../model/report.js';
import { word } from '../model/words.js';
import { findingArithmetic } from './finding-arithmetic.js';
import { visible } from '../model/visible.js';

interface Named {
  /** Its number in the database, where it is stored in one. */
  readonly number?: number | undefined;
  /** Names the other document of a comparison. */
  readonly titleOf?: (sha256: string) => string;
}

/** A finding on a few lines: what is wrong, the arithmetic, what would close it, and every quote with its place. */
export function findingText(
  finding: Finding,
  message: string,
  language: Language,
  { number, titleOf = (sha256) => sha256.slice(0, 12) }: Named = {},
): string {
  const named = number === undefined ? '' : `#${number} `;
  const lines = [`  ${named}[${word(finding.severity, language)}] ${visible(message)}  (${finding.rule})`];
  const arithmetic = findingArithmetic(finding, language);
  if (arithmetic !== '') lines.push(`      ${visible(arithmetic)}`);
  const isSaid = finding.steps.some(({ form }) => form === 'ifReads' || form === 'ifPointMoves');
  if (finding.hypothesis && !isSaid) {
    const { printed, expected } = finding.hypothesis;
    lines.push(`      ${word('hypothesisLine', language, { printed, expected })}`);
  }
  const sources = finding.evidence.map((it) => sourceText(it, language, titleOf));
  lines.push(...[...new Set(sources)].map((it) => `      ${it}`));
  return `${lines.join('\n')}\n`;
}

function sourceText(
  { context, text, page, block, document }: Evidence,
  language: Language,
  titleOf: (sha256: string) => string,
): string {
  const place = page === null ? word('inBlock', language, { block }) : word('onPage', language, { page });
  const quote = context === '' ? text : context;
  if (document !== null) return word('otherQuoteLine', language, { document: titleOf(document), quote, place });
  return word('quoteLine', language, { quote, place });
}
