import type { Fragment } from '../glyphs/fragments.js';
import type { Ruling } from '../glyphs/ruling.js';
import { gridsOf, type Grid } from './grid.js';
import { halfRuledGrids } from './half-ruled.js';
import { threeRuleGrids } from './three-rules.js';

/** A way of telling tables by lines; `grids` are those that ways before it have found. */
type GridFinder = (rulings: readonly Ruling[], fragments: readonly Fragment[], grids: readonly Grid[]) => Grid[];

/** In this order each takes what those before have left: lines that cross, a line under each row, three lines in all. */
const finders: readonly GridFinder[] = [gridsOf, halfRuledGrids, threeRuleGrids];

/** The tables that the lines of a page show, all or in part. */
export function findGrids(rulings: readonly Ruling[], fragments: readonly Fragment[]): Grid[] {
  const found: Grid[] = [];
  for (const find of finders) found.push(...find(rulings, fragments, found));
  return found;
}
