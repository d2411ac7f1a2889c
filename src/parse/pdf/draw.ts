import type { Box } from '../../model/document.js';
import { withPage, type OpenPdf } from './open.js';

/** Pixels to a point. */
const scale = 1.6;
/** Points that are shown above and below what is marked. */
const around = 30;
/** Points from top to bottom that a picture has at most. */
const tallest = 420;

/** What pdf.js draws on, in Node a canvas of @napi-rs/canvas. */
interface Canvas {
  readonly canvas: { toBuffer(type: 'image/png'): Buffer };
  readonly context: Context;
}
interface Context {
  strokeStyle: string;
  lineWidth: number;
  setLineDash(segments: readonly number[]): void;
  strokeRect(left: number, top: number, width: number, height: number): void;
}
interface CanvasFactory {
  create(width: number, height: number): Canvas;
  destroy(canvas: Canvas): void;
}

/**
 * A band of a page as wide as the page, as PNG, with boxes in it framed: the first with a thick line, the others with a broken one.
 * Boxes are in points from the top left of the page as shown; those too far below the first are left out. Pictures on the page are
 * not drawn.
 */
export async function drawBand(pdf: OpenPdf, number: number, boxes: readonly [Box, ...Box[]]): Promise<Uint8Array> {
  return withPage(pdf, number, async (page) => {
    const { height } = page.getViewport({ scale: 1 });
    const [first] = boxes;
    const shown = boxes.filter(
      (box) => Math.max(box[3], first[3]) - Math.min(box[1], first[1]) + 2 * around <= tallest,
    );
    const marked = shown.length > 0 ? shown : [first];
    const top = Math.max(0, Math.min(...marked.map((box) => box[1])) - around);
    const bottom = Math.min(height, Math.max(...marked.map((box) => box[3])) + around, top + tallest);
    const viewport = page.getViewport({ scale, offsetY: -top * scale });
    const factory = pdf.document.canvasFactory as CanvasFactory;
    const drawn = factory.create(Math.ceil(viewport.width), Math.max(1, Math.ceil((bottom - top) * scale)));
    try {
      await page.render({ canvasContext: drawn.context as never, canvas: null, viewport }).promise;
      marked.forEach((box, at) => frame(drawn.context, box, top, at === 0 && box === first));
      return new Uint8Array(drawn.canvas.toBuffer('image/png'));
    } finally {
      factory.destroy(drawn);
    }
  });
}

function frame(context: Context, [left, top, right, bottom]: Box, from: number, isFirst: boolean): void {
  context.strokeStyle = '#c00000';
  context.lineWidth = isFirst ? 2.5 : 1.5;
  context.setLineDash(isFirst ? [] : [5, 3]);
  context.strokeRect(
    (left - 2) * scale,
    (top - from - 2) * scale,
    (right - left + 4) * scale,
    (bottom - top + 4) * scale,
  );
}
