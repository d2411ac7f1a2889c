import { absolute, add, compare, decimal, hundred, isZero, multiply, shift, subtract } from '../../model/decimal.js';
import { makes, plus, printed, shareHolds } from '../../model/printed.js';
import { cellKey, type TableColumn, type TableReading } from '../../model/reading.js';
import type { AtMostRelation, Doubt, Relation, ShareRelation, SumRelation } from '../../model/relation.js';
import type { Figure } from '../../model/report.js';
import { blankCell, isBlank } from './blank-cell.js';
import { columnsNamed } from './columns.js';
import { executionRatesIn } from './rates.js';
import { laneOf, type Entry } from './lane.js';

const weightNamed = /^(?:指标)?(?:分值|权重|标准分值?|满分)$/;
const scoreNamed = /^(?:自评|评价|实际|复核|最终)?(?:得分|评分|自评分)$/;
/** Points that come on top of the full mark, or off it. */
const beside = /加分|扣分|附加|奖励分/;

interface Sheet {
  readonly reading: TableReading;
  readonly weight: TableColumn;
  readonly scores: readonly TableColumn[];
}

/** The parts of one table that give weights and scores. */
function sheetsOf(parts: readonly TableReading[]): Sheet[] {
  return parts.flatMap((reading): Sheet[] => {
    const [weight, ...more] = columnsNamed(reading, weightNamed);
    const scores = columnsNamed(reading, scoreNamed);
    return weight && more.length === 0 && scores.length > 0 ? [{ reading, weight, scores }] : [];
  });
}

const numbersIn = (reading: TableReading, column: TableColumn): Entry[] =>
  laneOf(reading, column.index).filter((it) => it.figure !== null);

/** 得分 ≤ 分值, row by row; columns that break it in most rows are headed wrongly or mean something else. */
function atMostWeight({ reading, weight, scores }: Sheet): AtMostRelation[] {
  return scores.flatMap((column) => {
    const rows = numbersIn(reading, column).flatMap(({ row, label, figure }): AtMostRelation[] => {
      const full = reading.figures.get(cellKey(row, weight.index));
      const height = reading.cells.get(cellKey(row, weight.index))?.rowSpan ?? 1;
      const own = (reading.cells.get(cellKey(row, column.index))?.rowSpan ?? 1) === height;
      if (!full || !figure || full.kind !== figure.kind || !own || beside.test(label)) return [];
      return [{ kind: 'at-most', check: 'score-within-weight', doubt: null, lesser: figure, greater: full }];
    });
    const broken = rows.filter((it) => compare(decimal(it.lesser.value), decimal(it.greater.value)) > 0).length;
    return broken * 3 > rows.length ? [] : rows;
  });
}

interface Total {
  readonly row: number;
  readonly total: Figure;
  readonly parts: readonly Figure[];
}

/** The last total row of a sheet with what stands above it: whether the weights of an earlier block count is shown by the weights. */
function totalOf(sheets: readonly Sheet[], at: number, pick: (sheet: Sheet) => TableColumn | undefined): Total[] {
  const sheet = sheets[at];
  const column = sheet && pick(sheet);
  if (!sheet || !column) return [];
  const lane = numbersIn(sheet.reading, column);
  const last = lane.at(-1);
  if (!last?.figure || last.role !== 'total' || lane.some((it) => beside.test(it.label))) return [];
  const total = last.figure;
  const own = lane.filter((it) => it.role === 'data').flatMap((it) => it.figure ?? []);
  const before = sheets.slice(0, at).flatMap((earlier) => {
    const theirs = pick(earlier);
    return theirs ? numbersIn(earlier.reading, theirs).flatMap((it) => it.figure ?? []) : [];
  });
  const sets = before.length === 0 ? [own] : [own, [...before, ...own]];
  return sets.filter((parts) => parts.length >= 2).map((parts) => ({ row: last.row, total, parts }));
}

const uncertainRows: Doubt = { status: 'ambiguous', reason: 'which rows the total adds up is not certain' };

const sumOf = ({ total, parts }: Total, doubt: Doubt | null): SumRelation => ({
  kind: 'sum',
  check: 'score-total',
  doubt,
  total,
  terms: plus(parts),
  complete: true,
});

const holds = ({ total, parts }: Total): boolean => makes(total, plus(parts));

/** Whether one indicator alone has a weight and no score. */
function lacksOneScore({ reading, weight }: Sheet, score: TableColumn | undefined): boolean {
  if (!score) return false;
  const weighed = numbersIn(reading, weight).filter((it) => it.role === 'data');
  return weighed.filter((it) => isBlank(reading, it.row, score.index)).length === 1;
}

