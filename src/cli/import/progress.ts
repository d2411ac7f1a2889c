import stringWidth from 'string-width';
import type { Progress } from '../../pipeline/import/importing.js';
import { countWords, word } from '../../model/words.js';
import { durationText, rateText } from '../../report/amount-text.js';
import type { Io } from '../command.js';

export const progressKinds = ['auto', 'bar', 'plain', 'json', 'none'] as const;
export type ProgressKind = (typeof progressKinds)[number];

/** Milliseconds between two looks at a terminal, and between two lines of a log. */
const redrawAfter = 100;
const logLine = 10_000;
/** An estimate after less time than this, in seconds, would be a guess. */
const estimateAfter = 3;

export interface ProgressShown {
  readonly show: (progress: Progress) => void;
  readonly end: () => void;
}

/**
 * Progress on stderr: `bar` is one line that is drawn again, `plain` a line now and then, `json` the same for programs; `auto` is a
 * bar on a terminal and plain lines elsewhere. What was asked for by name also ends with a line.
 */
export function showProgress(io: Io, asked: ProgressKind): ProgressShown {
  const terminal = process.stderr.isTTY && process.env['TERM'] !== 'dumb';
  const kind = asked === 'auto' ? (terminal ? 'bar' : 'plain') : asked;
  if (kind === 'none') return { show: () => {}, end: () => {} };
  const began = Date.now();
  const pause = kind === 'bar' ? redrawAfter : logLine;
  let shown = kind === 'bar' ? 0 : began;
  let drawn = false;
  let last: Progress | null = null;
  const tell = (progress: Progress): void => {
    const seconds = (Date.now() - began) / 1000;
    if (kind === 'json') return io.err(`${JSON.stringify({ progress: asData(progress, seconds) })}\n`);
    const line = asLine(progress, seconds, io);
    if (kind === 'plain') return io.err(`${line}\n`);
    drawn = true;
    io.redraw(cut(line, process.stderr.columns || 80));
  };
  return {
    show: (progress) => {
      last = progress;
      if (Date.now() - shown < pause) return;
      shown = Date.now();
      tell(progress);
    },
    end: () => {
      if (drawn) io.redraw('');
      else if (last && asked !== 'auto' && kind !== 'bar') tell(last);
      drawn = false;
      last = null;
    },
  };
}

/** Seconds that the rest will take if its bytes take as long as those before; null where there is nothing to go by yet. */
export function secondsLeft({ bytes, done, total }: Progress, seconds: number): number | null {
  const part = bytes.total > 0 ? bytes.done / bytes.total : done / total;
  if (seconds < estimateAfter || !(part > 0)) return null;
  return Math.max(0, (seconds * (1 - part)) / part);
}

function asData(progress: Progress, seconds: number): Readonly<Record<string, unknown>> {
  const { done, total, bytes, counts, path } = progress;
  const left = secondsLeft(progress, seconds);
  const filesPerSecond = Number(rateText(done, seconds));
  const secondsRemaining = left === null ? null : Math.round(left);
  return {
    done,
    total,
    bytes: bytes.done,
    bytesTotal: bytes.total,
    seconds,
    filesPerSecond,
    secondsRemaining,
    counts,
    path,
  };
}

function asLine(progress: Progress, seconds: number, { language }: Io): string {
  const { done, total, bytes, counts, path } = progress;
  const part = bytes.total > 0 ? bytes.done / bytes.total : total === 0 ? 1 : done / total;
  const remaining = secondsLeft(progress, seconds);
  const time = remaining === null ? null : durationText(remaining, language);
  return word('progress', language, {
    done,
    total,
    percent: Math.floor(100 * part),
    rate: rateText(done, seconds),
    left: time === null ? '' : word('progressLeft', language, { time }),
    counts: countWords(counts, language),
    path,
  });
}

/** As much of a line as fits: a Chinese character takes two columns. */
function cut(line: string, columns: number): string {
  let width = 0;
  let end = 0;
  for (const character of line) {
    width += stringWidth(character);
    if (width >= columns) break;
    end += character.length;
  }
  return line.slice(0, end);
}
