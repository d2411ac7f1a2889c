import stringWidth from 'string-width';
import type { Progress } from '../pipeline/import/importing.js';
import { countWords, word } from '../model/words.js';
import type { Io } from './command.js';

/** Milliseconds between two looks at a terminal, and between two lines of a log. */
const redrawAfter = 100;
const logLine = 10_000;

/** Progress on stderr: one line that is drawn again on a terminal, a plain line now and then elsewhere. */
export function showProgress({ err, redraw, language }: Io): {
  readonly show: (progress: Progress) => void;
  readonly end: () => void;
} {
  const terminal = process.stderr.isTTY && process.env['TERM'] !== 'dumb';
  let last = terminal ? 0 : Date.now();
  let drawn = false;
  const show = ({ done, total, counts, path }: Progress): void => {
    const now = Date.now();
    if (now - last < (terminal ? redrawAfter : logLine)) return;
    last = now;
    const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
    const params = { done, total, percent, counts: countWords(counts, language), path };
    const line = word('progress', language, params);
    drawn = terminal;
    if (terminal) redraw(cut(line, process.stderr.columns || 80));
    else err(`${line}\n`);
  };
  const end = (): void => {
    if (drawn) redraw('');
    drawn = false;
  };
  return { show, end };
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
