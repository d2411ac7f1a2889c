import type { Relation } from '../../model/relation.js';
import { minus, plus, type Interval } from '../interval.js';
import { fits, type Frame, type Said } from './frame.js';
import type { HeadClass, HeadWords } from '../../rulebook/table-words.js';
import { isPromising } from './screen.js';
import { has, intervalAt, isEntry, type Entry, type Line, type Sheet } from './sheet.js';

export interface Term {
  readonly line: Line;
  readonly weight: 1 | -1;
}

/** Figures of one kind in one unit; one whose unit nothing tells goes with any. */
export function comparable(a: Entry, b: Entry): boolean {
  const [x, y] = [a.figure, b.figure];
  if (x.kind === y.kind) return x.unit === y.unit || x.kind === 'count' || x.unit === null || y.unit === null;
  return x.kind !== 'percent' && y.kind !== 'percent' && (x.kind === 'number' || y.kind === 'number');
}

/** Percentages are added where they are shares of one whole, and taken from each other where the line says that it compares. */
const isPoints = (line: Line, terms: readonly Term[]): boolean =>
  terms.length === 2 && terms.some((it) => it.weight === -1)
    ? line.words.head === 'difference' || line.words.head === 'growth'
    : has(line, 'share') || terms.every((it) => has(it.line, 'share'));

/** line = Σ weight × term at one place; null where a term is of another kind or was not read. */
function sumAt(line: Line, terms: readonly Term[], place: number): Said | null {
  const claimant = line.slots[place];
  if (!isEntry(claimant)) return null;
  const operands: Entry[] = [];
  let computed: Interval = [0, 0];
  let blanks = 0;
  let filled = 0;
  for (const { line: own, weight } of terms) {
    const slot = own.slots[place];
    if (slot === null || slot === undefined) return null;
    if (!isEntry(slot)) {
      if (slot === 'blank') blanks++;
      continue;
    }
    if (!comparable(claimant, slot)) return null;
    operands.push(slot);
    if (slot.value !== 0) filled++;
    computed = weight === 1 ? plus(computed, intervalAt(slot)) : minus(computed, intervalAt(slot));
  }
  if (operands.length === 0) return null;
  return { claimant, operands, computed, telling: filled >= 2, blanks };
}

/** What a sum of these terms claims of a line. */
export function sumFrame(sheet: Sheet, line: Line, terms: readonly Term[], prior: number): Frame {
  const weights = new Map<number, 1 | -1>();
  for (const it of terms) weights.set(it.line.at, it.weight);
  const relation = ({ claimant, operands }: Said): Relation => ({
    kind: 'sum',
    check: 'table-line-sum',
    doubt: null,
    total: claimant.figure,
    terms: operands.map((it) => ({
      figure: it.figure,
      weight: terms.find((term) => term.line.slots.includes(it))?.weight ?? 1,
    })),
    complete: true,
  });
  return { sheet, line, kind: 'sum', prior, at: (place) => sumAt(line, terms, place), relation };
}

/** What columns are headed that no rows add up to, whatever unit they were read in. */
const neverAdded: ReadonlySet<HeadClass> = new Set(['growth', 'rate', 'average', 'price', 'rank']);

const isNeverAdded = ({ head, all }: HeadWords): boolean =>
  (head !== null && neverAdded.has(head)) || all.has('average');

/** The same of lines whose percentages are no more added than their heads allow. */
function lineFrame(sheet: Sheet, line: Line, terms: readonly Term[], prior: number): Frame {
  const frame = sumFrame(sheet, line, terms, prior);
  const points = isPoints(line, terms);
  const at = (place: number): Said | null => {
    const slot = line.slots[place];
    const across = sheet.places[place];
    if (sheet.way === 'across' && across && isNeverAdded(across.words)) {
      const said = frame.at(place);
      return said && fits(said) ? said : null;
    }
    if (!isEntry(slot) || slot.figure.kind !== 'percent' || points) return frame.at(place);
    const it = sheet.way === 'across' && across !== undefined && has(across, 'share') ? frame.at(place) : null;
    // shares of different wholes make nothing; those of one make a hundred
    return it && (slot.value === 100 || fits(it)) ? it : null;
  };
  return { ...frame, at };
}

const isAdded = (it: Line): boolean => it.role !== 'number';

/** How far terms may stand from what they make, in lines. */
const reach = 6;
/** Beyond so many lines only neighbours are tried. */
const many = 40;

