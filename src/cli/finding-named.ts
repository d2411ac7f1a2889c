import { GoujiError } from '../model/error.js';
import type { Store, StoredFinding } from '../store/store.js';

const most = 5;

/** The one finding whose id begins so. Throws FINDING_UNKNOWN and FINDING_AMBIGUOUS. */
export async function findingNamed(id: string, document: string | undefined, store: Store): Promise<StoredFinding> {
  const { documentOf } = await import('./document.js');
  const within = document === undefined ? {} : { document: (await documentOf(document, store)).sha256 };
  const found: StoredFinding[] = [];
  if (/^[0-9a-z]{4,}$/.test(id)) for await (const it of store.findings({ id, ...within })) found.push(it);
  const [only] = found;
  if (!only) throw new GoujiError('FINDING_UNKNOWN', { finding: id });
  if (found.length === 1) return only;
  const matches = found.slice(0, most).map(({ document: of, finding }) => `${finding.id} (${of.path ?? of.file})`);
  throw new GoujiError('FINDING_AMBIGUOUS', {
    finding: id,
    count: found.length,
    matches: matches.join(', ') + (found.length > most ? ', …' : ''),
  });
}
