import { sameMeasure } from '../../model/printed.js';
import type { Mention } from '../../model/reading.js';
import type { Composition } from '../../rulebook/prose.js';
import { isLevel } from './cues.js';

const isOneOf = (mention: Mention, names: readonly string[]): boolean =>
  names.some((name) => mention.subject.includes(name));

/** True when the labels are those of a whole whose parts the forms fix, and no part is left out. */
export function isComposition(
  whole: Mention,
  parts: readonly Mention[],
  compositions: readonly Composition[],
): boolean {
  return compositions.some(
    (it) =>
      isOneOf(whole, it.whole) &&
      it.parts.length === parts.length &&
      it.parts.every((names) => parts.some((part) => isOneOf(part, names))),
  );
}

/** The parts that the forms fix for the whole at `at`, wherever they stand from `first` on; null unless each is found once. */
export function composed(
  mentions: readonly Mention[],
  at: number,
  first: number,
  compositions: readonly Composition[],
): readonly number[] | null {
  const whole = mentions[at];
  const head = mentions[first];
  if (!whole || !head) return null;
  for (const it of compositions) {
    if (!isOneOf(whole, it.whole) || !it.parts.some((names) => isOneOf(head, names))) continue;
    const places = it.parts.map((names) =>
      mentions.flatMap((m, i) =>
        i >= first && isLevel(m) && m.depth === head.depth && sameMeasure(m.figure, head.figure) && isOneOf(m, names)
          ? [i]
          : [],
      ),
    );
    if (places.every((found) => found.length === 1)) return places.flat().sort((a, b) => a - b);
  }
  return null;
}
