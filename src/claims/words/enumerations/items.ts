import { anyOf } from '../../../rulebook/any-of.js';
import type { Enumerations } from '../../../rulebook/enumerations.js';

/** A list of names and how many members it may be read as. */
export interface Items {
  readonly names: readonly string[];
  readonly least: number;
  readonly most: number;
  /** It says that it names some of them. */
  readonly partial: boolean;
}

/** Every whole number of a range. */
export const range = (least: number, most: number): number[] =>
  Array.from({ length: most - least + 1 }, (_, i) => least + i);

/** Members of titles or quotations need no mark between them. */
const closed = '(?<=[》”」』])(?=[《“「『])';

/** Reads stretches of text as lists of names. Made once for a rulebook. */
export class ItemReader {
  readonly #joins: RegExp;
  readonly #joint: RegExp;
  readonly #open: RegExp;
  readonly #split: RegExp;
  readonly #ends: RegExp;

  constructor(readonly rules: Enumerations) {
    const joins = rules.joins.filter((it) => !rules.always.includes(it) && !rules.never.includes(it));
    // what never joins is met first, and no name begins or ends with a joint
    this.#joins = new RegExp(`(?:${anyOf(rules.never)})|(?<=.)(${anyOf(joins)})(?=.)`, 'gu');
    this.#split = new RegExp(`、|(?<=.)(?:${anyOf(rules.always)})(?=.)|${closed}`, 'u');
    this.#joint = new RegExp(`(?<=[》”」』])(?:${anyOf(joins)})(?=[《“「『])`, 'gu');
    this.#ends = new RegExp(`(?:${anyOf(rules.joins)}|、)$`, 'u');
    this.#open = new RegExp(`(?:${anyOf(rules.open)})[^、，；]{0,12}$`, 'u');
  }

  /** Where each joint of a member stands. */
  #joints(name: string): { readonly at: number; readonly length: number }[] {
    return [...name.matchAll(this.#joins)].flatMap((it) =>
      it[1] === undefined ? [] : [{ at: it.index, length: it[1].length }],
    );
  }

  /** Whether a list says at its end that it names some. */
  isOpen(stretch: string): boolean {
    return this.#open.test(stretch);
  }

  /**
   * `stretch`: masked text from the first member to the last. `headed`: words that are no part of the first member may stand before it.
   * A joint inside a member may part two, or be of its name; it surely parts the last two where both look like the others.
   */
  read(stretch: string, headed: boolean): Items | null {
    if (this.#ends.test(stretch)) return null;
    const partial = this.isOpen(stretch);
    const list = stretch.replace(this.#open, '').replace(this.#joint, '、');
    const names = list.split(this.#split).map((it) => it.trim());
    if (names.length < 2 || names.some((it) => it.length < 2 || it.length > 36)) return null;
    const others = names.slice(headed ? 1 : 0, -1);
    let [least, most] = [names.length, names.length];
    const told: string[] = [];
    names.forEach((name, i) => {
      const joints = this.#joints(name);
      const [only] = joints;
      const last = i === names.length - 1;
      const halves = only ? [name.slice(0, only.at), name.slice(only.at + only.length)] : [name];
      most += joints.length;
      if (
        only &&
        last &&
        !partial &&
        joints.length === 1 &&
        halves.every((it) => it.length > 1) &&
        areAlike(halves, others)
      ) {
        least++;
        told.push(...halves);
      } else told.push(name);
    });
    return { names: told, least, most, partial };
  }
}

/** Whether two halves look like other members: of one length of four or more, with one ending, or as short as they are where they would be long together. */
function areAlike(halves: readonly string[], others: readonly string[]): boolean {
  const all = [...halves, ...others];
  const [first = ''] = all;
  if (others.length === 0) return false;
  const ofOneLength = first.length >= 4 && all.every((it) => it.length === first.length);
  if (ofOneLength || all.every((it) => it.at(-1) === first.at(-1))) return true;
  const lengths = others.map((it) => it.length);
  const [shortest, longest] = [Math.min(...lengths), Math.max(...lengths)];
  const together = halves.reduce((sum, it) => sum + it.length, 0);
  return (
    others.length > 1 &&
    together > longest + 1 &&
    halves.every((it) => it.length >= shortest && it.length <= longest + 1)
  );
}

/** A name without what a bracket behind it adds: 工程部 of 工程部（含造价组）. */
const bare = (name: string): string => name.replace(/(?<=.)[（(][^（）()]*[）)]$/u, '');

/** Whether a name looks like one of others: it ends or begins with the same character, or is of the same length. */
export const isLike = (name: string, others: readonly string[]): boolean =>
  others.some((it) => it.at(-1) === name.at(-1) || it[0] === name[0] || (it.length === name.length && it.length > 2));

/** Members of one list look alike: the last is like one before it, or most are of one length. */
export function areParallel(printed: readonly string[]): boolean {
  const names = printed.map(bare);
  const lengths = names.slice(1).map((it) => it.length);
  const often = Math.max(...lengths.map((length) => lengths.filter((it) => it === length).length));
  return (names.length > 3 && often * 2 >= lengths.length) || isLike(names.at(-1) ?? '', names.slice(0, -1));
}
