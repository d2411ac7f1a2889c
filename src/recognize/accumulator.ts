import { add, compare, decimal, isZero, shift, zero, type Decimal } from '../model/decimal.js';

const one = decimal(1);
/** Larger than any scale: nothing was multiplied yet. */
const NOTHING = 99;

/**
 * The value of a numeral, read token by token from the left: 三千二百万五 is number 3, scale 3, number 2, scale 2, scale 4, number 5.
 * A method that returns false was given what cannot follow, and changed nothing.
 */
export class Accumulator {
  /** Finished groups, each with the scale that closed it, scales falling. */
  private readonly groups: { value: Decimal; exponent: number }[] = [];
  private section: Decimal = zero;
  /** The smallest of 十百千 met in this section. */
  private lowest = NOTHING;
  private current: Decimal | null = null;
  private currentIsArabic = false;
  /** Scale of the last token when that was a scale. */
  private last = 0;
  private skipped = false;
  private empty = true;
  /** True while the numeral is nothing but scales: 百, 万亿. */
  bare = true;
  private pointed = false;
  /** 零 or a point was met since the last large scale. */
  private joined = false;

  get expectsNumber(): boolean {
    return this.current === null;
  }

  get afterScale(): number {
    return this.last;
  }

  get afterZero(): boolean {
    return this.skipped && this.current === null;
  }

  get started(): boolean {
    return !this.empty;
  }

  /** 零 between scales. */
  skip(): void {
    this.skipped = true;
    this.joined = true;
    this.last = 0;
  }

  number(value: Decimal, width: number, arabic: boolean): boolean {
    if (this.current !== null) return false;
    if (arabic && this.last > 0 && width > this.last) return false;
    this.current = value;
    this.currentIsArabic = arabic;
    this.bare = false;
    this.empty = false;
    return true;
  }

  /** Whether a scale would close a second group like the last one: 三十万|五十万 is two numbers; 零 or a point between shows one. */
  closes(exponent: number): boolean {
    const nothing = this.current === null && this.lowest === NOTHING;
    return !nothing && !this.joined && this.groups.at(-1)?.exponent === exponent;
  }

  /** Takes back all that was read since the last large scale. */
  dropSection(): void {
    this.section = zero;
    this.lowest = NOTHING;
    this.current = null;
    this.skipped = false;
  }

  /** Takes back the number that was read last. */
  drop(): void {
    this.current = null;
  }

  /** The decimals of what was read so far in this section: 二千三百四十二 点 二三. */
  decimals(fraction: Decimal): boolean {
    if (this.pointed || (this.current === null && this.lowest === NOTHING && this.groups.length === 0)) return false;
    this.pointed = true;
    this.joined = true;
    this.current = add(add(this.section, this.current ?? zero), fraction);
    this.section = zero;
    this.lowest = NOTHING;
    this.last = 0;
    return true;
  }

  scale(exponent: number): boolean {
    const done = exponent < 4 ? this.small(exponent) : this.large(exponent);
    if (!done) return false;
    this.last = exponent;
    this.skipped = false;
    this.empty = false;
    return true;
  }

  private small(exponent: number): boolean {
    if (exponent >= this.lowest) return false;
    if (this.current === null && exponent > 1 && !this.empty && !this.skipped) return false;
    this.section = add(this.section, shift(this.current ?? one, exponent));
    this.lowest = exponent;
    this.current = null;
    return true;
  }

  private large(exponent: number): boolean {
    const nothing = this.current === null && this.lowest === NOTHING;
    const top = this.groups.at(-1);
    if (nothing && top && this.last === 0) return false;
    if (!nothing && this.currentIsArabic && top && top.exponent <= exponent && !this.skipped) return false;
    if (this.closes(exponent)) return false;
    let value = nothing && !top ? one : add(this.section, this.tailOf(this.current));
    let power = exponent;
    if (nothing && top) {
      this.groups.pop();
      value = top.value;
      power = Math.min(top.exponent + exponent, NOTHING);
    }
    for (let group = this.groups.at(-1); group && group.exponent <= exponent; group = this.groups.at(-1)) {
      value = add(value, group.value);
      this.groups.pop();
    }
    this.groups.push({ value: shift(value, exponent), exponent: power });
    this.joined = false;
    this.section = zero;
    this.lowest = NOTHING;
    this.current = null;
    return true;
  }

  /** 百二 before 万 is 120: a digit that leaves out its scale stands one below the last. */
  private tailOf(current: Decimal | null): Decimal {
    if (current === null) return zero;
    const elides = this.last >= 2 && this.last < 4 && !this.skipped && compare(current, decimal(10)) < 0;
    return elides && !isZero(current) ? shift(current, this.last - 1) : current;
  }

  /** The scale that a last digit leaves out, as its power of ten: 4 − 1 in 三万五. 0 when it leaves out none. */
  elision(): number {
    if (this.current === null || this.skipped || this.last < 2 || isZero(this.current)) return 0;
    return this.current.scale === 0 && compare(this.current, decimal(10)) < 0 ? this.last - 1 : 0;
  }

  /** What stands after the last large scale: 一千 in 二亿一千. */
  open(): Decimal {
    return add(this.section, this.current ?? zero);
  }

  total(elided: number): Decimal {
    const tail = this.current === null ? zero : shift(this.current, elided);
    return this.groups.reduce((sum, group) => add(sum, group.value), add(this.section, tail));
  }
}
