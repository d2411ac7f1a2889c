import type { Document } from '../../src/model/document.js';
import { isBroken, leavesOf, operatorsOf, parseExpression, type Expression, type Leaf } from './expression.js';
import { distance, spotsOf, type Spot } from './spots.js';

/** A relation that the document's author says to hold, with the places of its figures. */
export interface Claim {
  readonly kind: string;
  readonly text: string;
  readonly expression: Expression;
  /** Numbers that the document does not print (100, 12 months) have no place. */
  readonly places: ReadonlyMap<Leaf, Spot>;
}

const bare = (number: string): string =>
  number
    .replaceAll(',', '')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');

function unitFits(leaf: Leaf, spot: Spot): number {
  if (leaf.unit === '') return 0;
  if (spot.cell) return 0;
  return spot.after.startsWith(leaf.unit) ? 0 : 50;
}

/** Numbers that an expression needs but nobody prints: factors, hundreds, months. */
const constant = /^(?:100|1|12|10+)$/;

/** The spots of an expression's leaves that stand nearest to each other; null where a number is printed nowhere or far away. */
function locate(expression: Expression, spots: ReadonlyMap<string, readonly Spot[]>): ReadonlyMap<Leaf, Spot> | null {
  const leaves = expression.sides.flatMap(leavesOf);
  const choices = leaves
    .map((leaf) => ({ leaf, spots: spots.get(bare(leaf.number)) ?? [] }))
    .filter((it) => it.spots.length > 0 || !constant.test(bare(it.leaf.number)));
  if (choices.length < 2 || choices.some((it) => it.spots.length === 0)) return null;
  const rarest = choices.reduce((a, b) => (b.spots.length < a.spots.length ? b : a));
  let best: { readonly places: Map<Leaf, Spot>; readonly cost: number } | null = null;
  for (const anchor of rarest.spots) {
    const places = new Map<Leaf, Spot>([[rarest.leaf, anchor]]);
    let cost = unitFits(rarest.leaf, anchor);
    for (const { leaf, spots: own } of choices) {
      if (leaf === rarest.leaf) continue;
      const taken = new Set(places.values());
      const costOf = (spot: Spot): number => distance(anchor, spot) + unitFits(leaf, spot);
      const free = own.filter((spot) => !taken.has(spot));
      const [first] = free;
      if (!first) return null;
      const nearest = free.reduce((a, b) => (costOf(b) < costOf(a) ? b : a), first);
      cost += costOf(nearest);
      places.set(leaf, nearest);
    }
    if (best === null || cost < best.cost) best = { places, cost };
  }
  if (best === null) return null;
  for (const [leaf, spot] of best.places) {
    const apart = [...best.places.values()].every((other) => other === spot || other.order !== spot.order);
    if (apart && constant.test(bare(leaf.number))) best.places.delete(leaf);
  }
  const blocks = new Set([...best.places.values()].map((spot) => spot.order));
  return blocks.size <= 3 ? best.places : null;
}

function kindOf(expression: Expression, places: readonly Spot[]): string {
  const operators = expression.sides.map(operatorsOf).join('');
  const tables = new Set(places.map((spot) => (spot.cell ? spot.order : -1)));
  const where = tables.size > 1 ? 'text and table, ' : tables.has(-1) ? '' : 'table, ';
  if (expression.relation === '<=') return `${where}at most`;
  if (operators === '') return `${where}same fact`;
  if (/^\++$/.test(operators)) {
    if (where !== 'table, ') return `${where}sum`;
    return new Set(places.map((spot) => spot.cell?.row)).size === 1 ? 'table, row sum' : 'table, column sum';
  }
  if (operators === '/') return `${where}share`;
  return operators.includes('/')
    ? `${where}growth`
    : /^[-+]+$/.test(operators)
      ? `${where}balance or change`
      : `${where}product`;
}

export interface Located {
  readonly claims: readonly Claim[];
  /** Claims that are no arithmetic of printed numerals. */
  readonly unread: number;
}

/** Claims in words of arithmetic, found in the document. */
export function locateClaims(document: Document, texts: readonly string[]): Located {
  const spots = new Map<string, Spot[]>();
  for (const spot of spotsOf(document)) {
    const key = bare(spot.number);
    const known = spots.get(key);
    if (known) known.push(spot);
    else spots.set(key, [spot]);
  }
  const claims = texts.flatMap((text): Claim[] => {
    const expression = parseExpression(text);
    if (!expression || isBroken(expression, new Map()) !== false) return [];
    const places = locate(expression, spots);
    return places ? [{ kind: kindOf(expression, [...places.values()]), text, expression, places }] : [];
  });
  return { claims, unread: texts.length - claims.length };
}
