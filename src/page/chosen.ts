import { effect, signal } from '@preact/signals';
import type { DocumentDetail, FindingDetail } from '../model/desk.js';
import { go, place } from './address.js';
import { read, Refused, trouble } from './api.js';
import { language } from './language.js';
import { indexOf, rowAt, total, type Line } from './rows.js';

/** What is chosen in the list, with all that there is to show of it; null until it was read. */
export const finding = signal<FindingDetail | null>(null);
export const report = signal<DocumentDetail | null>(null);
/** Which piece of its evidence is looked at, from 0. */
export const evidenceAt = signal(0);

async function loadFinding(number: number): Promise<void> {
  try {
    const found = await read<FindingDetail>(`/api/findings/${number}`);
    if (place.value.finding !== number) return;
    finding.value = found;
    await loadReport(found.document.sha256);
  } catch (error) {
    if (place.value.finding === number) trouble.value = error instanceof Error ? error.message : '';
  }
}

async function loadReport(sha256: string): Promise<void> {
  if (report.value?.document.sha256 === sha256) return;
  const found = await read<DocumentDetail>(`/api/documents/${sha256}`);
  if (finding.value?.document.sha256 === sha256 || place.value.document === sha256) report.value = found;
}

/** Reads the chosen finding anew: somebody decided on it. */
export async function refresh(): Promise<void> {
  const { finding: number } = place.value;
  if (number !== null) await loadFinding(number);
}

let [shownFinding, shownLanguage]: [number | null, string] = [null, ''];
effect(() => {
  const { finding: number, document } = place.value;
  const spoken = language.value;
  if (spoken !== shownLanguage) report.value = null;
  const changed = number !== shownFinding || spoken !== shownLanguage;
  [shownFinding, shownLanguage] = [number, spoken];
  if (number === null) finding.value = null;
  if (number !== null && changed) {
    evidenceAt.value = 0;
    loadFinding(number).catch(() => {});
  } else if (number === null && document !== null) {
    loadReport(document).catch((error: unknown) => {
      trouble.value = error instanceof Refused ? error.message : '';
    });
  }
});

const isFinding = (line: Line): line is Extract<Line, { number: number }> => 'number' in line;

/** Chooses a line of the list. */
export function choose(line: Line): void {
  if (isFinding(line)) go({ finding: line.number, document: null });
  else go({ finding: null, document: line.sha256 });
}

export const isChosen = (line: Line): boolean =>
  isFinding(line) ? line.number === place.value.finding : line.sha256 === place.value.document;

/** Chooses the next line, or the one before; `whole`: the first of another document. */
export function step(by: 1 | -1, whole = false): void {
  const count = total.value ?? 0;
  const from = indexOf(isChosen);
  const documentAt = (line: Line): string => (isFinding(line) ? line.document.sha256 : line.sha256);
  const chosen = from < 0 ? null : rowAt(from);
  const own = chosen && documentAt(chosen);
  const passed = (line: Line | null): boolean => whole && line !== null && documentAt(line) === own;
  let at = from < 0 ? 0 : from + by;
  while (at >= 0 && at < count && passed(rowAt(at))) at += by;
  const line = at < 0 || at >= count ? null : rowAt(at);
  if (line) choose(line);
}

export function stepEvidence(): void {
  const count = finding.value?.finding.evidence.length ?? 0;
  if (count > 0) evidenceAt.value = (evidenceAt.value + 1) % count;
}
