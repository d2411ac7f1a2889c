import type { WordsRelation } from '../../../model/relation.js';
import { anyOf } from '../../../rulebook/any-of.js';
import type { Names } from '../../../rulebook/names.js';
import { misnamed, orHolds, type Line, type Said } from '../lines.js';

/** More names than these speak of themselves only where a text is about several organisations. */
const mostNames = 2;
/** So many characters at its beginning make a name known again. */
const longName = 4;

/** Every organisation that begins a clause, and is followed there by one of some patterns. */
function beginning(lines: readonly Line[], { organisations, year }: Names, behind: readonly RegExp[]): Said[] {
  const said = behind.map((it) => `(?:${it.source})`).join('|');
  const begins = new RegExp(
    `(?<=^|[。；;！？，,\\n]\\s*)(\\p{sc=Han}{1,24}?(?:${anyOf(organisations)}))(?:${year.source})?(?:${said})`,
    'gu',
  );
  return lines.flatMap((line) =>
    [...line.text.matchAll(begins)].map((hit): Said => ({ line, start: hit.index, name: hit[1] ?? '' })),
  );
}

/** The organisation that a text begins with and comes back to. */
function subjectOf(lines: readonly Line[], { organisations }: Names): Said | null {
  const [line] = lines;
  const [name = ''] =
    new RegExp(`^\\s*\\p{sc=Han}{2,24}?(?:${anyOf(organisations)})`, 'u').exec(line?.text ?? '') ?? [];
  if (!line || name.length < longName) return null;
  const short = name.trimStart().slice(0, longName);
  const times = lines.reduce((sum, { text }) => sum + text.split(short).length - 1, 0);
  return times > 1 ? { line, start: name.length - name.trimStart().length, name: name.trimStart() } : null;
}

/** Names of one kind: they begin alike (of one place) or end alike (companies). */
const areAlike = (a: string, b: string): boolean => a.slice(0, 1) === b.slice(0, 1) || a.slice(-4) === b.slice(-4);
const isShort = (a: string, b: string): boolean => a.includes(b) || b.includes(a) || shares(a, b) || shares(b, a);
/** 县农业农村局 is short for 青山县农业农村局, and 海蓝水务 for 海蓝水务股份有限公司. */
const shares = (long: string, short: string): boolean =>
  long.startsWith(short.slice(0, 4)) &&
  short.length >= 4 &&
  long.slice(-1) === short.slice(-1) &&
  long.slice(0, 5) === short.slice(0, 5);

/** The one name that speaks in another's report; null where it may speak there. */
function strangerAmong(all: readonly Said[], own: readonly string[]): readonly [wrong: Said, right: Said] | null {
  const byName = new Map<string, Said>();
  for (const it of all) if (![...byName.keys()].some((name) => isShort(name, it.name))) byName.set(it.name, it);
  const [first, second] = byName.values();
  if (!first || !second || byName.size > mostNames || !areAlike(first.name, second.name)) return null;
  const isOwn = ({ name }: Said): boolean => own.some((it) => isShort(it, name));
  if (isOwn(first) && isOwn(second)) return null;
  return isOwn(second) ? [first, second] : [second, first];
}

/**
 * A sentence that another organisation says of itself, in the report of the first: left over from a copied text. Silent where more
 * than two speak, where the text looks at several organisations, and where the second name is one of `own`.
 */
export function otherAgencies(lines: readonly Line[], own: readonly string[], names: Names): readonly WordsRelation[] {
  const many = new RegExp(anyOf(names.inspects), 'u');
  if (lines.some(({ text }) => many.test(text))) return [];
  const speakers = beginning(lines, names, names.statements);
  const paid = beginning(lines, names, [names.amounts]).map((it) => it.name);
  if (new Set([...paid, ...speakers.map((it) => it.name)]).size > mostNames) return [];
  const subject = subjectOf(lines, names);
  const isApart = subject !== null && new Set(speakers.map((it) => it.name)).size === 1;
  const all = isApart ? [subject, ...speakers] : speakers;
  const pair = strangerAmong(all, own);
  return orHolds('other-agency', pair ? [misnamed('other-agency', ...pair)] : [], all);
}
