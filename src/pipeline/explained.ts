import type { Language } from '../model/catalogue.js';
import type { Report } from '../model/report.js';
import { messageIn } from '../rulebook/message-in.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import type { Store, StoredFinding } from '../store/store.js';

/** A stored finding with all that is needed to explain it in a language: its documents, its message, and what its rule says of itself. */
export async function explainedOf(stored: StoredFinding, store: Store, rulebook: Rulebook, language: Language) {
  const { number, document, finding, at, also, review } = stored;
  const report = await store.loadReport(document.sha256);
  if (!report) throw new Error('a finding belongs to a document');
  const others = new Map<string, Report>();
  for (const { document: other } of finding.evidence) {
    const found = other === null || others.has(other) ? null : await store.loadReport(other);
    if (found) others.set(found.sha256, found);
  }
  const check = rulebook.checks.get(finding.rule);
  const reason = check
    ? { title: check.title[language], why: check.why[language], letsPass: check.letsPass[language] }
    : null;
  const message = messageIn(language, () => rulebook)(finding);
  const names = { number, path: document.path ?? document.file, also: also.map((it) => it.path ?? it.sha256), at };
  return { ...names, finding, review, report, others, reason, message };
}
