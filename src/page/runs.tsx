import { useEffect, useState } from 'preact/hooks';
import type { RunFile, RunLine } from '../model/desk.js';
import { countWords, type WordKey } from '../model/words.js';
import { read } from './api.js';
import { language, say } from './language.js';

/** Milliseconds between two looks at a running import. */
const again = 2000;

function Failures({ run }: { readonly run: number }) {
  const [files, setFiles] = useState<readonly RunFile[] | null>(null);
  useEffect(() => {
    read<{ files: readonly RunFile[] }>(`/api/runs/${run}/files`)
      .then((it) => setFiles(it.files))
      .catch(() => setFiles([]));
  }, [run, language.value]);
  if (files === null) return <p>{say('deskLoading')}</p>;
  if (files.length === 0) return <p>{say('none')}</p>;
  return (
    <>
      <ul>
        {files.map(({ path, code, message }) => (
          <li key={path}>
            <code>{code}</code> {message === '' ? path : message}
          </li>
        ))}
      </ul>
      <p>{say('deskRetry', { run })}</p>
    </>
  );
}

function Run({ line }: { readonly line: RunLine }) {
  const { run, startedAt, ended, files, paths, counts } = line;
  const done = Object.values(counts).reduce<number>((sum, it) => sum + (it ?? 0), 0);
  const [open, setOpen] = useState(false);
  return (
    <article>
      <h2>
        #{run} <time>{startedAt.slice(0, 16).replace('T', ' ')}</time>
      </h2>
      <p>{paths.join(' ')}</p>
      <p>{countWords(counts as Partial<Record<WordKey, number>>, language.value)}</p>
      {ended === null && files !== null && files > 0 && (
        <label>
          {say('deskRunning', { done, files })} <progress value={done} max={files} />
        </label>
      )}
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{say('deskFailures')}</summary>
        {open && <Failures run={run} />}
      </details>
    </article>
  );
}

/** Imports, newest first, and what could not be read. */
export default function Runs() {
  const [runs, setRuns] = useState<readonly RunLine[]>([]);
  useEffect(() => {
    const load = (): void => {
      read<{ runs: readonly RunLine[] }>('/api/runs')
        .then((it) => setRuns(it.runs))
        .catch(() => {});
    };
    load();
    const timer = setInterval(load, again);
    return () => clearInterval(timer);
  }, []);
  return (
    <main class="runs">
      {runs.map((line) => (
        <Run key={line.run} line={line} />
      ))}
    </main>
  );
}
