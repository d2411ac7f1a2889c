import { createHash } from 'node:crypto';
import type { Box } from '../../model/document.js';
import { drawBand } from '../../parse/pdf/draw.js';
import { openPdf, type OpenPdf } from '../../parse/pdf/open.js';
import { withFile } from '../import/read-file.js';

/** Boxes of one page of a PDF that is to be drawn. */
export interface ToDraw {
  readonly path: string;
  /** What the file must still hold. */
  readonly sha256: string;
  readonly page: number;
  /** The first is what a picture is about. */
  readonly boxes: readonly [Box, ...Box[]];
}

/** A picture as PNG, or why there is none: the file is gone, holds something else by now, or its page cannot be drawn. */
export type Drawn = { readonly png: Uint8Array } | { readonly reason: 'gone' | 'changed' | 'undrawable' };

/** Draws pages, and keeps the PDF open that was drawn last, since findings come document by document. */
export class PageDrawer {
  #open: { readonly sha256: string; readonly pdf: OpenPdf } | null = null;

  async draw({ path, sha256, page, boxes }: ToDraw): Promise<Drawn> {
    let bytes: Buffer | null = null;
    if (this.#open?.sha256 !== sha256) {
      try {
        bytes = await withFile(path, true, (file) => file.bytes());
      } catch {
        return { reason: 'gone' };
      }
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) return { reason: 'changed' };
    }
    try {
      if (bytes) {
        await this.#open?.pdf.close();
        this.#open = null;
        this.#open = { sha256, pdf: await openPdf(new Uint8Array(bytes)) };
      }
      if (!this.#open) return { reason: 'undrawable' };
      return { png: await drawBand(this.#open.pdf, page, boxes) };
    } catch {
      return { reason: 'undrawable' };
    }
  }
}
