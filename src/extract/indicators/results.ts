import type { Placed, TableReading } from '../../model/reading.js';
import type { Figure } from '../../model/report.js';
import type { ScoreRules } from '../../rulebook/scores.js';
import { dense, gridOf } from '../tables/grid.js';
import type { Draft } from './find-indicators.js';

const nothing = {
  kind: 'result',
  level: 0,
  parent: null,
  weight: null,
  target: null,
  actual: null,
  rate: null,
  note: null,
} as const;

interface Matchers {
  /** A grade with the words that give it. */
  readonly given: RegExp;
  /** The name of the form's field that holds it. */
  readonly field: RegExp;
}

const matchers = new WeakMap<ScoreRules, Matchers>();
function matchersOf(rules: ScoreRules): Matchers {
  const { words, cue } = rules.grades;
  const known = matchers.get(rules);
  if (known) return known;
  const longestFirst = [...words].sort((a, b) => b.length - a.length).join('|');
  const made = {
    given: new RegExp(
      `${cue.source}(?:评定|确定|评价)?[为是:：，]*[“"‘「【]?(${longestFirst})(?:[”"’」】]|级|等|[，。；;、）)]|$)`,
      'gu',
    ),
    field: new RegExp(`${cue.source}$`, 'u'),
  };
  matchers.set(rules, made);
  return made;
}

/** The grade that a text gives, in words of the form; null where it gives none or several (it explains the grades). */
function gradeIn(text: string, rules: ScoreRules): string | null {
  const { given } = matchersOf(rules);
  const found = new Set([...dense(text).matchAll(given)].map((match) => match[1] ?? ''));
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

/** What paragraphs say of the whole: 自评得分96.11分，等级为“优”. */
export function resultsInText(paragraphs: readonly Placed[], figures: readonly Figure[], rules: ScoreRules): Draft[] {
  const scores = new Map<string, Figure>();
  for (const figure of figures) {
    if (figure.table || figure.fact?.metric !== 'perf_score_total' || figure.role === 'limit') continue;
    if (/^\d+(?:\.\d+)?$/.test(figure.value) && !scores.has(figure.block)) scores.set(figure.block, figure);
  }
  return paragraphs.flatMap(({ block }): Draft[] => {
    const figure = scores.get(block.id);
    const grade = gradeIn(block.text, rules);
    if (!figure && grade === null) return [];
    const score = figure?.value ?? null;
    return [
      {
        ...nothing,
        name: figure?.label ?? '',
        score,
        grade,
        block: block.id,
        page: figure?.page ?? block.page,
        table: null,
      },
    ];
  });
}

/** A form's field: 自评等级 | 优. */
export function resultsInTable({ block, table }: TableReading, rules: ScoreRules): Draft[] {
  if (block.kind !== 'table') return [];
  const grid = gridOf(block);
  const { field } = matchersOf(rules);
  return block.cells.flatMap((cell): Draft[] => {
    const label = dense(cell.text);
    if (label.length > 12 || !field.test(label)) return [];
    const beside = grid.at(cell.row, cell.col + cell.colSpan);
    const grade = rules.grades.words.find((word) => word === dense(beside?.text ?? '').replace(/级$/, ''));
    if (grade === undefined) return [];
    const place = { id: table.id, row: cell.row, col: cell.col };
    return [
      { ...nothing, name: label, score: null, grade, block: block.id, page: cell.page ?? block.page, table: place },
    ];
  });
}
