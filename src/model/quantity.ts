export const quantityKinds = [
  'money',
  'count',
  'percent',
  'score',
  'dimension',
  'fraction',
  'ratio',
  'multiple',
  'duration',
  'date',
  'time',
  'ordinal',
  'docno',
  'code',
  'enum',
  'number',
] as const;
export type QuantityKind = (typeof quantityKinds)[number];

/** A number with its unit as recognised in a string. Offsets are UTF-16, end exclusive, on the text as given. */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  readonly kind: QuantityKind;
  /** Exact decimal in the base unit (`295.82万元` → `2958200`); `10..20`, `1/3`, `1:12.5`, an ISO date for those kinds. */
  readonly value: string;
  /** Base unit: `CNY`, `%`, `pp`, `‰`, `‱`, `m2`, or the measure word itself (`个`); null for a bare number. */
  readonly unit: string | null;
  /** The printed number as a decimal with its decimals kept: `1,234.50` → `1234.50`, `四` → `4`, a range `10..20`; null for dates, codes and the like. */
  readonly number: string | null;
  /** The printed unit with its scale words: `万元`, `个`, `%`, `万`; empty for a bare number. */
  readonly unitText: string;
  /** Worth of one unit in the last printed place, in the base unit: `12.30万元` → `100`. Null where the kind has no magnitude. */
  readonly step: string | null;
  readonly approx?: 'about' | 'over' | 'nearly' | 'gt' | 'gte' | 'lt' | 'lte';
  /** Bounds in the base unit, of a range, a bounded range or an inexact number. */
  readonly min?: string;
  readonly max?: string;
  readonly sign?: 'minus' | 'paren' | 'word' | 'plusminus';
  /** The change verb right before it: 减少5.2万元 keeps its positive value and says decrease. */
  readonly direction?: 'increase' | 'decrease';
  readonly role?: 'change-from' | 'change-to' | 'restatement';
  /** Members of one list (分别为…) share a number. */
  readonly group?: number;
  /** What the number itself does not print and was taken from its neighbours. */
  readonly inherited?: 'unit' | 'currency' | 'header';
  /** 元/人·月 → `人·月`. */
  readonly per?: string;
}
