import { version } from '../../model/version.js';
import type { Finding } from '../../model/report.js';
import { operandsOf, type PaperFinding, type PaperSource } from '../../report/workpaper/paper.js';
import { pathOf, type WrittenPaper } from '../../report/workpaper/workbook.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import type { FindingFilter, Store } from '../../store/store.js';
import type { Io } from '../command.js';
import type { Crops } from '../findings/crops.js';
import type { Masking } from '../findings/masking.js';

interface Gathering {
  readonly filter: FindingFilter;
  readonly rulebook: Rulebook;
  readonly message: (finding: Finding) => string;
  readonly crops: Crops;
  readonly masking: Masking;
  readonly prefix: string;
  readonly preparedBy: string;
  readonly reviewedBy: string;
  readonly io: Io;
}

/** All that a working paper says: findings with their operands and pictures, their sources and rules. */
export async function gatherPaper(store: Store, it: Gathering): Promise<WrittenPaper> {
  const listed = [];
  for await (const found of store.findings(it.filter)) listed.push(found);
  const findings: PaperFinding[] = [];
  const sources = new Map<string, PaperSource>();
  let report: Awaited<ReturnType<Store['loadReport']>> = null;
  for (const [at, found] of listed.entries()) {
    if (it.io.signal.aborted) throw new DOMException('stopped', 'AbortError');
    const { sha256 } = found.document;
    if (report?.sha256 !== sha256) report = await store.loadReport(sha256);
    const figures = new Map((report?.figures ?? []).map((figure) => [figure.id, figure]));
    const { operands, difference } = operandsOf(found.finding, figures, report?.outcomes ?? []);
    findings.push({
      index: `${it.prefix}-${String(at + 1).padStart(3, '0')}`,
      listed: it.masking.all(found),
      message: it.masking.text(it.message(found.finding)),
      operands: it.masking.all(operands),
      difference,
      crops: await it.crops.of(found),
    });
    const known = sources.has(sha256) ? null : await store.contentKnown(sha256);
    const source = { path: pathOf(found), title: found.document.title, sha256, pages: report?.pages ?? null };
    if (known) sources.set(sha256, { ...source, rules: known.rules });
  }
  const { language } = it.io;
  const used = new Set(listed.map(({ finding }) => finding.rule));
  const organisations = [...new Set(listed.flatMap(({ document }) => document.organisation ?? []))];
  const years = [...new Set(listed.flatMap(({ document }) => document.reportYear ?? []))].sort();
  return {
    head: {
      organisations,
      years,
      preparedBy: it.preparedBy,
      preparedOn: new Date().toISOString().slice(0, 10),
      reviewedBy: it.reviewedBy,
      version: `gouji ${version()}`,
    },
    findings,
    sources: [...sources.values()],
    rules: [...it.rulebook.checks.values()]
      .filter(({ id }) => used.has(id))
      .map(({ id, title, why, letsPass }) => ({
        id,
        title: title[language],
        why: why[language],
        letsPass: letsPass[language],
      })),
  };
}
