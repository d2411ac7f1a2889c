import type { Verdict } from './relation.js';

/** Whether figures do what is claimed of them, within rounding. */
export const isPassed = ({ status }: Pick<Verdict, 'status'>): boolean =>
  status === 'passed' || status === 'passed_with_rounding';

/** Whether it is known that figures do or do not do what is claimed of them. */
export const isDecided = (it: Pick<Verdict, 'status'>): boolean => isPassed(it) || it.status === 'failed';
