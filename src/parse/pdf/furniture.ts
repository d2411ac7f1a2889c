import { dense } from '../../model/dense.js';
import type { Furniture } from '../../model/document.js';
import type { Line } from './text-lines.js';

export type Role = Furniture['role'];

/** Shares of a page's height in which headers and footers stand. */
const headZone = 0.115;
const footZone = 0.885;

const pageNumber =
  /^(?:[-—–－―~·•|]*\d{1,4}[-—–－―~·•|]*|第?\d{1,4}页?[,，、/|]?共\d{1,4}页|共\d{1,4}页[,，、/|]?第\d{1,4}页|第\d{1,4}页|\d{1,4}\/\d{1,4}|p(?:age)?\.?\d{1,4}(?:of\d{1,4})?|[-—–]*[ivxlc]{1,6}[-—–]*)$/i;
/** Captions of tables stand at the same height on page after page, and are the report's own words. */
const caption = /单位[:：]|编制|^附?表\d/;

const pattern = (line: Line): string => dense(line.text).replace(/\d+/g, '#');
const inZone = (line: Line): 'header' | 'footer' | null => {
  if (line.bottom < line.frameHeight * headZone) return 'header';
  return line.top > line.frameHeight * footZone ? 'footer' : null;
};

/** The first number of a line, as page numbers have one. */
const numberIn = (line: Line): number => Number(/\d+/.exec(line.text)?.[0] ?? NaN);

/** A bare number is a page number when it keeps step with the pages, or stands alone at the edge of a single page. */
function pageNumbers(edge: readonly Line[], pages: number): Map<Line, Role> {
  const candidates = edge.filter((line) => inZone(line) !== null && pageNumber.test(dense(line.text)));
  const steps = new Map<number, Set<number>>();
  for (const line of candidates) {
    const step = numberIn(line) - line.page;
    steps.set(step, (steps.get(step) ?? new Set()).add(line.page));
  }
  const roles = new Map<Line, Role>();
  for (const line of candidates) {
    const keepsStep = pages === 1 || (steps.get(numberIn(line) - line.page)?.size ?? 0) > 1;
    if (!/^\d+$/.test(dense(line.text)) || keepsStep) roles.set(line, 'page-number');
  }
  return roles;
}

/** Heights within two neighbouring bands of so many points are the same place. */
const band = 4;

/** Lines that stand at the same place on several pages, whatever their numbers. */
function repeated(edge: readonly Line[], pages: number): Map<Line, Role> {
  const keyOf = (line: Line, shift: number): string =>
    `${inZone(line)} ${Math.round(line.top / band) + shift} ${pattern(line)}`;
  const candidates = edge.filter((line) => inZone(line) !== null && !caption.test(dense(line.text)));
  const onPages = new Map<string, Set<number>>();
  for (const line of candidates) {
    const key = keyOf(line, 0);
    const met = onPages.get(key);
    if (met) met.add(line.page);
    else onPages.set(key, new Set([line.page]));
  }
  const wanted = pages <= 4 ? 2 : 3;
  const roles = new Map<Line, Role>();
  for (const line of candidates) {
    const near = [-1, 0, 1].map((shift) => onPages.get(keyOf(line, shift))?.size ?? 0);
    const most = Math.max(near[1] ?? 0, (near[0] ?? 0) + (near[1] ?? 0), (near[1] ?? 0) + (near[2] ?? 0));
    if (most >= wanted) roles.set(line, inZone(line) ?? 'header');
  }
  return roles;
}

/** Dots that lead to a page number, or so many that they lead to one that is not printed. */
const leader = /(?:(?:[.．·•。_\-—…⋯]\s?){4,}|[…⋯]{2,})\(?\d{1,4}\)?$|[\p{L})）](?:[…⋯]{5,}|[.．·]{9,})$/u;
const contentsTitle = /^(?:目[录次錄]|contents)$/i;

const endsInPage = (line: Line): boolean =>
  leader.test(dense(line.text)) || (line.lastPart !== null && /^\(?\d{1,4}\)?$/.test(dense(line.lastPart.text)));

/** Lines of a table of contents: those with leaders anywhere, those with a page number after the title 目录. */
function contents(lines: readonly Line[]): Map<Line, Role> {
  const roles = new Map<Line, Role>();
  let misses = Infinity;
  let pending: Line[] = [];
  for (const line of lines) {
    if (leader.test(dense(line.text))) roles.set(line, 'contents');
    if (contentsTitle.test(dense(line.text))) {
      misses = 0;
      pending = [line];
    } else if (misses <= 1 && endsInPage(line)) {
      // a title that takes two lines has its page number on the second
      for (const it of [...pending, line]) roles.set(it, 'contents');
      misses = 0;
      pending = [];
    } else if (misses <= 1) {
      misses++;
      pending.push(line);
    }
  }
  return roles;
}

/** Entries in a row that need not stand again: titles worded otherwise, or printed over two lines. */
const mostMisses = 2;

/** A title without its number, which may stand in one of two places only. */
const unnumbered = (line: Line): string =>
  dense(line.text).replace(
    /^(?:第[一二三四五六七八九十\d]+[部分章节]+|[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[)）]|\d+[、.．])/,
    '',
  );

/** Entries that a table of contents may be told by where it prints no page numbers: what stands after 目录 stands again later. */
function bareContents(lines: readonly Line[]): Map<Line, Role> {
  const roles = new Map<Line, Role>();
  const start = lines.findIndex((line) => contentsTitle.test(dense(line.text)));
  if (start < 0) return roles;
  const lastAt = new Map(lines.map((line, i) => [unnumbered(line), i]));
  const first = dense(lines[start + 1]?.text ?? '');
  const entries: Line[] = [];
  let [found, missed] = [0, 0];
  for (let i = start + 1; i < lines.length && missed <= mostMisses; i++) {
    const line = lines[i];
    if (!line || (i > start + 1 && dense(line.text) === first)) break;
    const again = (lastAt.get(unnumbered(line)) ?? i) > i;
    missed = again ? 0 : missed + 1;
    found += again ? 1 : 0;
    entries.push(line);
  }
  const listed = entries.slice(0, entries.length - missed);
  if (found < 4 || found < 0.7 * listed.length) return roles;
  for (const line of [...lines.slice(start, start + 1), ...listed]) roles.set(line, 'contents');
  return roles;
}

/** What part each line plays that is not the report's own text. `lines` in reading order, of all pages. */
export function furnitureOf(lines: readonly Line[], pages: number): Map<Line, Role> {
  const byPage = new Map<number, Line[]>();
  for (const line of lines) {
    const list = byPage.get(line.page);
    if (list) list.push(line);
    else byPage.set(line.page, [line]);
  }
  const edge = [...byPage.values()].flatMap((list) => {
    const ordered = [...list].sort((a, b) => a.top - b.top);
    return ordered.filter((_, i) => i < 3 || i >= ordered.length - 3);
  });
  const fixed = new Map([...repeated(edge, pages), ...pageNumbers(edge, pages)]);
  const rest = lines.filter((line) => !fixed.has(line));
  return new Map([...bareContents(rest), ...contents(rest), ...fixed]);
}
