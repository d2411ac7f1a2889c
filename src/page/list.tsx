import { useEffect, useRef, useState } from 'preact/hooks';
import type { FindingLine, ReportLine } from '../model/desk.js';
import { choose, isChosen } from './chosen.js';
import { say } from './language.js';
import { indexOf, rowAt, total, type Line } from './rows.js';

/** Pixels of a row, which style.css gives it too: all are of one height, so that of 100,000 only those in sight are drawn. */
const height = 76;
const beyond = 6;

const Finding = ({ line }: { readonly line: FindingLine }) => (
  <>
    <span class="top">
      <b class={`severity ${line.severity}`}>{say(line.severity)}</b>
      <span>#{line.number}</span>
      <span class={`status ${line.status}`}>{say(line.status)}</span>
    </span>
    <span class="said">{line.message}</span>
    <span class="where">{line.document.title}</span>
  </>
);

const Report = ({ line }: { readonly line: ReportLine }) => (
  <>
    <span class="top">
      <span>{line.year ?? ''}</span>
      <span>{line.state === 'ok' ? '' : say(line.state)}</span>
    </span>
    <span class="said">{line.title}</span>
    <span class="where">{say('deskLines', { findings: line.findings, open: line.open })}</span>
  </>
);

const Row = ({ line, top }: { readonly line: Line; readonly top: number }) => (
  <li style={{ top: `${top}px` }}>
    <button class="row" aria-current={isChosen(line) ? 'true' : undefined} onClick={() => choose(line)}>
      {'number' in line ? <Finding line={line} /> : <Report line={line} />}
    </button>
  </li>
);

/** The findings or reports; of a long list only what is in sight. */
export function List() {
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 800 });
  const count = total.value ?? 0;
  const chosen = indexOf(isChosen);
  useEffect(() => {
    const element = box.current;
    if (!element || chosen < 0) return;
    const [top, bottom] = [chosen * height, (chosen + 1) * height];
    if (top < element.scrollTop) element.scrollTop = top;
    else if (bottom > element.scrollTop + element.clientHeight) element.scrollTop = bottom - element.clientHeight;
  }, [chosen]);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const measured = new ResizeObserver(() => setView({ top: element.scrollTop, height: element.clientHeight }));
    measured.observe(element);
    return () => measured.disconnect();
  }, []);
  const first = Math.max(0, Math.floor(view.top / height) - beyond);
  const last = Math.min(count, Math.ceil((view.top + view.height) / height) + beyond);
  const rows = [];
  for (let at = first; at < last; at++) {
    const line = rowAt(at);
    if (line) rows.push(<Row key={at} line={line} top={at * height} />);
  }
  return (
    <div
      class="list"
      ref={box}
      tabIndex={-1}
      onScroll={({ currentTarget }) => setView({ top: currentTarget.scrollTop, height: currentTarget.clientHeight })}
    >
      {total.value === 0 && <p>{say('deskNothing')}</p>}
      <ul style={{ height: `${count * height}px` }}>{rows}</ul>
    </div>
  );
}
