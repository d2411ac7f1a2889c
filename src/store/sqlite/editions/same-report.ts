import type { Identity, Report } from '../../../model/report.js';

/** What a document is told from others by. */
export interface Profile extends Pick<Identity, 'key' | 'period' | 'scope' | 'subject'> {
  readonly sha256: string;
  readonly title: string | null;
  readonly organisation: string | null;
  readonly kind: Report['reportKind'];
  /** The figures that tell it from others. */
  readonly marks: ReadonlySet<string>;
}

/** Fewer figures than this may differ, or agree, by chance. */
const few = { toDiffer: 3, toAgree: 8 };
/** Of the figures of the lesser document that stand in the other: of a twin nearly all, of a correction most, of another report few. */
const shared = { twin: 0.9, edition: 0.2 };
/** Of all figures of both: a part of a report is no twin of the whole. */
const ofAll = 0.6;
/** Subjects that share so many pairs of characters may be one that was read twice. */
const alikeEnough = 0.5;

const dense = (text: string | null): string => (text ?? '').normalize('NFKC').replace(/\s+/g, '');
const differ = (a: string | null, b: string | null): boolean => a !== null && b !== null && a !== b;

function pairsOf(text: string): Set<string> {
  const chars = [...dense(text)];
  return new Set(chars.slice(1).map((char, at) => (chars[at] ?? '') + char));
}

function unlike(a: string | null, b: string | null): boolean {
  if (!differ(a, b)) return false;
  const [x, y] = [pairsOf(a ?? ''), pairsOf(b ?? '')];
  const common = [...x].filter((it) => y.has(it)).length;
  return 2 * common < alikeEnough * (x.size + y.size);
}

/** Whether one name may be the other with its place before it, or is not known. */
function mayBeOne(a: string | null, b: string | null): boolean {
  const [x, y] = [dense(a), dense(b)];
  return x === '' || y === '' || x.endsWith(y) || y.endsWith(x);
}

/** Whether what two documents say of themselves cannot be said of one report. */
const contradict = (a: Profile, b: Profile): boolean =>
  differ(a.period, b.period) || differ(a.scope, b.scope) || unlike(a.subject, b.subject);

/**
 * Whether two documents are editions of one report. What they say of themselves decides: period, department or unit, and the
 * subject must not contradict each other, and where organisation, kind, period and subject are all told and equal, contents
 * need only be no others'. Where one of them tells less, as a PDF whose cover was misread, nearly all figures must be the same.
 */
function isSameReport(a: Profile, b: Profile): boolean {
  if (contradict(a, b)) return false;
  const common = [...a.marks].filter((mark) => b.marks.has(mark)).length;
  const least = Math.min(a.marks.size, b.marks.size);
  if (a.key !== null && a.key === b.key) return least < few.toDiffer || common >= shared.edition * least;
  const sameTitle = dense(a.title) !== '' && dense(a.title) === dense(b.title);
  if (!sameTitle && (differ(a.kind, b.kind) || !mayBeOne(a.organisation, b.organisation))) return false;
  const all = a.marks.size + b.marks.size - common;
  if (least < few.toAgree) return sameTitle && common > 1 && common === all;
  return common >= shared.twin * least && common >= ofAll * all;
}

/** What says most of itself comes first; then by content. */
function inOrderOfWords<T extends Profile>(profiles: readonly T[]): T[] {
  const told = ({ key, period, scope, subject, organisation, title }: T): number =>
    [key, period, scope, subject, organisation, title].filter((it) => it !== null).length;
  return profiles.toSorted((a, b) => told(b) - told(a) || (a.sha256 < b.sha256 ? -1 : 1));
}

/**
 * Documents by report: each is the same as some other of its group and contradicts none, so that one which says too little, and
 * would go with a department and with its unit, never makes one report of the two.
 */
export function groupsOf<T extends Profile>(profiles: readonly T[]): readonly (readonly T[])[] {
  const groups: T[][] = [];
  for (const profile of inOrderOfWords(profiles)) {
    const joined = [profile];
    for (const group of groups.filter((members) => members.some((it) => isSameReport(it, profile)))) {
      if (group.some((it) => joined.some((other) => contradict(it, other)))) continue;
      joined.push(...group);
      groups.splice(groups.indexOf(group), 1);
    }
    groups.push(joined);
  }
  return groups;
}
