import { addressOf, rangeOf, type Address, type Range } from './address.js';

/** A reference of a formula: a sheet of another name or null for its own, and the cells that are added or taken away. */
export interface Addend {
  readonly sheet: string | null;
  readonly range: Range;
  readonly weight: 1 | -1;
}

const token =
  /\s*(?:(?<sheet>'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(?:(?<ref>\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?)(?![\w(])|(?<name>SUM|ROUND)\(|(?<number>\d+(?:\.\d+)?)|(?<sign>[-+(),]))\s*/uy;

interface Token {
  readonly kind: 'ref' | 'name' | 'number' | 'sign';
  readonly text: string;
  readonly sheet: string | null;
}

/** Longer formulas add nothing that a report prints. */
const longest = 2000;

/** Null for a formula with anything but sums, differences and references. */
function tokensOf(formula: string): Token[] | null {
  if (formula.length > longest) return null;
  const tokens: Token[] = [];
  token.lastIndex = 0;
  const text = formula.trim();
  while (token.lastIndex < text.length) {
    const groups = token.exec(text)?.groups;
    if (!groups) return null;
    const { sheet, ref, name, number, sign } = groups;
    if (sheet !== undefined && ref === undefined) return null;
    const kind = ref !== undefined ? 'ref' : name !== undefined ? 'name' : number !== undefined ? 'number' : 'sign';
    const named = sheet?.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : (sheet ?? null);
    tokens.push({ kind, text: ref ?? name ?? number ?? sign ?? '', sheet: named });
  }
  return tokens;
}

/** Reads sums with their signs: `SUM(B2:B5)`, `B2+B3-B4`, `ROUND(SUM(B2:B5),2)`. */
class Parser {
  readonly addends: Addend[] = [];
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  /** False for a formula of another form. */
  parse(): boolean {
    return this.sum(1) && this.at === this.tokens.length;
  }

  private take(text: string): boolean {
    if (this.tokens[this.at]?.text !== text) return false;
    this.at++;
    return true;
  }

  private sum(weight: 1 | -1): boolean {
    let sign: 1 | -1 = this.take('-') ? -1 : (this.take('+'), 1);
    for (;;) {
      if (!this.term(weight === sign ? 1 : -1)) return false;
      if (this.take('+')) sign = 1;
      else if (this.take('-')) sign = -1;
      else return true;
    }
  }

  private term(weight: 1 | -1): boolean {
    const next = this.tokens[this.at];
    if (!next) return false;
    if (next.kind === 'ref') return this.reference(next, weight);
    if (this.take('(')) return this.sum(weight) && this.take(')');
    if (next.kind !== 'name') return false;
    this.at++;
    if (next.text === 'ROUND') return this.sum(weight) && this.take(',') && this.number() && this.take(')');
    do if (!this.sum(weight)) return false;
    while (this.take(','));
    return this.take(')');
  }

  private number(): boolean {
    return this.tokens[this.at]?.kind === 'number' && this.at++ >= 0;
  }

  private reference({ text, sheet }: Token, weight: 1 | -1): boolean {
    const range = rangeOf(text);
    if (range === null) return false;
    this.at++;
    this.addends.push({ sheet, range, weight });
    return true;
  }
}

/** What a formula adds up; null for one that does anything else, or adds nothing. */
export function addendsOf(formula: string): readonly Addend[] | null {
  const tokens = tokensOf(formula.replace(/^=/, ''));
  const parser = tokens && new Parser(tokens);
  return parser?.parse() && parser.addends.length > 0 ? parser.addends : null;
}

const relative = /(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\w(])/g;

/** A shared formula as it reads in another cell than the one that it is written for; what `$` fixes stays. */
export function movedTo(formula: string, from: Address, to: Address, nameOf: (at: Address) => string): string {
  return formula.replace(relative, (whole, fixedColumn: string, letters: string, fixedRow: string, digits: string) => {
    const place = addressOf(`${letters}${digits}`);
    if (place === null) return whole;
    const row = fixedRow === '$' ? place.row : place.row + to.row - from.row;
    const col = fixedColumn === '$' ? place.col : place.col + to.col - from.col;
    return row < 0 || col < 0 ? '#REF!' : nameOf({ row, col });
  });
}
