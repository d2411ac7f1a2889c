import { centre, middle, type Fragment } from '../glyphs/fragments.js';
import type { Turn } from '../glyphs/frame.js';
import type { Grid } from './grid.js';
import type { PageContent } from '../glyphs/page-content.js';
import { turnedFragment, turnedFrame, turnedRuling } from '../glyphs/turned.js';

/** Share of the characters in a table that are turned as it is. */
const mostOfText = 0.7;

/** A part of a page that is turned against the rest, as the page of its own that it is. */
export interface TurnedPart {
  readonly content: PageContent;
  /** What of the page is in it. */
  readonly grids: ReadonlySet<Grid>;
  readonly fragments: ReadonlySet<Fragment>;
}

const within = ({ xs, ys }: Grid, x: number, y: number): boolean =>
  x > (xs[0] ?? 0) - 1 && x < (xs.at(-1) ?? 0) + 1 && y > (ys[0] ?? 0) - 1 && y < (ys.at(-1) ?? 0) + 1;

const holds = (grid: Grid, it: Fragment): boolean => within(grid, centre(it), middle(it));

const columnAt = (edges: readonly number[], value: number): number => edges.findIndex((edge) => edge > value);

/** True when most text of a table is turned so, over rows and columns: not the labels of one row or column only. */
function isTurned(grid: Grid, athwart: readonly Fragment[], level: readonly Fragment[], turn: Turn): boolean {
  const mine = athwart.filter((it) => it.turn === turn && holds(grid, it));
  if (mine.length < 4) return false;
  const length = (of: readonly Fragment[]): number => of.reduce((sum, it) => sum + it.text.length, 0);
  const others = [...level, ...athwart.filter((it) => it.turn !== turn)].filter((it) => holds(grid, it));
  if (length(mine) < mostOfText * (length(mine) + length(others))) return false;
  const rows = new Set(mine.map((it) => columnAt(grid.ys, middle(it))));
  const columns = new Set(mine.map((it) => columnAt(grid.xs, centre(it))));
  return rows.size > 1 && columns.size > 1;
}

/** The part of a page that was turned as a whole, with its table: a landscape table on an upright page. Null for none. */
export function turnedPart(content: PageContent, grids: readonly Grid[]): TurnedPart | null {
  for (const turn of [90, 270] as const) {
    const turned = grids.filter((grid) => isTurned(grid, content.athwart, content.fragments, turn));
    if (turned.length === 0) continue;
    const frame = turnedFrame(content.frame, turn);
    const mine = content.athwart.filter((it) => it.turn === turn);
    const rulings = content.rulings.filter(({ axis, at, from, to }) => {
      const along = (from + to) / 2;
      return turned.some((grid) => (axis === 'across' ? within(grid, along, at) : within(grid, at, along)));
    });
    return {
      content: {
        ...content,
        frame,
        fragments: mine.map((it) => turnedFragment(frame, it)),
        athwart: [],
        rulings: rulings.map((it) => turnedRuling(frame, it)),
      },
      grids: new Set(turned),
      fragments: new Set(mine),
    };
  }
  return null;
}
