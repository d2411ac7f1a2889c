import { sign } from '../../model/decimal.js';
import { balance, closes, sameMeasure, type Balance, type Term } from '../../model/printed.js';
import type { AtMostRelation, Doubt, EqualRelation, SumRelation } from '../../model/relation.js';
import type { Figure } from '../../model/report.js';
import type { Check } from '../../rulebook/check.js';
import type { Formula } from '../../rulebook/formula.js';
import type { Selector } from '../../rulebook/selector.js';

/** A check that is declared as a formula. */
export interface Declared {
  readonly check: Pick<Check, 'id' | 'kind'>;
  readonly formula: Formula;
}

/** What a selector finds; null: none, `blank`: where one should stand none is printed, `several`: nobody can tell which. */
export type Found = Figure | 'blank' | 'several' | null;

/** A stretch of the document in which all figures of a formula are looked for. */
export interface Scope {
  readonly total: (selector: Selector) => Found;
  readonly term: (selector: Selector, total: Figure) => Found;
}

export type DeclaredRelation = SumRelation | EqualRelation | AtMostRelation;

/** A formula on the figures of one scope. */
export interface Trial {
  readonly relation: DeclaredRelation;
  readonly total: Figure;
  readonly terms: readonly Term[];
  readonly holds: boolean;
}

export const isFigure = (found: Found): found is Figure => typeof found === 'object' && found !== null;

/** Figures that are added have one measure; another's counts as none. */
export const likeTotal = (found: Found, total: Figure, otherwise: Found): Found =>
  isFigure(found) && !sameMeasure(found, total) ? otherwise : found;

/** The same trial, not believed if it fails. */
export const doubted = (trial: Trial, doubt: Doubt): Trial => ({ ...trial, relation: { ...trial.relation, doubt } });

/** The terms that a scope holds; null where one is missing that is not optional, or cannot be told from another. */
function termsIn({ terms }: Formula, total: Figure, scope: Scope): Term[] | null {
  const found = terms.map(({ selector, weight }) => ({ weight, selector, it: scope.term(selector, total) }));
  if (found.some(({ selector, it }) => it === 'several' || (it === null && !selector.optional))) return null;
  return found.flatMap(({ weight, it }) => (isFigure(it) ? [{ figure: it, weight }] : []));
}

function relationOf({ check, formula }: Declared, total: Figure, terms: readonly Term[]): DeclaredRelation | null {
  const [first, ...more] = terms.map((it) => it.figure);
  if (!first) return null;
  const base = { check: check.id, doubt: null };
  if (formula.isBound)
    return { ...base, kind: 'at-most', lesser: first, greater: total, ...(more.length > 0 && { more }) };
  if (check.kind === 'equal') return { ...base, kind: 'equal', left: total, right: first };
  return { ...base, kind: 'sum', total, terms, complete: true };
}

const isKept = (it: Balance, { isBound }: Formula): boolean => closes(it) || (isBound && sign(it.residual) >= 0);

/** The formula on what a scope holds; null where it does not hold all that is needed, each once. */
export function trialIn(declared: Declared, scope: Scope): Trial | null {
  const { formula } = declared;
  const total = scope.total(formula.total);
  const terms = isFigure(total) ? termsIn(formula, total, scope) : null;
  if (!isFigure(total) || terms === null) return null;
  if (new Set([total, ...terms.map((it) => it.figure)]).size <= terms.length) return null;
  const relation = relationOf(declared, total, terms);
  const it = relation && balance(total, terms);
  return relation && it && { relation, total, terms, holds: isKept(it, formula) };
}
