import { fill, type Language } from './catalogue.js';

/** Ways to write down what does not add up. What is printed stays as printed; only the words around it have a language. */
const forms = {
  /** The same in every language. */
  plain: { zh: '{text}', en: '{text}' },
  sum: {
    zh: '{terms} = {computed} ≠ {stated}（差 {residual}）',
    en: '{terms} = {computed} ≠ {stated} (off by {residual})',
  },
  equal: { zh: '{left} ≠ {right}（差 {residual}）', en: '{left} ≠ {right} (off by {residual})' },
  growth: { zh: '{formula} = {computed} ≠ {stated}', en: '{formula} = {computed} ≠ {stated}' },
  turned: { zh: '（方向相反）', en: ' (the other direction)' },
  order: {
    zh: '{left} {found} {right}，而称“{words}”（{claim}）',
    en: '{left} {found} {right}, but called “{words}” ({claim})',
  },
  items: { zh: '列举 {count} 项：{items} ≠ {stated}', en: '{count} listed: {items} ≠ {stated}' },
  ifReads: { zh: '；{printed}若为{expected}则相符', en: '; it adds up if {printed} reads {expected}' },
  ifPointMoves: {
    zh: '；{printed}若小数点移为{expected}则相符',
    en: '; it adds up if the decimal point of {printed} moves to {expected}',
  },
  also: { zh: '；另：', en: '; also: ' },
} as const;
export type Form = keyof typeof forms;
export const formNames = Object.keys(forms) as readonly Form[];

/** A stretch of arithmetic: a form and what stands in it. */
export interface Step {
  readonly form: Form;
  readonly params: Readonly<Record<string, string | number>>;
}

export const step = (form: Form, params: Step['params'] = {}): Step => ({ form, params });

/** Arithmetic in a language. */
export const arithmeticIn = (steps: readonly Step[], language: Language): string =>
  steps.map(({ form, params }) => fill(forms[form][language], params)).join('');
