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
  /** The bound that is set; empty where the value stands alone. */
  readonly bound: 'least' | 'most' | 'exact' | '';
  readonly value: Decimal;
  readonly unit: string;
}

/** How a bound is spelt before its value and behind it. */
const bounds = [
  [
    'least',
    /^(?:[≥≧⩾>]|>=|=>|大于(?:或?等于)?|[不未]低于|不少于|不小于|高于|多于|超过|至少)$/,
    /^\(?含?\)?[及或]?以上(?:\(含\))?$/,
  ],
  [
    'most',
    /^(?:[≤≦⩽<]|<=|=<|小于(?:或?等于)?|不高于|不超过|不大于|不多于|低于|少于|控制在|至多)$/,
    /^\(?含?\)?[及或]?以[下内](?:\(含\))?$/,
  ],
  ['exact', /^=$/, /^$/],
] as const;
const shape = /^([^\d.]*)(\d+(?:,\d{3})*(?:\.\d+)?)([^\d\s]{0,4}?)(\(?含?\)?[及或]?以[上下内](?:\(含\))?)?$/;

/** ≥95%, 95%及以上 or 12次; null for words. */
function measureIn(text: string): Measure | null {
  const [, before = '', number = '', unit = '', behind = ''] =
    shape.exec(text.normalize('NFKC').replace(/\s+/g, '')) ?? [];
  const value = parseDecimal(number.replaceAll(',', ''));
  const bound = bounds.find(([, front, back]) => front.test(before) || (behind !== '' && back.test(behind)))?.[0] ?? '';
  if (!value || (bound === '' && before !== '')) return null;
  return { bound, value, unit };
}

/** Whether what was reached misses the aim; null where that cannot be told, as of 90%以上 against 95%. */
function misses(aim: Measure, reached: Measure): boolean | null {
  if (aim.unit !== reached.unit || aim.bound === '') return null;
  const order = compare(reached.value, aim.value);
  const missed = aim.bound === 'exact' ? order !== 0 : aim.bound === 'least' ? order < 0 : order > 0;
  return missed && reached.bound === aim.bound && aim.bound !== 'exact' ? null : missed;
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
