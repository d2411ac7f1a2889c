import { pathToFileURL } from 'node:url';
import type { Language } from '../model/catalogue.js';
import type { Evidence, Severity } from '../model/report.js';
import { standing } from '../model/review.js';
import { version } from '../model/version.js';
import { findingArithmetic } from './finding-arithmetic.js';
import type { ListedFinding } from './finding-row.js';

/** What a rule says of itself, in a language. */
export interface SarifRule {
  readonly id: string;
  readonly title: string;
  readonly why: string;
}

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  review: 'note',
  info: 'note',
};

/** The beginning of a log of SARIF 2.1.0, up to its results. */
export function sarifStart(rules: readonly SarifRule[], language: Language): string {
  const driver = {
    name: 'gouji',
    version: version(),
    rules: rules.map(({ id, title, why }) => ({
      id,
      shortDescription: { text: title },
      fullDescription: { text: why },
    })),
  };
  const head = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
  };
  const run = { tool: { driver }, language: language === 'zh' ? 'zh-CN' : 'en', columnKind: 'utf16CodeUnits' };
  return `${JSON.stringify(head).slice(0, -1)},"runs":[${JSON.stringify(run).slice(0, -1)},"results":[`;
}

export const sarifEnd = ']}]}\n';

/** `isKnown`: whether a baseline has it; null where there is none. */
export function sarifResult(listed: ListedFinding, message: string, isKnown: boolean | null, language: Language) {
  const { finding, document, at, review, number } = listed;
  const arithmetic = findingArithmetic(finding, language);
  const decided = standing(review.events).findLast(({ action }) => action === 'dismiss');
  const uri = pathToFileURL(document.path ?? document.missing?.path ?? document.file).href;
  const [first, ...others] = finding.evidence;
  return {
    ruleId: finding.rule,
    level: levels[finding.severity],
    message: { text: [message, arithmetic].filter((it) => it !== '').join('\n') },
    locations: first ? [location(uri, first, at.headings)] : [],
    relatedLocations: others
      .filter((it) => it.document === null)
      .map((it, id) => ({ id, message: { text: it.text }, ...location(uri, it, []) })),
    partialFingerprints: { 'gouji/v1': finding.id, 'goujiSubject/v1': finding.subject },
    ...(isKnown === null ? {} : { baselineState: isKnown ? 'unchanged' : 'new' }),
    ...(review.status === 'dismissed'
      ? { suppressions: [{ kind: 'external', status: 'accepted', justification: decided?.reason ?? '' }] }
      : {}),
    properties: {
      number,
      severity: finding.severity,
      status: review.status,
      sha256: document.sha256,
      title: document.title,
      organisation: document.organisation,
      year: document.reportYear,
      table: at.table,
      hypothesis: finding.hypothesis,
    },
  };
}

function location(uri: string, { page, box, block, text, context }: Evidence, headings: readonly string[]) {
  return {
    physicalLocation: {
      artifactLocation: { uri },
      properties: { page, box, block, quote: text, context },
    },
    ...(headings.length > 0
      ? { logicalLocations: [{ fullyQualifiedName: headings.join(' › '), kind: 'heading' }] }
      : {}),
  };
}
