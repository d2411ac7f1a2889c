import { numberKinds, rankOf } from './number.js';
import type { Numbered, Series } from './series.js';

/** From here on inwards, words with a comma are rather an item than a title. */
const deep = numberKinds.indexOf('arabicHalf') * 10;
/** From 第一条 on inwards, a title needs more than its number. */
const inner = numberKinds.indexOf('article') * 10;

type Grade = 'sure' | 'likely' | 'weak' | 'no';
interface Graded {
  readonly line: Numbered;
  readonly grade: Grade;
}

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

/** What stands behind the last item of a list is no part of it: it leads only where another member does, or into a series of its own. */
function withoutTail(members: readonly Numbered[]): readonly Numbered[] {
  const list =
    members.length > 1 && members.at(-1)?.opens !== true && members.slice(0, -1).every((line) => !line.leads);
  return list ? members.map((line) => ({ ...line, leads: false })) : members;
}

export interface Verdict {
  readonly ending: RegExp;
  /** Characters up to which one closed sentence is more likely a title. */
  readonly shortest: number;
}

/** Keys and values of a form are numbered too: terms are titles only where nearly all of their series are. */
const nearlyAll = 0.8;

/** The members of a series that are headings: each by itself, by its siblings, or not at all. */
export function headingsIn(series: Series, verdict: Verdict): readonly Numbered[] {
  const graded = withoutTail(series.members).map((line): Graded => ({ line, grade: grade(line, verdict.shortest) }));
  if (series.embedded) return graded.filter((it) => it.grade === 'sure' && it.line.looks).map((it) => it.line);
  const count = (wanted: (it: Graded) => boolean): number => graded.filter(wanted).length;
  const sure = count((it) => it.grade === 'sure');
  const titled = count((it) => isTitled(it));
  const most = 2 * titled > graded.length || (2 * titled === graded.length && sure > 0);
  const terms = titled >= nearlyAll * graded.length;
  return graded
    .filter(({ line, grade: own }) => {
      if (own === 'sure') return true;
      if (own === 'weak') return line.leads && most && sure > 0;
      if (own === 'no') return false;
      if (line.form === 'term' && !terms) return most && verdict.ending.test(line.title);
      return series.kindRank < inner || most || sure > 0 || verdict.ending.test(line.title);
    })
    .map((it) => it.line);
}

const isTitled = ({ line, grade: own }: Graded): boolean =>
  own === 'sure' || (own === 'likely' && (line.form !== 'line' || line.leads));
