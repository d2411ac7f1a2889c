import type { Finding, Report } from '../../model/report.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import type { Store, StoredComparison } from '../../store/store.js';
import { Comparer, type Compared } from './compare.js';
import { pairingsOf, type Pairing } from './pairing.js';

/** Ways to hold a document against another, for one document and way: several when a report is stored as DOCX and as PDF. */
type Rivals = readonly [Pairing<Report>, ...Pairing<Report>[]];

function rivalsOf(reports: readonly Report[], rulebook: Rulebook): Rivals[] {
  const groups = new Map<string, [Pairing<Report>, ...Pairing<Report>[]]>();
  reports.forEach((a, at) => {
    for (const b of reports.slice(at + 1)) {
      for (const pairing of pairingsOf(a, b, rulebook.across)) {
        const key = `${pairing.kind} ${pairing.first.sha256}`;
        const group = groups.get(key);
        if (group) group.push(pairing);
        else groups.set(key, [pairing]);
      }
    }
  });
  return [...groups.values()];
}

/** What every rival shows: where one of them agrees with the document, nothing is claimed against it. */
function shownByAll(compared: readonly [Compared, ...Compared[]]): Compared {
  const [first, ...others] = compared;
  const has = (finding: Finding, it: Compared): boolean => it.findings.some(({ id }) => id === finding.id);
  return { ...first, findings: first.findings.filter((finding) => others.every((it) => has(finding, it))) };
}

function comparisonsOf(reports: readonly Report[], rulebook: Rulebook): StoredComparison[] {
  const comparer = new Comparer(rulebook);
  return rivalsOf(reports, rulebook).map(([first, ...others]) =>
    shownByAll([comparer.compareAs(first, true), ...others.map((it) => comparer.compareAs(it, true))]),
  );
}

/**
 * Holds the documents of every organisation whose documents changed against each other, and keeps what was found. The
 * result depends on what the store holds now, not on the order in which it came. What a stop leaves is done the next time.
 */
export async function compareStored(
  run: number,
  store: Store,
  rulebook: Rulebook,
  signal?: AbortSignal,
): Promise<void> {
  for (const changed of await store.uncompared()) {
    if (signal?.aborted) return;
    const reports: Report[] = [];
    for (const { sha256, reportYear } of await store.documentsOf(changed.organisation)) {
      const report = reportYear === null ? null : await store.loadReport(sha256);
      if (report) reports.push(report);
    }
    const inOrder = reports.toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
    await store.saveComparisons(run, changed, comparisonsOf(inOrder, rulebook));
  }
}
