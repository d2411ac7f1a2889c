import type { Language } from '../model/catalogue.js';
import { add, absolute, compare, decimal, subtract, toShortText } from '../model/decimal.js';
import { printed } from '../model/printed.js';
import type { Evidence, Figure, Finding, Heading, Outcome, Report } from '../model/report.js';
import type { Review } from '../model/review.js';
import { word, type WordKey } from '../model/words.js';
import { eventText } from './event-text.js';
import { beliefText } from './belief-text.js';
import { findingArithmetic } from './finding-arithmetic.js';
import { placeText, type FindingPlace } from './finding-place.js';
import { visible } from '../model/visible.js';

/** What a finding's rule says of itself. */
interface Reason {
  readonly title: string;
  readonly why: string;
  readonly letsPass: string;
}

export interface Explained {
  readonly number: number;
  readonly finding: Finding;
  readonly at: FindingPlace;
  /** Paths of the other files of the report that have it. */
  readonly also: readonly string[];
  /** Of the file that it is shown in. */
  readonly path: string;
  readonly review: Review;
  /** The finding's document, and the others that its evidence names. */
  readonly report: Report;
  readonly others: ReadonlyMap<string, Report>;
  /** Null for a rule that is not known here. */
  readonly reason: Reason | null;
  readonly message: string;
}

/** Everything about one finding: the arithmetic step by step, every figure with its place, why it is looked for, and what was decided. */
export function explainText(it: Explained, language: Language): string {
  const { finding, review, reason, message } = it;
  const colon = language === 'zh' ? '：' : ': ';
  const field = (key: WordKey, value: string): string => `${word(key, language)}${colon}${value}\n`;
  const lines = [
    `[${word(finding.severity, language)}] ${visible(message)}\n`,
    field('rule', `${finding.rule}${reason ? `  ${reason.title}` : ''}`),
    field('finding', `#${it.number}  ${finding.id}`),
    field(
      'document',
      [it.report.title, it.path]
        .filter((name) => name !== null)
        .map(visible)
        .join('  '),
    ),
    ...it.also.map((path) => field('alsoIn', visible(path))),
    ...placesOf(it, language).map((place) => field('place', visible(place))),
    field('arithmetic', visible(findingArithmetic(finding, language))),
    boundText(it, language, field),
    ...finding.evidence.map((evidence, at) => evidenceText(evidence, at, it, language)),
  ];
  if (finding.hypothesis) {
    const { printed: from, expected } = finding.hypothesis;
    lines.push(`${word('hypothesisLine', language, { printed: from, expected })}\n`);
  }
  if (finding.belief) {
    const quotes = new Map(it.report.figures.map(({ id, text }) => [id, text]));
    lines.push(...beliefText(finding.belief, (id) => quotes.get(id) ?? id, language));
  }
  if (reason) lines.push(field('why', reason.why), field('letsPass', reason.letsPass));
  lines.push(field('status', word(review.status, language)));
  lines.push(...review.events.map((event) => `  ${eventText(event, language)}\n`));
  return lines.join('');
}

/** Heading and cell, or page, on one line; nothing where neither is known. */
function placesOf({ at }: Explained, language: Language): string[] {
  const text = placeText(at, language);
  return text === '' ? [] : [text.replace('\n', '  ')];
}

const reportOf = ({ document }: Evidence, { report, others }: Explained): Report | undefined =>
  document === null ? report : others.get(document);

const figureOf = (evidence: Evidence, it: Explained): Figure | undefined =>
  reportOf(evidence, it)?.figures.find(({ id }) => id === evidence.figure);

/** A figure as printed, in its base unit with what its last digit leaves open, and where it stands. */
function evidenceText(evidence: Evidence, at: number, it: Explained, language: Language): string {
  const report = reportOf(evidence, it);
  const figure = figureOf(evidence, it);
  const exact = figure ? printed(figure) : null;
  const unit = figure?.unit ?? '';
  const margin = exact && compare(exact.half, decimal(0)) > 0 ? ` ± ${toShortText(exact.half)}` : '';
  const value = exact ? ` = ${toShortText(exact.value)}${margin}${unit === '' ? '' : ` ${unit}`}` : '';
  const label = figure && figure.label !== '' ? `${visible(figure.label)}  ` : '';
  const place =
    evidence.page === null
      ? word('inBlock', language, { block: evidence.block })
      : word('onPage', language, { page: evidence.page });
  const of = evidence.document === null ? '' : `  《${visible(report?.title ?? evidence.document.slice(0, 12))}》`;
  const path = report ? headingPath(figure?.heading ?? headingAt(report, evidence), report.headings) : '';
  const quote = evidence.context === '' ? evidence.text : evidence.context;
  return [
    `  ${at + 1}. ${label}${visible(evidence.text)}${value}${place}${of}\n`,
    path === '' ? '' : `     ${visible(path)}\n`,
    `     “${visible(quote)}”\n`,
  ].join('');
}

/** The last heading that stands before words, which are no figure and so name none. */
function headingAt({ blocks, headings }: Report, { block }: Evidence): string | null {
  const order = new Map(blocks.map(({ id }, at) => [id, at]));
  const at = order.get(block) ?? -1;
  return headings.findLast((it) => (order.get(it.block) ?? Infinity) <= at)?.id ?? null;
}

function headingPath(heading: string | null, headings: readonly Heading[]): string {
  const byId = new Map(headings.map((it) => [it.id, it]));
  const path: string[] = [];
  for (let at = heading; at !== null;) {
    const found = byId.get(at);
    if (found) path.unshift(found.number + found.title);
    at = found?.parent ?? null;
  }
  return path.join(' › ');
}

/** The outcome that the finding shows: of its rule, over figures that it quotes. */
function outcomeOf({ finding, report }: Explained): Outcome | undefined {
  const quoted = new Set(finding.evidence.flatMap(({ figure }) => figure ?? []));
  return report.outcomes.find(
    ({ check, figures, residual }) =>
      check === finding.rule && residual !== undefined && figures.every((id) => quoted.has(id)),
  );
}

/** How far apart the two sides are, and how much of it the rounding of the printed digits can explain. */
function boundText(it: Explained, language: Language, field: (key: WordKey, value: string) => string): string {
  const outcome = outcomeOf(it);
  const unit = it.finding.evidence.map((evidence) => figureOf(evidence, it)?.unit ?? '').find((found) => found !== '');
  const shown = (value: string): string => `${value}${unit === undefined ? '' : ` ${unit}`}`;
  if (outcome?.residual !== undefined && outcome.bound !== undefined) {
    const residual = toShortText(absolute(decimal(outcome.residual)));
    return field(
      'difference',
      word('beyondRounding', language, { residual: shown(residual), bound: shown(outcome.bound) }),
    );
  }
  const [a, b] = it.finding.evidence.map((evidence) => {
    const figure = figureOf(evidence, it);
    return figure ? printed(figure) : null;
  });
  if (!a || !b || it.finding.evidence.length !== 2) return '';
  const residual = toShortText(absolute(subtract(a.value, b.value)));
  const bound = toShortText(add(a.half, b.half));
  return field('difference', word('beyondRounding', language, { residual: shown(residual), bound: shown(bound) }));
}
