import type { QuantityKind } from '../../src/model/quantity.js';
import type { Figure, OutcomeStatus, Report } from '../../src/model/report.js';

/** What names, numbers or dates a thing and measures nothing: no relation between figures is looked for there. */
const naming: ReadonlySet<QuantityKind> = new Set(['date', 'time', 'duration', 'ordinal', 'docno', 'code', 'enum']);

/** 2023 at the head of a column, without 年. */
const isYear = ({ kind, text }: Figure): boolean => kind === 'number' && /^(?:19|20)\d\d$/.test(text.trim());

/**
 * Whether a figure says how much something is: money, count, percent, score, dimension, fraction, ratio, multiple and bare number. Dates,
 * times, durations, ordinals, document numbers, codes, set phrases (三公) and bare years are none.
 */
export const isMeasured = (figure: Figure): boolean => !naming.has(figure.kind) && !isYear(figure);

/** Outcomes of a relation that was held against arithmetic; the others say only that it could not be. */
const judgedStatuses: ReadonlySet<OutcomeStatus> = new Set(['passed', 'passed_with_rounding', 'failed', 'ambiguous']);
const decidedStatuses: ReadonlySet<OutcomeStatus> = new Set(['passed', 'passed_with_rounding', 'failed']);
const failedStatuses: ReadonlySet<OutcomeStatus> = new Set(['failed']);
const passedStatuses: ReadonlySet<OutcomeStatus> = new Set(['passed', 'passed_with_rounding']);

export const isPassed = (status: OutcomeStatus): boolean => passedStatuses.has(status);

const touched = ({ outcomes }: Report, statuses: ReadonlySet<OutcomeStatus>): ReadonlySet<string> =>
  new Set(outcomes.flatMap((it) => (statuses.has(it.status) ? it.figures : [])));

/** Ids of the figures over which some relation was judged. */
export const judgedFigures = (report: Report): ReadonlySet<string> => touched(report, judgedStatuses);
/** Ids of those over which one was decided: it passed or failed. */
export const decidedFigures = (report: Report): ReadonlySet<string> => touched(report, decidedStatuses);
/** Ids of those over which one failed. */
export const failedFigures = (report: Report): ReadonlySet<string> => touched(report, failedStatuses);
/** Ids of those that some relation confirms. */
export const confirmedFigures = (report: Report): ReadonlySet<string> => touched(report, passedStatuses);
