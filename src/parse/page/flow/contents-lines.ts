import { dense } from '../../../model/dense.js';
import type { Line } from '../lines/text-lines.js';

/** Dots that lead to a page number, or so many that they lead to one that is not printed. */
const leader =
  /(?:(?:[.．·•。_\-—…⋯]\s?){4,}|[…⋯]{2,})\(?(?:\d{1,4}|[ivxlc]{1,7})\)?$|[\p{L})）](?:[…⋯]{5,}|[.．·]{9,})$/u;
const contentsTitle = /^(?:目[录次錄]|contents)$/i;

const endsInPage = (line: Line): boolean =>
  leader.test(dense(line.text)) || (line.lastPart !== null && /^\(?\d{1,4}\)?$/.test(dense(line.lastPart.text)));

/** Lines of a table of contents: those with leaders anywhere, those with a page number after the title 目录. */
function listed(lines: readonly Line[]): Set<Line> {
  const found = new Set<Line>();
  let misses = Infinity;
  let pending: Line[] = [];
  for (const line of lines) {
    if (leader.test(dense(line.text))) found.add(line);
    if (contentsTitle.test(dense(line.text))) {
      misses = 0;
      pending = [line];
    } else if (misses <= 1 && endsInPage(line)) {
      // a title that takes two lines has its page number on the second
      for (const it of [...pending, line]) found.add(it);
      misses = 0;
      pending = [];
    } else if (misses <= 1) {
      misses++;
      pending.push(line);
    }
  }
  return found;
}

/** Entries in a row that need not stand again: titles worded otherwise, or printed over two lines. */
const mostMisses = 2;

/** A title without its number, which may stand in one of two places only. */
const unnumbered = (text: string): string =>
  dense(text).replace(
    /^(?:第[一二三四五六七八九十\d]+[部分章节]+|[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[)）]|\d+[、.．])/,
    '',
  );

/** Where each title stands last: a line of its own, or run into the paragraph that it heads. */
function lastPlaces(lines: readonly Line[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  lines.forEach(({ text }, i) => {
    places.set(unnumbered(text), i);
    const runIn = /^[^。：:]+(?=[。：:])/u.exec(text)?.[0];
    if (runIn !== undefined) places.set(unnumbered(runIn), i);
  });
  return places;
}

/** Entries that a table of contents may be told by where it prints no page numbers: what stands after 目录 stands again later. */
function unnumberedPages(lines: readonly Line[]): readonly Line[] {
  const start = lines.findIndex((line) => contentsTitle.test(dense(line.text)));
  if (start < 0) return [];
  const lastAt = lastPlaces(lines);
  const first = dense(lines[start + 1]?.text ?? '');
  const entries: Line[] = [];
  let [found, missed] = [0, 0];
  for (let i = start + 1; i < lines.length && missed <= mostMisses; i++) {
    const line = lines[i];
    if (!line || (i > start + 1 && dense(line.text) === first)) break;
    const again = (lastAt.get(unnumbered(line.text)) ?? i) > i;
    missed = again ? 0 : missed + 1;
    found += again ? 1 : 0;
    entries.push(line);
  }
  const known = entries.slice(0, entries.length - missed);
  return found < 4 || found < 0.7 * known.length ? [] : [...lines.slice(start, start + 1), ...known];
}

/** The lines of a document's tables of contents. `lines` in reading order, without headers, footers and page numbers. */
export const contentsLines = (lines: readonly Line[]): Set<Line> =>
  new Set([...unnumberedPages(lines), ...listed(lines)]);
