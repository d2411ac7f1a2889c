import { numberKinds, rankOf, type HeadingNumber } from './number.js';
import type { Form } from './shape.js';

/** A numbered line on the way to being judged a heading or an item of a list. */
export interface Numbered {
  /** Index among the document's items. */
  readonly at: number;
  readonly number: HeadingNumber;
  readonly form: Form;
  readonly title: string;
  /** Its look says heading: an outline level, a heading style, or type that stands out from the body's. */
  readonly looks: boolean;
  /** Something other than the next number of its kind stands behind it. */
  readonly leads: boolean;
}

/** Numbers of one kind that count on under one parent. */
export interface Series {
  readonly rank: number;
  readonly members: Numbered[];
  /** True when an outer series of the same kind goes on behind it: a list inside a section. */
  embedded: boolean;
}

const last = (series: Series): number => series.members.at(-1)?.number.value ?? 0;

/** Sorts numbered lines into series. Restarts open a new series; a number that an outer series waits for closes the inner ones. */
export function seriesOf(lines: readonly Numbered[]): readonly Series[] {
  const all: Series[] = [];
  const open: Series[] = [];
  for (const line of lines) {
    const rank = rankOf(line.number);
    while ((open.at(-1)?.rank ?? -1) > rank) open.pop();
    const home = findHome(open, rank, line.number.value);
    if (home) {
      for (let top = open.at(-1); top && top !== home; top = open.at(-1)) {
        top.embedded = isList(top);
        open.pop();
      }
      home.members.push(line);
    } else {
      const series: Series = { rank, members: [line], embedded: false };
      all.push(series);
      open.push(series);
    }
  }
  return all;
}

/** A stray number between two of an outer series is a slip of the author; a list starts at one and counts on. */
const isList = (series: Series): boolean => series.members.length > 1 && series.members[0]?.number.value === 1;

function findHome(open: readonly Series[], rank: number, value: number): Series | undefined {
  const peers = open.filter((series) => series.rank === rank).reverse();
  const next = peers.find((series) => last(series) + 1 === value);
  if (next || value === 1) return next;
  const top = peers[0];
  return top && value > last(top) ? top : undefined;
}

/** From here on inwards, words with a comma are rather an item than a title. */
const deep = numberKinds.indexOf('arabicHalf') * 10;

type Grade = 'sure' | 'likely' | 'weak' | 'no';

function grade(line: Numbered, shortest: number): Grade {
  if (line.form === 'sentence') return 'no';
  if (line.looks && line.form !== 'long') return 'sure';
  switch (line.form) {
    case 'line':
      if (rankOf(line.number) >= deep && line.title.includes('，')) return 'weak';
      return line.leads ? 'sure' : 'likely';
    case 'closed':
      return line.leads && line.title.length <= shortest ? 'likely' : 'weak';
    case 'run-in':
    case 'term':
      return 'likely';
    case 'long':
      return 'weak';
  }
}

/** What stands behind the last item of a list is no part of it: it leads only where another member does. */
function withoutTail(members: readonly Numbered[]): readonly Numbered[] {
  const list = members.length > 1 && members.slice(0, -1).every((line) => !line.leads);
  return list ? members.map((line) => ({ ...line, leads: false })) : members;
}

export interface Verdict {
  readonly ending: RegExp;
  /** Characters up to which one closed sentence is more likely a title. */
  readonly shortest: number;
}

/** The members of a series that are headings: each by itself, by its siblings, or not at all. */
export function headingsIn(series: Series, verdict: Verdict): readonly Numbered[] {
  const graded = withoutTail(series.members).map((line) => ({ line, grade: grade(line, verdict.shortest) }));
  const count = (wanted: (it: { line: Numbered; grade: Grade }) => boolean): number => graded.filter(wanted).length;
  if (series.embedded) return graded.filter((it) => it.grade === 'sure' && it.line.looks).map((it) => it.line);
  const outer = series.rank < 30;
  const sure = count((it) => it.grade === 'sure');
  const titled = count(
    (it) => it.grade === 'sure' || (it.grade === 'likely' && (it.line.form !== 'line' || it.line.leads)),
  );
  const most = 2 * titled > graded.length || (2 * titled === graded.length && sure > 0);
  return graded
    .filter(({ line, grade: own }) => {
      if (own === 'sure') return true;
      if (own === 'likely') return outer || most || sure > 0 || verdict.ending.test(line.title);
      return own === 'weak' && line.leads && most && sure > 0;
    })
    .map((it) => it.line);
}
