import type { TextContent } from 'pdfjs-dist/types/src/display/api.js';
import type { RawRun } from '../page/glyphs/glyph-runs.js';
import { matrixOf, times, type Matrix } from './operators.js';

/** The runs that pdf.js extracted from a page, but for those in fonts that `skip` names. */
export function textRuns(content: TextContent, viewport: Matrix, skip: (font: string) => boolean): RawRun[] {
  const runs: RawRun[] = [];
  for (const item of content.items) {
    if (!('str' in item) || skip(item.fontName)) continue;
    const placed = matrixOf(item.transform);
    if (!placed) continue;
    const [a, b, c, d, x, y] = times(viewport, placed);
    const vertical = content.styles[item.fontName]?.vertical === true;
    const [ux, uy] = vertical ? [-c, -d] : [a, b];
    const norm = Math.hypot(ux, uy);
    runs.push({
      text: item.str,
      font: item.fontName,
      size: Math.hypot(c, d),
      x,
      y,
      along: [ux / norm, uy / norm],
      length: vertical ? item.height : item.width,
      above: vertical ? 0.5 : 0.86,
      below: vertical ? 0.5 : 0.14,
    });
  }
  return runs;
}
