import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist';
// eslint-disable-next-line import/default -- Vite makes it an address
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DocumentDetail } from '../model/desk.js';
import { sourceBytes } from './api.js';
import { report } from './chosen.js';
import { say } from './language.js';
import { markClass, markOf } from './marks.js';
import { useInSight } from './mark.js';
import { zoom } from './shown.js';

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}
/** The one script address that the page makes: that of the worker which reads PDFs. */
function trustedWorker(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  return (
    trustedTypes?.createPolicy('desk', { createScriptURL: () => workerUrl }).createScriptURL(workerUrl) ?? workerUrl
  );
}
GlobalWorkerOptions.workerPort = new Worker(trustedWorker(), { type: 'module' });

const folder = (name: string): string => `${location.origin}/pdfjs/${name}/`;
/** CSS pixels of a point. */
const pixels = 4 / 3;
/** Points of an A4 page, for one that was not opened yet. */
const usual = { width: 595, height: 842 };

type Figure = DocumentDetail['figures'][number];

function Box({ figure, scale }: { readonly figure: Figure; readonly scale: number }) {
  const mark = markOf(figure.id);
  const element = useInSight<HTMLSpanElement>(mark.current);
  const [left, top, right, bottom] = (figure.box ?? [0, 0, 0, 0]).map((it) => `${it * scale}px`);
  return (
    <span
      ref={element}
      class={`box ${markClass(mark)}`}
      title={`${figure.label} ${figure.text}`}
      data-figure={figure.id}
      data-place={mark.place || undefined}
      style={{ left, top, width: `calc(${right} - ${left})`, height: `calc(${bottom} - ${top})` }}
    />
  );
}

interface PageProps {
  /** Pixels that are there for its width. */
  readonly room: number;
  readonly pdf: PDFDocumentProxy;
  readonly number: number;
  readonly figures: readonly Figure[];
}

/** A page, which takes its place at once and is drawn when it comes into sight. At zoom 1 it is as large as printed, or as fits. */
function Page({ room, pdf, number, figures }: PageProps) {
  const place = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [page, setPage] = useState<PDFPageProxy | null>(null);
  const [inSight, setInSight] = useState(false);
  const whole = page?.getViewport({ scale: pixels }).width ?? usual.width * pixels;
  const scale = zoom.value * pixels * Math.min(1, room / whole);
  useEffect(() => {
    pdf
      .getPage(number)
      .then(setPage)
      .catch(() => {});
    const seen = new IntersectionObserver(([entry]) => setInSight(entry?.isIntersecting ?? false), {
      rootMargin: '400px',
    });
    if (place.current) seen.observe(place.current);
    return () => seen.disconnect();
  }, [pdf, number]);
  useEffect(() => {
    const element = canvas.current;
    if (!page || !inSight || !element) return;
    const drawn = page.getViewport({ scale: scale * devicePixelRatio });
    [element.width, element.height] = [Math.floor(drawn.width), Math.floor(drawn.height)];
    const task = page.render({ canvas: element, viewport: drawn });
    task.promise.catch(() => {});
    return () => task.cancel();
  }, [page, inSight, scale]);
  const size = page?.getViewport({ scale });
  return (
    <div
      class="pdf-page"
      ref={place}
      data-page={number}
      style={{ width: `${size?.width ?? usual.width * scale}px`, height: `${size?.height ?? usual.height * scale}px` }}
    >
      {inSight && (
        <canvas ref={canvas} role="img" aria-label={say('deskPage', { page: number, pages: pdf.numPages })} />
      )}
      {page && figures.map((it) => <Box key={it.id} figure={it} scale={scale} />)}
    </div>
  );
}

interface Props {
  readonly sha256: string;
  readonly onGone: (why: string) => void;
}

/** A PDF as it is printed, drawn by pdf.js, with boxes over its figures. */
export default function PdfView({ sha256, onGone }: Props) {
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [room, setRoom] = useState(0);
  const pages = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!pages.current) return;
    const measured = new ResizeObserver(([entry]) => setRoom(entry?.contentRect.width ?? 0));
    measured.observe(pages.current);
    return () => measured.disconnect();
  }, []);
  useEffect(() => {
    let wanted = true;
    const open = async (): Promise<void> => {
      const opening = getDocument({
        data: await sourceBytes(sha256),
        isEvalSupported: false,
        enableXfa: false,
        cMapUrl: folder('cmaps'),
        cMapPacked: true,
        standardFontDataUrl: folder('standard_fonts'),
        wasmUrl: folder('wasm'),
      });
      const opened = await opening.promise;
      if (wanted) setPdf(opened);
      else await opening.destroy();
    };
    open().catch((error: Error) => wanted && onGone(error.message));
    return () => void (wanted = false);
  }, [sha256]);
  useEffect(() => () => void pdf?.loadingTask.destroy(), [pdf]);
  const figures = Map.groupBy(report.value?.figures.filter((it) => it.box !== null) ?? [], ({ page }) => page);
  return (
    <div class="pdf" ref={pages}>
      {!pdf && <p>{say('deskLoading')}</p>}
      {pdf &&
        room > 0 &&
        Array.from({ length: pdf.numPages }, (_, at) => (
          <Page key={at} room={room} pdf={pdf} number={at + 1} figures={figures.get(at + 1) ?? []} />
        ))}
    </div>
  );
}
