import { GoujiError } from '../../model/error.js';
import type { FindingFilter, Store, StoredFinding } from '../../store/store.js';

const most = 5;
/** Digits alone are a number; an id that begins so is named by more of it. */
const number = /^#?(\d{1,15})$/;
const idStart = /^[0-9a-z]{4,}$/;

/**
 * The one finding that has a number (`128`, `#128`), or else whose id begins so. What editions of one report share is one
 * finding, shown in the best of them. Throws FINDING_UNKNOWN and FINDING_AMBIGUOUS.
 */
export async function findingNamed(name: string, document: string | undefined, store: Store): Promise<StoredFinding> {
  const { documentOf } = await import('../document.js');
  const within = document === undefined ? {} : { document: (await documentOf(document, store)).sha256 };
  const digits = number.exec(name)?.[1];
  let found = digits === undefined ? [] : await all({ number: Number(digits), ...within }, store);
  if (found.length === 0 && idStart.test(name)) found = await all({ id: name, ...within }, store);
  const [only] = found;
  if (!only) throw new GoujiError('FINDING_UNKNOWN', { finding: name });
  if (found.length === 1) return only;
  const matches = found.slice(0, most).map((it) => `#${it.number} (${it.document.path ?? it.document.file})`);
  throw new GoujiError('FINDING_AMBIGUOUS', {
    finding: name,
    count: found.length,
    matches: matches.join(', ') + (found.length > most ? ', …' : ''),
  });
}

/** Each finding once, in the best edition of its report, also where lists leave it out. */
async function all(filter: FindingFilter, store: Store): Promise<StoredFinding[]> {
  const best = new Map<string, StoredFinding>();
  for await (const it of store.findings({ ...filter, repeated: true })) {
    const key = `${it.document.report} ${it.finding.id}`;
    const known = best.get(key);
    if (!known || it.document.edition < known.document.edition) best.set(key, it);
  }
  return [...best.values()];
}