/** What words say for c = a − b, c = a + b − d: the words of the line, and whether those of its terms go the same way. */
function wordsFor(line: Line, terms: readonly Term[]): number {
  let said = 0;
  if (has(line, 'closing', 'difference') && terms.some((it) => it.weight === -1)) said += 2;
  if (line.total && terms.every((it) => it.weight === 1)) said += 1;
  if (has(line, 'closing') && terms.some((it) => has(it.line, 'opening') && it.weight === 1)) said += 2;
  for (const { line: term, weight } of terms) {
    if (has(term, 'plus')) said += weight === 1 ? 0.5 : -4;
    if (has(term, 'less')) said += weight === -1 ? 1 : -4;
    if (has(term, 'outflow') && !has(term, 'inflow') && has(line, 'closing')) said += weight === -1 ? 0.5 : -1;
    if (has(term, 'inflow') && !has(term, 'outflow') && has(line, 'closing')) said += weight === 1 ? 0.5 : -1;
    if (term.total && !line.total && weight === 1) said -= 1;
  }
  return said;
}

/** Whether the words of every term but the first say how it is counted. */
const isSaid = (line: Line, terms: readonly Term[]): boolean => {
  const signed = terms.filter(({ line: it, weight }) => (weight === -1 ? has(it, 'less') : has(it, 'plus')));
  const flows = terms.filter(({ line: it, weight }) =>
    weight === -1
      ? has(it, 'outflow') && !has(it, 'inflow')
      : has(it, 'opening') || (has(it, 'inflow') && !has(it, 'outflow')),
  );
  const closes =
    has(line, 'closing') &&
    terms.some(({ line: it }) => has(it, 'opening')) &&
    flows.length === terms.length &&
    terms.length >= 3;
  const nets =
    has(line, 'difference') &&
    terms.length === 2 &&
    terms.some((it) => it.weight === -1) &&
    terms.every(({ line: it, weight }) =>
      weight === 1 ? has(it, 'inflow') && !has(it, 'outflow') : has(it, 'outflow') && !has(it, 'inflow'),
    );
  return (
    closes ||
    nets ||
    (terms.every((it) => it.line.at < line.at) &&
      signed.length >= 1 &&
      signed.length >= terms.length - 1 &&
      terms.length >= 2)
  );
};

/** What place says: terms that stand side by side with the line are meant more often. */
function placeFor(line: Line, terms: readonly Term[]): number {
  const ats = [line.at, ...terms.map((it) => it.line.at)];
  const spread = Math.max(...ats) - Math.min(...ats) + 1 - ats.length;
  const outer =
    line.at < Math.min(...terms.map((it) => it.line.at)) || line.at > Math.max(...terms.map((it) => it.line.at));
  return (spread === 0 ? 1.5 : -0.4 * Math.min(4, spread)) + (outer ? 1 : 0);
}

const priors = { pair: -6, triple: -7.5, run: -5.5 };

function framesFor(sheet: Sheet, lines: readonly Line[], line: Line): Frame[] {
  const frames: Frame[] = [];
  const own = lines.indexOf(line);
  const span = lines.length > many ? 3 : reach;
  const near = lines.filter((it, i) => it !== line && Math.abs(i - own) <= span && it.role === line.role);
  const add = (prior: number, ...terms: Term[]): void => {
    if (!isPromising(line, terms, 1)) return;
    const said = isSaid(line, terms);
    if (!said && !isPromising(line, terms, 2)) return;
    const frame = lineFrame(sheet, line, terms, prior + wordsFor(line, terms) + placeFor(line, terms) + (said ? 2 : 0));
    frames.push(said ? { ...frame, said } : frame);
  };
  for (let i = 0; i < near.length; i++) {
    for (let j = i + 1; j < near.length; j++) {
      const [a, b] = [near[i], near[j]];
      if (!a || !b) continue;
      // a = c + b is proposed for a
      add(priors.pair, { line: a, weight: 1 }, { line: b, weight: 1 });
      if (!line.total || has(line, 'difference', 'closing')) {
        add(priors.pair, { line: a, weight: 1 }, { line: b, weight: -1 });
        add(priors.pair, { line: a, weight: -1 }, { line: b, weight: 1 });
      }
      for (let k = j + 1; k < near.length; k++) {
        const c = near[k];
        if (!c || k - i > 5) continue;
        for (const [x, y, z] of [
          [1, 1, -1],
          [1, -1, 1],
          [-1, 1, 1],
          [1, -1, -1],
        ] as const)
          add(priors.triple, { line: a, weight: x }, { line: b, weight: y }, { line: c, weight: z });
      }
    }
  }
  for (const side of [lines.slice(own + 1), lines.slice(0, own).reverse()]) {
    const run: Term[] = [];
    for (const it of side.slice(0, 14)) {
      if (it.role !== line.role) break;
      run.push({ line: it, weight: has(it, 'less') ? -1 : 1 });
      if (run.length >= 3) add(priors.run, ...run);
    }
  }
  return frames;
}

/** Lines that others add up to, by whatever combination of those beside them: votes tell which is meant. */
export function linearFrames(sheet: Sheet): Frame[] {
  const lines = sheet.lines.filter(isAdded);
  return lines.flatMap((it) => framesFor(sheet, lines, it));
}
