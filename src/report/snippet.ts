import type { Report } from '../model/report.js';

type Span = readonly [start: number, end: number];
type Kind = Report['blocks'][number]['kind'];

/** Characters shown before and after the first match. */
const around = { before: 24, after: 56 };
const space = /[\s\u3000]+/g;

/** The line of a table, or the stretch of a text, in which the first match stands, each match between «». */
export function snippet(text: string, matches: readonly Span[], kind: Kind): string {
  const [first] = matches;
  if (!first) return '';
  const line = kind === 'table' ? lineAround(text, first[0]) : ([0, text.length] as const);
  const start = Math.max(line[0], first[0] - around.before);
  const end = Math.min(line[1], Math.max(first[1], start + around.before + around.after));
  const parts: string[] = [start > line[0] ? '…' : ''];
  let at = start;
  for (const [from, to] of matches.filter(([, it]) => it <= end)) {
    parts.push(text.slice(at, from), '«', text.slice(from, to), '»');
    at = to;
  }
  parts.push(text.slice(at, end), end < line[1] ? '…' : '');
  return parts.join('').replace(space, ' ').trim();
}

function lineAround(text: string, at: number): Span {
  const end = text.indexOf('\n', at);
  return [text.lastIndexOf('\n', at - 1) + 1, end < 0 ? text.length : end];
}