/** Σ分值 and Σ得分 against the total row. The weights show which rows count; scores are then held to the same rows. */
function totalsIn(sheets: readonly Sheet[], at: number): SumRelation[] {
  const weights = totalOf(sheets, at, (sheet) => sheet.weight);
  const shown = weights.findIndex(holds);
  const sheet = sheets[at];
  const scores = (sheet?.scores ?? []).map((_, i) => totalOf(sheets, at, (it) => it.scores[i]));
  const found = scores.flatMap((candidates, i): SumRelation[] => {
    const claimed = candidates.find(holds) ?? candidates[shown < 0 ? 0 : Math.min(shown, candidates.length - 1)];
    const sameRows = shown >= 0 && claimed?.parts.length === weights[shown]?.parts.length;
    const open = sheet && lacksOneScore(sheet, sheet.scores[i]) ? blankCell : uncertainRows;
    return claimed ? [sumOf(claimed, sameRows ? null : open)] : [];
  });
  const full = weights[shown] ?? (weights.length === 1 ? weights[0] : undefined);
  const scoresAgree = found.some((it) =>
    holds({ row: 0, total: it.total, parts: it.terms.map((term) => term.figure) }),
  );
  return full ? [sumOf(full, shown < 0 && !scoresAgree ? uncertainRows : null), ...found] : found;
}

/** 产出指标（50分） over merged rows is the sum of their weights; the score beside it is not told. */
function nestingIn({ reading, weight }: Sheet): SumRelation[] {
  const lane = laneOf(reading, weight.index).filter((it) => it.role === 'data');
  return [...reading.mentioned].flatMap(([key, figures]): SumRelation[] => {
    const [row = 0, col = 0] = key.split(':').map(Number);
    const height = reading.cells.get(key)?.rowSpan ?? 1;
    const [stated, ...more] = figures.filter((it) => it.kind === 'score');
    if (!stated || more.length > 0 || height < 2 || col >= weight.index) return [];
    const rows = lane.filter((it) => it.row >= row && it.row < row + height);
    const parts = rows.flatMap((it) => it.figure ?? []);
    if (parts.length < 2 || parts.some((it) => it.kind !== 'score')) return [];
    return [sumOf({ row, total: stated, parts }, null)];
  });
}

/** 得分 = 分值 × 执行率, where the score is a fraction that only this formula gives; provinces that deduct by steps print whole points. */
function executionScores({ reading, weight, scores }: Sheet): ShareRelation[] {
  const [rate] = columnsNamed(reading, /^(?:预算)?执行率$/);
  if (!rate) return [];
  const wrong = new Set(
    executionRatesIn(reading)
      .filter((it) => !shareHolds(it.rate, it.part, it.whole))
      .map((it) => it.rate),
  );
  return scores.flatMap((column) =>
    numbersIn(reading, column).flatMap(({ row, figure }): ShareRelation[] => {
      const [r, whole] = [rate, weight].map((it) => reading.figures.get(cellKey(row, it.index)));
      const printedRate = r && r.kind === 'percent' ? printed(r) : null;
      if (!r || !whole || !figure || !printedRate || wrong.has(r) || isZero(decimal(whole.value))) return [];
      if (compare(printedRate.value, hundred) > 0) return [];
      // 9.39 of 10 points for 93.86 %: a score with decimals was rounded to them
      const points = multiply(printedRate.value, shift(decimal(whole.value), -2));
      const off = absolute(subtract(points, decimal(figure.value)));
      if (!isZero(off) && compare(add(off, off), decimal(figure.step ?? '0')) <= 0) return [];
      const relation = { kind: 'share', check: 'execution-score', rate: r, part: figure, whole } as const;
      const stepped = !shareHolds(r, figure, whole) && !/\.\d*[1-9]/.test(figure.number ?? '');
      return [
        {
          ...relation,
          doubt: stepped ? { status: 'ambiguous', reason: 'the score may follow steps of deduction' } : null,
        },
      ];
    }),
  );
}

/** What a score sheet claims: scores within weights, totals, nested weights and the score of the execution rate. */
export function scoresIn(parts: readonly TableReading[]): Relation[] {
  const sheets = sheetsOf(parts);
  return sheets.flatMap((sheet, at) =>
    [atMostWeight(sheet), totalsIn(sheets, at), nestingIn(sheet), executionScores(sheet)].flat(),
  );
}

/** Columns that a score sheet's own rules add up. */
export function scoreColumnsOf(reading: TableReading): ReadonlySet<TableColumn> {
  const [sheet] = sheetsOf([reading]);
  return new Set(sheet ? [sheet.weight, ...sheet.scores] : []);
}
