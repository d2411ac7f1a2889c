import type { Figure } from '../../../model/report.js';
import { anyOf } from '../../../rulebook/any-of.js';
import type { Conversions } from '../../../rulebook/conversions.js';

/** A line of a form is no longer. */
const longestLabelled = 60;

/** The words around amounts in capital numerals, as patterns. */
export class CapitalWords {
  readonly #capital: RegExp;
  readonly #say: RegExp;
  readonly #between: RegExp;

  constructor({ capitals, capital_says: says, capital_between: between }: Conversions) {
    this.#capital = new RegExp(`[${capitals}]`, 'u');
    this.#say = new RegExp(`(?:${anyOf(says)})`, 'u');
    this.#between = new RegExp(`^(?:${anyOf([...says, ...between])}|[\\s，,、；;：:（()）【】\\[\\]“”])*$`, 'u');
  }

  /** 壹拾万元, but not 三百万元. */
  isCapital = ({ text, approx }: Figure): boolean => approx === null && this.#capital.test(text) && !/\d/.test(text);

  /** Whether a line is called by the way that its amount is written in: 投标总价（小写）. */
  isLabelled = (plain: string): boolean => plain.length <= longestLabelled && this.#say.test(plain);

  isInDigits = ({ text, approx }: Figure): boolean => approx === null && /\d/.test(text.normalize('NFKC'));

  /** Whether nothing stands between two amounts but words that say that the second is the first once more. */
  joins(plain: string, first: Figure, second: Figure): boolean {
    const between = plain.slice(first.end, second.start);
    if (!this.#between.test(between)) return false;
    const ahead = plain.slice(Math.max(0, first.start - 8), first.start);
    const inBracket = /[（(【[]/u.test(between) && /^\s*[）)】\]]/u.test(plain.slice(second.end));
    return inBracket || this.#say.test(between) || (this.#say.test(ahead) && between.trim().length < 3);
  }
}
