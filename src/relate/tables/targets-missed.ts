import { compare, decimal, parseDecimal, type Decimal } from '../../model/decimal.js';
import { cellKey, type TableReading } from '../../model/reading.js';
import type { WordsRelation } from '../../model/relation.js';
import { quotedCell, wordsRelation } from '../quoted.js';
import { columnsNamed } from './columns.js';

const target = /^(?:年度|全年|预期)?(?:指标|目标)值$/;
const actual = /^(?:实际|全年)?(?:实际)?完成(?:值|情况)$/;
const weight = /^(?:指标)?(?:分值|权重)$/;
const score = /^(?:自评)?(?:得分|评分|自评分)$/;
const reason = /偏差|未完成原因|扣分原因|原因分析/;

interface Measure {
  readonly sign: string;
  readonly value: Decimal;
  readonly unit: string;
}

/** ≥95% or 12次; null for words. */
function measureIn(text: string): Measure | null {
  const match = /^([≥≤＝=><]|不低于|不高于|不少于|不超过)?(\d+(?:\.\d+)?)([^\d\s]{0,4})$/.exec(
    text.replace(/\s+/g, ''),
  );
  const value = parseDecimal(match?.[2] ?? '');
  return match && value ? { sign: match[1] ?? '', value, unit: match[3] ?? '' } : null;
}

/** Whether what was reached misses the aim; null where that cannot be told. */
function misses(aim: Measure, reached: Measure): boolean | null {
  if (aim.unit !== reached.unit) return null;
  const order = compare(reached.value, aim.value);
  if (/^(?:≥|不低于|不少于|>)$/.test(aim.sign)) return order < 0;
  if (/^(?:≤|不高于|不超过|<)$/.test(aim.sign)) return order > 0;
  return aim.sign === '' ? null : order !== 0;
}

/** A row of a score sheet: its aim against what was reached and the points given, and points lost against the reason for it. */
export function targetsMissed(tables: readonly TableReading[]): WordsRelation[] {
  return tables.flatMap((reading) => {
    const named = [target, actual, weight, score].map((pattern) => columnsNamed(reading, pattern));
    const [aims, results, weights, scores] = named.map((found) => (found.length === 1 ? found[0] : undefined));
    const reasons = reading.columns.find((it) => reason.test(it.path.at(-1) ?? ''));
    if (!weights || !scores) return [];
    return reading.rows.flatMap(({ index, role }): WordsRelation[] => {
      const full = reading.figures.get(cellKey(index, weights.index));
      const given = reading.figures.get(cellKey(index, scores.index));
      if (role !== 'data' || !full || !given) return [];
      const lost = compare(decimal(given.value), decimal(full.value)) < 0;
      const said = reasons && reading.cells.get(cellKey(index, reasons.index));
      const explained =
        said === undefined
          ? []
          : [wordsRelation('lost-points', given, !lost || said.text.trim() !== '', { against: [full] })];
      const [aim, reached] = [aims, results].map((it) =>
        it ? measureIn(reading.cells.get(cellKey(index, it.index))?.text ?? '') : null,
      );
      const missed = aim && reached ? misses(aim, reached) : null;
      if (missed === null || !aims || !results) return explained;
      const words = quotedCell(reading, index, results.index);
      const against = [quotedCell(reading, index, aims.index), given].flatMap((it) => it ?? []);
      return words
        ? [
            ...explained,
            wordsRelation('missed-target', words, !missed || lost, { wanted: against[0]?.text ?? '', against }),
          ]
        : explained;
    });
  });
}
