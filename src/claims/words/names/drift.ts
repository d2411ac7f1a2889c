import { groupedBy } from '../../../model/grouped.js';
import type { WordsRelation } from '../../../model/relation.js';
import { anyOf } from '../../../rulebook/any-of.js';
import type { Names } from '../../../rulebook/names.js';
import { misnamed, orHolds, type Line, type Said } from '../lines.js';

/** Shorter names differ in one character too often by right. */
const shortest = 8;
const longest = 40;
/** So many names of a document are followed. */
const mostNames = 60;
/** Of a small place: so many characters before 村, of which the last may slip. */
const placeLength = 3;

/** Names that a line gives, that the title bears or that stand in quotation marks, as long as nobody writes them by chance. */
function givenNames(lines: readonly Line[], { given, projects }: Names): Said[] {
  const behind = new RegExp(`${given.source}([^\\s，,。；;：:（(]{${shortest},${longest}})`, 'gu');
  const quoted = new RegExp(`[“《]([^“”《》，,。；;]{${shortest},${longest}})[”》]`, 'gu');
  const whole = new RegExp(`^\\s*(\\p{sc=Han}{${shortest},${longest}}?(?:${anyOf(projects)}))`, 'u');
  return lines
    .flatMap((line, i): Said[] => {
      const hits = [...line.text.matchAll(behind), ...line.text.matchAll(quoted)];
      const title = i < 2 ? whole.exec(line.text) : null;
      return [...(title ? [title] : []), ...hits].map((hit) => ({
        line,
        start: hit.index + hit[0].indexOf(hit[1] ?? ''),
        name: hit[1] ?? '',
      }));
    })
    .slice(0, mostNames);
}

/** Where a part of a name stands in a line. */
function* placesOf(part: string, { text }: Line): Iterable<number> {
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) yield at;
}

/** The only place where all but one character of two texts of one length differ; null where there are none or more. */
function difference(a: string, b: string): number | null {
  let at: number | null = null;
  for (let i = 0; i < a.length; i++) {
    if (a[i] === b[i]) continue;
    if (at !== null) return null;
    at = i;
  }
  return at;
}

/** Every place where a name stands with one character changed. One half of it stands there unchanged. */
function variantsOf({ name }: Said, lines: readonly Line[], apart: string): Said[] {
  const middle = name.length >> 1;
  const halves = [
    { part: name.slice(0, middle), shift: 0 },
    { part: name.slice(middle), shift: middle },
  ];
  const found = new Map<string, Said>();
  for (const line of lines) {
    for (const { part, shift } of halves) {
      for (const at of placesOf(part, line)) {
        const start = at - shift;
        const other = line.text.slice(Math.max(0, start), start + name.length);
        if (start < 0 || other.length !== name.length) continue;
        const differing = difference(name, other);
        // what a thing is, told at its end, is no slip of its name
        if (differing === null || differing >= name.length - 2) continue;
        const pair = [name[differing] ?? '', other[differing] ?? ''];
        if (pair.some((it) => apart.includes(it) || !/\p{sc=Han}/u.test(it))) continue;
        found.set(`${line.placed.block.id} ${start}`, { line, start, name: other });
      }
    }
  }
  return [...found.values()];
}

/** Names of projects with one character changed in one place: 白鹭湖…工程, later 白鹤湖…工程. */
function projectDrift(all: readonly Said[], lines: readonly Line[], names: Names): WordsRelation[] {
  const seen = new Set<string>();
  return all.flatMap((given): WordsRelation[] => {
    if (seen.has(given.name)) return [];
    seen.add(given.name);
    const variants = variantsOf(given, lines, names.apart);
    const [only] = variants;
    if (!only || variants.length > 1 || seen.has(only.name)) return [];
    seen.add(only.name);
    return [misnamed('name-drift', only, given)];
  });
}

/** 李家沟村 twice and 李家湾村 once, where no other place of the kind begins so. */
function placeDrift(lines: readonly Line[], { places, apart }: Names): WordsRelation[] {
  return places.flatMap((kind): WordsRelation[] => {
    const spelt = new RegExp(`(?<!、)\\p{sc=Han}{${placeLength}}${kind}(?!、)`, 'gu');
    const all = lines.flatMap((line) =>
      [...line.text.matchAll(spelt)].map((hit): Said => ({ line, start: hit.index, name: hit[0] })),
    );
    const byHead = groupedBy(all, (it) => it.name.slice(0, placeLength - 1));
    return [...byHead.values()].flatMap((alike): WordsRelation[] => {
      const [one, other, ...more] = [...groupedBy(alike, (it) => it.name).values()].sort((a, b) => a.length - b.length);
      const [wrong, right] = [one?.[0], other?.[0]];
      if (!wrong || !right || more.length > 0 || one?.length !== 1 || (other?.length ?? 0) < 2) return [];
      const slipped = [wrong, right].some((it) => apart.includes(it.name[placeLength - 1] ?? ''));
      return slipped ? [] : [misnamed('name-drift', wrong, right)];
    });
  });
}

/** Names of one thing that differ in a character. */
export function nameDrift(lines: readonly Line[], names: Names): readonly WordsRelation[] {
  const given = givenNames(lines, names);
  const projects = projectDrift(given, lines, names);
  return orHolds('name-drift', projects.length > 0 ? projects : placeDrift(lines, names), given);
}
