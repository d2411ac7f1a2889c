import { lazy, Suspense } from 'preact/compat';
import { useEffect } from 'preact/hooks';
import type { DeskInfo } from '../model/desk.js';
import { go, place, type View } from './address.js';
import { read, trouble } from './api.js';
import { nameReviewer, reviewer } from './deciding.js';
import { DocumentPane } from './document-pane.js';
import { Facets } from './facets.js';
import { FindingPane } from './finding-pane.js';
import { Help } from './help.js';
import { listenToKeys } from './keys.js';
import { language, say, switchLanguage, wasChosen } from './language.js';
import { List } from './list.js';
import { helpOpen, searchBox } from './shown.js';

const Runs = lazy(() => import('./runs.js'));
const tabs = { findings: 'deskFindings', reports: 'deskReports', runs: 'deskRuns' } as const;

async function introduce(): Promise<void> {
  const { by, language: spoken } = await read<DeskInfo>('/api/desk');
  if (reviewer.value === '') reviewer.value = by;
  if (!wasChosen) language.value = spoken;
}

export function App() {
  useEffect(() => {
    introduce().catch(() => {});
    return listenToKeys();
  }, []);
  const { view, words } = place.value;
  return (
    <>
      <header>
        <nav aria-label={say('deskTitle')}>
          {(Object.keys(tabs) as View[]).map((it) => (
            <button key={it} aria-current={it === view ? 'page' : undefined} onClick={() => go({ view: it })}>
              {say(tabs[it])}
            </button>
          ))}
        </nav>
        <input
          ref={searchBox}
          type="search"
          aria-label={say('deskSearch')}
          placeholder={say('deskSearch')}
          value={words}
          onInput={(event) => {
            if (!event.isComposing) go({ words: event.currentTarget.value }, true);
          }}
          onCompositionEnd={(event) => go({ words: (event.currentTarget as HTMLInputElement).value }, true)}
        />
        <label>
          {say('deskBy')}
          <input value={reviewer.value} maxLength={100} onChange={(event) => nameReviewer(event.currentTarget.value)} />
        </label>
        <button onClick={switchLanguage}>{say('deskLanguage')}</button>
        <button aria-label={say('deskKeys')} onClick={() => (helpOpen.value = true)}>
          ?
        </button>
      </header>
      {trouble.value !== '' && <p role="alert">{trouble.value}</p>}
      {view === 'runs' ? (
        <Suspense fallback={<p>{say('deskLoading')}</p>}>
          <Runs />
        </Suspense>
      ) : (
        <main>
          <section class="left" aria-label={say(tabs[view])}>
            <Facets />
            <List />
          </section>
          <DocumentPane />
          <FindingPane />
        </main>
      )}
      {helpOpen.value && <Help />}
    </>
  );
}
