import type { Mark } from './marks.js';

/** So many members are announced at most, and looked for. */
const mostMarks = 400;

/**
 * The members of the list that begins with the mark at `first`, which counts 1: the marks of its style that go on from it one by
 * one. The list ends where its style begins anew, where a mark of a list around it stands at the head of a paragraph, or at
 * paragraph `end`. Null where its numbers leave one out.
 * `around`: styles of the lists that it stands in.
 */
export function seriesFrom(
  marks: readonly Mark[],
  first: number,
  around: ReadonlySet<string>,
  end: number,
): readonly Mark[] | null {
  const opening = marks[first];
  if (opening?.value !== 1) return null;
  const found = [opening];
  for (const it of marks.slice(first + 1, first + mostMarks)) {
    if (it.paragraph >= end) break;
    if (it.heads && around.has(it.style)) break;
    // inside the members of a list of paragraphs other lists may begin
    if (it.style !== opening.style || (opening.heads && !it.heads)) continue;
    const last = found.at(-1)?.value ?? 0;
    if (!opening.heads && it.heads && it.value !== last + 1) break;
    if (it.value === 1) break;
    if (it.value === last + 1) found.push(it);
    else if (it.value > last) return null;
  }
  return found;
}
