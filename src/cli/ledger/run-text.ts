import type { Language } from '../../model/catalogue.js';
import { visible } from '../../model/visible.js';
import { countWords, word } from '../../model/words.js';
import { bytesText, durationText, rateText } from '../../report/amount-text.js';
import { kindWords } from '../../report/kind-words.js';
import type { ToldRun } from './status.js';

/** A run for people; files beyond `most` are only counted. */
export function runText(run: ToldRun, most: { readonly left: number }, language: Language): string {
  const { elapsed, recorded, unopened, slowest, leftFiles } = run;
  const started = new Date(run.startedAt).toLocaleString('sv');
  const ended = word(run.ended === 'running' ? 'runningRun' : run.ended, language);
  const counts = countWords(run.counts, language);
  const time = durationText(elapsed, language);
  const lines = [word('runLine', language, { run: run.run, ended, started, time, counts })];
  if (!run.whole) return `${lines.join('\n')}\n`;
  if (run.paths.length > 0) lines.push(word('runPaths', language, { paths: run.paths.join(', ') }));
  const options = Object.entries(run.options).map(([name, value]) => `${name}=${String(value)}`);
  const by = { version: run.version, rules: run.rules, options: options.join(' ') || word('none', language) };
  lines.push(word('runBy', language, by));
  if (elapsed > 0) {
    const files = Object.entries(run.counts).reduce(
      (sum, [state, count]) => sum + (state === 'missing' ? 0 : count),
      0,
    );
    const bytes = bytesText(Math.round(recorded.bytes / elapsed));
    const rate = { rate: rateText(files, elapsed), bytes, time: durationText(recorded.seconds, language) };
    lines.push(word('runRate', language, rate));
  }
  if (Object.keys(unopened).length > 0)
    lines.push(word('runUnopened', language, { counts: kindWords(unopened, language) }));
  if (slowest.length > 0) {
    lines.push(word('runSlowest', language));
    for (const { path, seconds } of slowest)
      lines.push(`    ${durationText(seconds ?? 0, language)}  ${visible(path)}`);
  }
  if (run.left > 0 && run.ended !== 'running') {
    lines.push(word('runLeft', language, { left: run.left, files: run.files ?? run.left }));
    lines.push(...leftFiles.map((path) => `    ${visible(path)}`));
    const more = run.left - leftFiles.length;
    if (more > 0 && leftFiles.length >= most.left) lines.push(word('moreLines', language, { count: more }));
  }
  return `${lines.join('\n')}\n\n`;
}
