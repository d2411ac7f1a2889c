import type { Box } from '../../model/document.js';
import type { Crop } from '../../report/html/findings-page.js';
import type { DrawPool } from '../../pipeline/draw/draw-pool.js';
import type { Store, StoredFinding } from '../../store/store.js';

/** Pictures of one finding at most. */
const mostPages = 2;

/**
 * Draws what findings quote of PDF pages. A page on which people are named by number is not drawn, since a picture cannot be
 * masked.
 */
export class Crops {
  readonly #database: string;
  readonly #concerns: (text: string) => boolean;
  #pool: DrawPool | null = null;
  /** Of its own: a store that lists findings loads no report meanwhile. */
  #store: Store | null = null;
  #personal: { readonly sha256: string; readonly pages: ReadonlySet<number | null> } | null = null;

  /** `concerns` tells whether a text has what is to be masked. */
  constructor(database: string, concerns: (text: string) => boolean) {
    this.#database = database;
    this.#concerns = concerns;
  }

  /** Empty where the finding stands on no page, or the file is no PDF by itself. */
  async of({ document, finding }: StoredFinding): Promise<Crop[]> {
    const boxes = new Map<number, Box[]>();
    for (const { document: other, page, box } of finding.evidence) {
      if (other === null && page !== null && box) boxes.set(page, [...(boxes.get(page) ?? []), box as Box]);
    }
    const { path, sha256, file } = document;
    if (boxes.size === 0 || !/\.pdf$/i.test(file)) return [];
    if (path === null || path.includes('!/')) return path === null ? [{ reason: 'gone' }] : [];
    const personal = await this.#personalPages(sha256);
    const crops: Crop[] = [];
    for (const [page, [first, ...others]] of [...boxes].slice(0, mostPages)) {
      if (!first) continue;
      if (personal.has(page)) crops.push({ reason: 'personal' });
      else {
        const { DrawPool } = await import('../../pipeline/draw/draw-pool.js');
        this.#pool ??= new DrawPool();
        const drawn = await this.#pool.band({ path, sha256, page, boxes: [first, ...others] });
        crops.push('png' in drawn ? { page, png: drawn.png } : drawn);
      }
    }
    return crops.every((it) => 'reason' in it) ? crops.slice(0, 1) : crops;
  }

  async close(): Promise<void> {
    this.#pool?.stop();
    await this.#store?.close();
  }

  async #personalPages(sha256: string): Promise<ReadonlySet<number | null>> {
    if (this.#personal?.sha256 !== sha256) {
      const { openStoreForReading } = await import('../../store/open-store.js');
      this.#store ??= openStoreForReading(this.#database);
      const report = await this.#store.loadReport(sha256);
      const found = (report?.blocks ?? []).filter(({ text }) => this.#concerns(text));
      this.#personal = { sha256, pages: new Set(found.map(({ page }) => page)) };
    }
    return this.#personal.pages;
  }
}
