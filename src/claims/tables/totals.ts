import { fits, type Frame } from './frame.js';
import { sumFrame, type Term } from './linear.js';
import { has, isEntry, type Line, type Sheet } from './sheet.js';

/** Lines without those that are only part of the one before them. */
const whole = (lines: readonly Line[]): Line[] => lines.filter((it) => !it.ofWhich);
const until = (lines: readonly Line[], holds: (line: Line) => boolean): Line[] => {
  const end = lines.findIndex(holds);
  return lines.slice(0, end < 0 ? lines.length : end);
};

/** Going away from a total: subtotals stand for the lines that they total, whose own side they stand at. */
function outer(lines: readonly Line[], line: Line): Line[] {
  const found: Line[] = [];
  let skipping = false;
  for (const it of lines) {
    if (it.total && it.words.head === 'total' && it.label === line.label) break;
    if (it.total) {
      found.push(it);
      skipping = true;
    } else if (!skipping) found.push(it);
  }
  return found;
}

const highest = (lines: readonly Line[]): Line[] => {
  const levels = lines.flatMap((it) => it.level ?? []);
  const least = levels.reduce((a, b) => Math.min(a, b), Infinity);
  return levels.length * 2 < lines.length ? [] : lines.filter((it) => it.level === least);
};

/** The sets of lines that a total may add up, those that its place says first. */
export function setsOf(lines: readonly Line[], line: Line): Line[][] {
  const at = lines.indexOf(line);
  const above = lines.slice(0, at).reverse();
  const below = lines.slice(at + 1);
  const sets = [above, below].flatMap((side) => {
    const segment = until(side, (it) => it.total);
    return [
      whole(segment),
      segment,
      whole(outer(side, line)),
      side.filter((it) => it.total).slice(0, 2),
      side.filter((it) => it.total),
      highest(side.filter((it) => !it.total)),
      highest(segment),
      whole(side.filter((it) => !it.total)),
      line.group === '' ? [] : until(side, (it) => !it.group.startsWith(line.group)),
    ];
  });
  const seen = new Set<string>();
  return sets.filter((set) => {
    const key = set.map((it) => it.at).join(' ');
    return set.length >= 2 && set.length <= 400 && !seen.has(key) && seen.add(key);
  });
}

/** What is taken off: lines that say so, or all from the first such line on. */
export function waysToAdd(set: readonly Line[]): Term[][] {
  const own = set.map((line): Term => ({ line, weight: has(line, 'less') ? -1 : 1 }));
  const first = Math.min(...set.filter((it) => has(it, 'less')).map((it) => it.at));
  const more = set.filter((it) => it.at > first && !has(it, 'less'));
  const after = set.map((line): Term => ({ line, weight: line.at >= first ? -1 : 1 }));
  return more.length > 0 ? [own, after] : [own];
}
const notAdded: ReadonlySet<string | null> = new Set(['average', 'price', 'rate', 'growth', 'index']);
/** Whether the figures of a place may be added: amounts, and shares of one whole. */
export const adds = (place: Omit<Line, 'slots'>): boolean =>
  place.role === 'amount'
    ? !notAdded.has(place.words.head)
    : place.role === 'rate' && has(place, 'share', 'weight') && !has(place, 'growth');

/** Totals by their names: which lines they add up is shown by the places where it holds. */
export function totalFrames(sheet: Sheet): Frame[] {
  const lines = sheet.lines.filter((it) => it.role === 'amount' && it.slots.some(isEntry));
  if (lines.length > 2000) return [];
  return lines
    .filter((it) => it.total)
    .flatMap((line) =>
      setsOf(lines, line)
        .flatMap(waysToAdd)
        .map((terms): Frame => {
          const frame = sumFrame(sheet, line, terms, -1.5);
          return {
            ...frame,
            named: true,
            at: (place) => {
              const across = sheet.places[place];
              const it = across && adds(across) ? frame.at(place) : null;
              return it && it.claimant.figure.kind === 'percent' && it.claimant.value !== 100 && !fits(it) ? null : it;
            },
          };
        }),
    );
}
