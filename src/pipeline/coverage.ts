import type { OutcomeStatus, Report } from '../model/report.js';
import { metricsOf, type Check } from '../rulebook/check.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import type { Unchecked } from '../store/store.js';

/** What became of one check on a document. */
export interface Covered {
  readonly check: Check;
  /** The status of its outcomes that says most; of a check without any, why there is none. */
  readonly status: OutcomeStatus;
  /** How many outcomes of each status. */
  readonly counts: Readonly<Partial<Record<OutcomeStatus, number>>>;
  /** Why some were not decided, each reason once. */
  readonly reasons: readonly string[];
  readonly why: 'judged' | 'otherKind' | 'missing' | 'noClaim' | 'across';
  /** Ids of the metrics that it needs and the document does not state. */
  readonly missing: readonly string[];
}

/** From what people must see to what says least. */
const telling: readonly OutcomeStatus[] = [
  'failed',
  'ambiguous',
  'passed',
  'passed_with_rounding',
  'insufficient_data',
  'not_applicable',
];

function withoutOutcome(check: Check, report: Report, { catalogue }: Rulebook): Omit<Covered, 'check'> {
  const none = { counts: {}, reasons: [], missing: [] };
  if (check.across) return { ...none, status: 'not_applicable', why: 'across' };
  const entries = catalogue.filter(({ id }) => check.catalogue.includes(id));
  const forKind =
    entries.length === 0 || entries.some(({ kinds }) => !kinds || kinds.includes(report.reportKind ?? ''));
  if (!forKind) return { ...none, status: 'not_applicable', why: 'otherKind' };
  const stated = new Set(report.figures.flatMap(({ fact }) => fact?.metric ?? []));
  const missing = [...new Set(metricsOf(check))].filter((id) => !stated.has(id));
  if (missing.length === 0) return { ...none, status: 'not_applicable', why: 'noClaim' };
  return { ...none, status: 'insufficient_data', why: 'missing', missing };
}

const undecided: ReadonlySet<OutcomeStatus> = new Set(['ambiguous', 'insufficient_data', 'not_applicable']);

function reasonsOf({ outcomes }: Report, check: Check): string[] {
  const own = outcomes.filter((it) => it.check === check.id && undecided.has(it.status));
  return [...new Set(own.flatMap(({ reason }) => reason ?? []))];
}

/** One line for each check: what came of it, or why it had nothing to judge. Silence is never a pass. */
export function coverageOf(report: Report, rulebook: Rulebook): Covered[] {
  const counts = new Map<string, Partial<Record<OutcomeStatus, number>>>();
  for (const { check, status } of report.outcomes) {
    const own = counts.get(check) ?? {};
    own[status] = (own[status] ?? 0) + 1;
    counts.set(check, own);
  }
  return [...rulebook.checks.values()].map((check): Covered => {
    const own = counts.get(check.id);
    const status = own && telling.find((it) => own[it] !== undefined);
    if (!own || !status) return { check, ...withoutOutcome(check, report, rulebook) };
    return { check, status, counts: own, reasons: reasonsOf(report, check), why: 'judged', missing: [] };
  });
}

/** The checks that have no outcome in a report that was read, for the store. */
export function uncheckedIn(report: Report, rulebook: Rulebook): Unchecked[] {
  if (!report.state.startsWith('ok')) return [];
  return coverageOf(report, rulebook).flatMap(({ check, status, why, missing }) =>
    why !== 'judged' && (status === 'not_applicable' || status === 'insufficient_data')
      ? [{ check: check.id, status, reason: why, missing }]
      : [],
  );
}
