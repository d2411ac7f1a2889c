import { add, decimal, equals, negate, parseDecimal, subtract, zero, type Decimal } from '../../model/decimal.js';
import type { Figure, Finding, Outcome } from '../../model/report.js';
import type { ListedFinding } from '../finding-row.js';
import type { Crop } from '../html/findings-page.js';

/** A figure that a finding rests on. */
export interface Operand {
  readonly label: string;
  readonly printed: string;
  /** Exact value in the base unit; null where it is no plain decimal. */
  readonly value: string | null;
  readonly unit: string | null;
  readonly page: number | null;
  readonly context: string;
  /** How it goes into the sum: added, taken away, or the stated total. Null where the finding is no sum. */
  readonly as: 'plus' | 'minus' | 'stated' | null;
}

export interface PaperRule {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly letsPass: string;
}

/** A finding with all that a working paper says of it. */
export interface PaperFinding {
  /** Index number of the paper: `GJ-001`. */
  readonly index: string;
  readonly listed: ListedFinding;
  readonly message: string;
  readonly operands: readonly Operand[];
  /** Null where the operands make no sum. */
  readonly difference: string | null;
  readonly crops: readonly Crop[];
}

export interface PaperSource {
  readonly path: string;
  readonly title: string | null;
  readonly sha256: string;
  readonly pages: number | null;
  /** Names the rules by which it was judged. */
  readonly rules: string;
}

/** Who made a working paper, of what, and when. Dates are ISO dates. */
export interface PaperHead {
  readonly organisations: readonly string[];
  readonly years: readonly number[];
  readonly preparedBy: string;
  readonly preparedOn: string;
  readonly reviewedBy: string;
  readonly version: string;
}

/** Operands of which every sign is tried. */
const mostSigned = 12;

/**
 * The figures of a finding, and how they make the sum that does not add up: of the ways to add and take away its figures the first
 * that gives the difference that was judged, to the digit. Where none does, the finding is no sum.
 */
export function operandsOf(
  finding: Finding,
  figures: ReadonlyMap<string, Figure>,
  outcomes: readonly Outcome[],
): { readonly operands: readonly Operand[]; readonly difference: string | null } {
  const quoted = finding.evidence.map((it) => ({
    it,
    figure: it.document === null ? figures.get(it.figure ?? '') : undefined,
  }));
  const plain = quoted.map(({ it, figure }): Operand => {
    const value = figure && parseDecimal(figure.value) ? figure.value : null;
    const { page, context, text } = it;
    return { label: figure?.label ?? '', printed: text, value, unit: figure?.unit ?? null, page, context, as: null };
  });
  const ids = quoted.map(({ figure }) => figure?.id);
  for (const { check, status, figures: of, residual } of outcomes) {
    if (check !== finding.rule || status !== 'failed' || residual === undefined) continue;
    const chosen = of.map((id) => ids.indexOf(id));
    const values = chosen.map((at) => plain[at]?.value ?? null);
    const units = new Set(chosen.map((at) => plain[at]?.unit));
    if (chosen.includes(-1) || values.includes(null) || units.size !== 1) continue;
    const signs = signsOf(
      values.map((it) => decimal(it ?? '0')),
      decimal(residual),
    );
    if (!signs) continue;
    const operands = plain.map((operand, at) => ({ ...operand, as: signs[chosen.indexOf(at)] ?? null }));
    return { operands, difference: residual };
  }
  return { operands: plain, difference: null };
}

type Sign = 'plus' | 'minus' | 'stated';

/** Roles by which stated − (plus − minus) is the difference; nothing is taken away where adding alone will do. */
function signsOf(values: readonly Decimal[], difference: Decimal): readonly Sign[] | null {
  if (values.length < 2) return null;
  const ways = values.length <= mostSigned ? 2 ** (values.length - 1) : 1;
  for (let way = 0; way < ways; way++) {
    for (const [stated, total] of values.entries()) {
      const others = values.flatMap((value, at) => (at === stated ? [] : [value]));
      const isTaken = (at: number): boolean => (way & (1 << at)) !== 0;
      const sum = others.reduce((all, value, at) => add(all, isTaken(at) ? negate(value) : value), zero);
      if (!equals(subtract(total, sum), difference)) continue;
      let at = 0;
      return values.map((_, place) => (place === stated ? 'stated' : isTaken(at++) ? 'minus' : 'plus'));
    }
  }
  return null;
}
