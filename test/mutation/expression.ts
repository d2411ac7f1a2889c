import { apart, around, compute, exceeds, numeral, rational, scaled, type Interval } from './rational.js';

/** A number of a claim as the claim's author wrote it. */
export interface Leaf {
  readonly number: string;
  /** `万元`, `%`, `个`; empty where the claim names none. */
  readonly unit: string;
}
type Node = Leaf | { readonly op: '+' | '-' | '*' | '/'; readonly left: Node; readonly right: Node };
const isLeaf = (node: Node): node is Leaf => 'number' in node;

/** `a + b = c`, `a ≤ b`: sides that must agree, or stand in order. */
export interface Expression {
  readonly relation: '=' | '<=';
  readonly sides: readonly Node[];
}

export function leavesOf(node: Node): Leaf[] {
  return isLeaf(node) ? [node] : [...leavesOf(node.left), ...leavesOf(node.right)];
}
export const operatorsOf = (node: Node): string =>
  isLeaf(node) ? '' : operatorsOf(node.left) + node.op + operatorsOf(node.right);

const token = /\s*(?:(\d[\d,]*(?:\.\d+)?)\s*([%％]|[\p{Script=Han}]*)|([-+*/×÷−()（）]))/uy;

/** One side as a tree; null where it is not all numbers, operators and brackets. */
function parseSide(text: string): Node | null {
  const tokens: (Leaf | string)[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.trimEnd().length) {
    const hit = token.exec(text);
    if (!hit) return null;
    const [, number, unit = '', op = ''] = hit;
    const plain: Readonly<Record<string, string>> = { '×': '*', '÷': '/', '−': '-', '（': '(', '）': ')' };
    tokens.push(number === undefined ? (plain[op] ?? op) : { number, unit: unit === '％' ? '%' : unit });
  }
  let at = 0;
  const binary = (ops: string, next: () => Node | null): Node | null => {
    let left = next();
    for (let op = tokens[at]; left && typeof op === 'string' && ops.includes(op); op = tokens[at]) {
      at++;
      const right = next();
      left = right && { op: op as '+', left, right };
    }
    return left;
  };
  const atom = (): Node | null => {
    const it = tokens[at++];
    if (it === undefined) return null;
    if (typeof it !== 'string') return it;
    if (it !== '(') return null;
    const inside = sum();
    return tokens[at++] === ')' ? inside : null;
  };
  const sum = (): Node | null => binary('+-', () => binary('*/', atom));
  const root = sum();
  return root && at === tokens.length ? root : null;
}

/** `= 46 = 14 + 32`, `% 95.65 = 44 / 46`, `120+18=138`, `14 + 32 vs 46人`, `a within b`; null where it is none of these. */
export function parseExpression(text: string): Expression | null {
  const [, prefix = '', body = ''] = /^\s*(%|=|<=|>=)?\s*(?=[\d(（])(.*)$/s.exec(text) ?? [];
  const order = /<=|>=|≤|≥|\bwithin\b/.test(body);
  const split = body.split(/<=|>=|≤|≥|\bwithin\b|=|≈|\bvs\b|\band\b/).map((side) => side.replace(/, residual.*$/, ''));
  const sides = split.map(parseSide);
  if (sides.length < 2 || sides.some((it) => it === null)) return null;
  const nodes = sides.filter((it) => it !== null);
  const [first] = nodes;
  const marked = prefix === '%' && first && isLeaf(first) ? [{ ...first, unit: '%' }, ...nodes.slice(1)] : nodes;
  return { relation: order ? '<=' : '=', sides: />=|≥/.test(body) ? [...marked].reverse() : marked };
}

const powers: Readonly<Record<string, number>> = {
  '%': -2,
  百: 2,
  千: 3,
  千元: 3,
  万: 4,
  万元: 4,
  万人: 4,
  亿: 8,
  亿元: 8,
};

/** A printed rate may be one unit off in its last place; whole numbers among whole numbers are exact. */
function intervalOf({ number, unit }: Leaf, whole: boolean): Interval | null {
  const it = numeral(number);
  if (!it) return null;
  const power = powers[unit] ?? 0;
  const halves = unit === '%' ? 3n : whole && it.decimals === 0 ? 0n : 1n;
  const half = scaled(rational(halves, 2n), power - it.decimals);
  return around(scaled(it.value, power), it.value.n === 0n ? rational(0n) : half);
}

/**
 * Whether the printed digits leave no way for the claim to hold, with some leaves exchanged.
 * Null where a side cannot be computed.
 */
export function isBroken(expression: Expression, exchanged: ReadonlyMap<Leaf, Leaf>): boolean | null {
  const leaves = expression.sides.flatMap(leavesOf);
  const whole = leaves.every((leaf) => leaf.unit === '%' || !leaf.number.includes('.'));
  const value = (node: Node): Interval | null => {
    if (isLeaf(node)) return intervalOf(exchanged.get(node) ?? node, whole);
    const [left, right] = [value(node.left), value(node.right)];
    return left && right && compute(node.op, left, right);
  };
  const values = expression.sides.map(value);
  if (values.some((it) => it === null)) return null;
  const known = values.filter((it) => it !== null);
  return known.some((it, i) => {
    const next = known[i + 1];
    return next !== undefined && (expression.relation === '=' ? apart(it, next) : exceeds(it, next));
  });
}
