import { computed, effect, signal } from '@preact/signals';
import type { Facets, FindingLine, FindingPage, ReportLine, ReportPage } from '../model/desk.js';
import { filterOf, place } from './address.js';
import { read, trouble } from './api.js';
import { language } from './language.js';

export type Line = FindingLine | ReportLine;

const size = 100;
/** Milliseconds after which a list is asked for again, since an import or another reviewer may have changed it. */
const again = 15_000;

/** Of the list that the address asks for. `pages`: those that were read, by number. */
export const total = signal<number | null>(null);
export const facets = signal<Facets | null>(null);
const pages = signal<ReadonlyMap<number, readonly Line[]>>(new Map());

/** A text, so that a place which asks for the same rows is the same filter. */
const filter = computed(() => {
  const path = place.value.view === 'reports' ? '/api/reports' : '/api/findings';
  return `${path}?${filterOf(place.value).toString()}&lang=${language.value}`;
});

let wanted = new Set<number>();

async function load(page: number): Promise<void> {
  const asked = filter.value;
  try {
    const found = await read<FindingPage | ReportPage>(`${asked}&offset=${page * size}&limit=${size}`);
    if (filter.value !== asked) return;
    total.value = found.total;
    facets.value = found.facets;
    pages.value = new Map(pages.value).set(page, found.rows);
    trouble.value = '';
  } catch (error) {
    trouble.value = error instanceof Error ? error.message : String(error);
    wanted.delete(page);
  }
}

/** Reads the list anew, keeping on the screen what it has. */
export function reload(): void {
  const shown = [...wanted];
  wanted = new Set(shown);
  for (const page of shown.length > 0 ? shown : [0]) load(page).catch(() => {});
}

effect(() => {
  void filter.value;
  wanted = new Set([0]);
  pages.value = new Map();
  total.value = null;
  load(0).catch(() => {});
});
setInterval(() => document.visibilityState === 'visible' && reload(), again);

/** A row by its place in the list; null until it was read, which is then asked for. */
export function rowAt(index: number): Line | null {
  const page = Math.floor(index / size);
  if (!wanted.has(page)) {
    wanted.add(page);
    load(page).catch(() => {});
  }
  return pages.value.get(page)?.[index % size] ?? null;
}

/** The place of a finding or report among the rows that were read; -1 for none. */
export function indexOf(test: (line: Line) => boolean): number {
  for (const [page, lines] of pages.value) {
    const at = lines.findIndex(test);
    if (at >= 0) return page * size + at;
  }
  return -1;
}
