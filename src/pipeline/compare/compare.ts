import { findingsOf } from '../../judge/findings.js';
import { judge, outcomeOf } from '../../judge/judge.js';
import { untrustedPages } from '../../model/problem.js';
import type { Exhibit, Verdict } from '../../model/relation.js';
import type { Evidence, Finding, Outcome, Report } from '../../model/report.js';
import { budgetInAccount } from '../../relate/across/budget-in-account.js';
import type { Claim, Side } from '../../relate/across/claim.js';
import { openingBalances } from '../../relate/across/opening.js';
import { priorYear } from '../../relate/across/prior-year.js';
import { performanceAgainstAccount, unitWithinDepartment } from '../../relate/across/same-year.js';
import { ItemNames } from '../../relate/facts/item-name.js';
import { statedFacts } from '../../relate/facts/stated.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import { pairingsOf, sameAgency, type Pairing } from './pairing.js';
import { documentOf, readingOf } from './reading-of.js';

/** What came of holding one document against another. */
export interface Compared {
  readonly kind: Pairing<Report>['kind'];
  /** The document that says something of the other: the findings are in it. */
  readonly document: string;
  readonly other: string;
  /** Figures of the other document stand as `sha256/f12`. */
  readonly outcomes: readonly Outcome[];
  /** Evidence from the other document names it in `document`. */
  readonly findings: readonly Finding[];
}

const finders: Readonly<Record<Pairing<Report>['kind'], (first: Side, second: Side) => Claim[]>> = {
  'prior-year': (now, before) => [...priorYear(now, before), ...openingBalances(now, before)],
  budget: budgetInAccount,
  performance: performanceAgainstAccount,
  unit: unitWithinDepartment,
};

/** A report with ids that cannot be taken for another's. */
function marked(report: Report): Report {
  const mark = (id: string): string => `${report.sha256}/${id}`;
  const orNull = (id: string | null): string | null => (id === null ? null : mark(id));
  return {
    ...report,
    headings: report.headings.map((it) => ({
      ...it,
      id: mark(it.id),
      block: mark(it.block),
      parent: orNull(it.parent),
    })),
    blocks: report.blocks.map((it) => ({ ...it, id: mark(it.id) })),
    tables: report.tables.map((it) => ({ ...it, block: mark(it.block) })),
    figures: report.figures.map((it) => ({
      ...it,
      id: mark(it.id),
      block: mark(it.block),
      heading: orNull(it.heading),
    })),
  };
}

function sideOf(report: Report, rulebook: Rulebook): Side {
  const reading = readingOf(report, rulebook);
  const adjusted = report.blocks.some(
    ({ kind, text }) => kind !== 'furniture' && rulebook.across.adjusted.some((word) => text.includes(word)),
  );
  return {
    reading,
    year: report.reportYear ?? 0,
    names: new ItemNames(rulebook, reading.ownNames),
    facts: statedFacts(reading),
    adjusted,
  };
}

/** One claim for each pair of figures: the first way of finding it stays. */
function unique(claims: readonly Claim[]): Claim[] {
  const seen = new Set<string>();
  return claims.filter(({ relation }) => {
    const ids = 'left' in relation ? [relation.left.id, relation.right.id] : [JSON.stringify(relation)];
    const key = [relation.kind, ...ids].join(' ');
    return seen.size < seen.add(key).size;
  });
}

/** Alarms about the same two amounts hang together, in however many places each document prints its own. */
function together(verdicts: readonly Verdict[], other: string): Verdict[] {
  const suspects = new Map<string, Exhibit>();
  return verdicts.map((verdict) => {
    const { alarm, relation } = verdict;
    if (!alarm || alarm.suspect) return verdict;
    const theirs = alarm.evidence.filter(({ id }) => id?.startsWith(`${other}/`));
    const [only] = theirs;
    if (!only || theirs.length > 1) return verdict;
    const key = [relation.check, ...alarm.evidence.map(({ text }) => text.replace(/\s+/g, ''))].join(' ');
    const suspect = suspects.get(key) ?? only;
    suspects.set(key, suspect);
    return { ...verdict, alarm: { ...alarm, suspect } };
  });
}

/** A finding that rests on an identity which is not certain asks; it does not accuse. */
function asking(verdict: Verdict): Verdict {
  const { alarm } = verdict;
  if (!alarm || alarm.severity === 'review' || alarm.severity === 'info') return verdict;
  return { ...verdict, alarm: { ...alarm, severity: 'review' } };
}

/** Takes the mark of the document that findings stand in off its ids, and names the other where evidence is the other's. */
function unmarked(finding: Finding, first: string, second: string): Finding {
  const { hypothesis } = finding;
  return {
    ...finding,
    hypothesis: hypothesis && { ...hypothesis, figure: own(hypothesis.figure, first) },
    evidence: finding.evidence.map((it): Evidence => {
      const theirs = it.block.startsWith(`${second}/`);
      const of = theirs ? second : first;
      return {
        ...it,
        document: theirs ? second : null,
        block: own(it.block, of),
        figure: it.figure === null ? null : own(it.figure, of),
      };
    }),
  };
}

const own = (id: string, sha256: string): string => (id.startsWith(`${sha256}/`) ? id.slice(sha256.length + 1) : id);

/** Holds documents against each other; what was read of one is kept for the next. */
export class Comparer {
  readonly #sides = new WeakMap<Report, { readonly marked: Report; readonly side: Side }>();

  constructor(readonly rulebook: Rulebook) {}

  /**
   * Every way in which one of two documents says something of the other, whichever is given first: last year's figures in
   * this year's report, the budget in the account of its year, a unit within its department. Empty where their kinds and
   * years give no such way. Documents that may be of different agencies raise questions at most.
   */
  compare(a: Report, b: Report): Compared[] {
    const agency = sameAgency(a, b);
    if (agency === 'no') return [];
    return pairingsOf(a, b, this.rulebook.across).map((pairing) => this.compareAs(pairing, agency === 'yes'));
  }

  /** As one of the ways that `pairingsOf` gives. `certain`: both are by one agency. */
  compareAs({ kind, first, second }: Pairing<Report>, certain: boolean): Compared {
    const [one, two] = [this.#read(first), this.#read(second)];
    const claims = unique(finders[kind](one.side, two.side));
    const judged = judge(
      claims.map(({ relation }) => relation),
      this.rulebook.checks,
    );
    const verdicts = together(
      judged.map((verdict, at) => (certain && !claims[at]?.asked ? verdict : asking(verdict))),
      second.sha256,
    );
    const blocks = [...documentOf(one.marked).blocks, ...documentOf(two.marked).blocks];
    const headings = [...one.marked.headings, ...two.marked.headings];
    const [pages, others] = [untrustedPages(first.problems), untrustedPages(second.problems)];
    const untrusted = ({ block, page }: Evidence): boolean =>
      page !== null && (block.startsWith(`${second.sha256}/`) ? others : pages).has(page);
    const findings = findingsOf(verdicts, this.rulebook.checks, blocks, headings, untrusted);
    const outcomes = verdicts.map(outcomeOf);
    return {
      kind,
      document: first.sha256,
      other: second.sha256,
      outcomes: outcomes.map((it) => ({ ...it, figures: it.figures.map((id) => own(id, first.sha256)) })),
      findings: findings.map((it) => unmarked(it, first.sha256, second.sha256)),
    };
  }

  #read(report: Report): { readonly marked: Report; readonly side: Side } {
    const known = this.#sides.get(report);
    if (known) return known;
    const whole = marked(report);
    const read = { marked: whole, side: sideOf(whole, this.rulebook) };
    this.#sides.set(report, read);
    return read;
  }
}
