import { arithmeticIn } from '../model/arithmetic.js';
import type { Language } from '../model/catalogue.js';
import type { Finding } from '../model/report.js';

/** A finding's arithmetic in a language. One stored by an older gouji keeps the Chinese. */
export const findingArithmetic = ({ arithmetic, steps }: Finding, language: Language): string =>
  language === 'zh' || steps.length === 0 ? arithmetic : arithmeticIn(steps, language);
