import { lazy, Suspense } from 'preact/compat';
import { useEffect, useState } from 'preact/hooks';
import { report } from './chosen.js';
import { say } from './language.js';
import { ReadBlocks } from './read-blocks.js';
import { asText, zoom } from './shown.js';

const PdfView = lazy(() => import('./pdf-view.js'));
const WordView = lazy(() => import('./word-view.js'));
const views = { pdf: PdfView, docx: WordView } as const;
const [least, most] = [0.5, 4];

/** The report of what is chosen, as it is printed where its file is still there, or as its text was read. */
export function DocumentPane() {
  const [gone, setGone] = useState<string | null>(null);
  const detail = report.value;
  const sha256 = detail?.document.sha256;
  useEffect(() => setGone(null), [sha256]);
  if (!detail) return <section class="middle empty">{say('deskChoose')}</section>;
  const { document, format, problems } = detail;
  const View = format === 'pdf' || format === 'docx' ? views[format] : null;
  const printed = View !== null && gone === null && !asText.value;
  return (
    <section class="middle" aria-label={say('deskDocument')}>
      <header>
        <h1>{document.title}</h1>
        {View && gone === null && (
          <button aria-pressed={asText.value} onClick={() => (asText.value = !asText.value)}>
            {say(asText.value ? 'deskAsPrinted' : 'deskAsRead')}
          </button>
        )}
        {printed && format === 'pdf' && (
          <>
            <button aria-label={say('deskZoomOut')} onClick={() => (zoom.value = Math.max(least, zoom.value / 1.25))}>
              −
            </button>
            <button aria-label={say('deskZoomIn')} onClick={() => (zoom.value = Math.min(most, zoom.value * 1.25))}>
              +
            </button>
          </>
        )}
      </header>
      {gone !== null && <p role="note">{gone}</p>}
      {problems.map((it) => (
        <p key={it} role="note">
          {it}
        </p>
      ))}
      <div class="scroll" tabIndex={0} role="region" aria-label={document.title}>
        {printed && View ? (
          <Suspense fallback={<p>{say('deskLoading')}</p>}>
            <View key={document.sha256} sha256={document.sha256} onGone={setGone} />
          </Suspense>
        ) : (
          <ReadBlocks report={detail} />
        )}
      </div>
    </section>
  );
}
