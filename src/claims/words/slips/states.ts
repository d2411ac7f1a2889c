import { groupedBy } from '../../../model/grouped.js';
import type { WordsRelation } from '../../../model/relation.js';
import { anyOf } from '../../../rulebook/any-of.js';
import type { Slips } from '../../../rulebook/slips.js';
import { exhibit, misnamed, type Line, type Said } from '../lines.js';

/** So many sentences about one kind of thing are held against another. */
const mostAlike = 32;

/** What is said of so many things. */
interface State {
  readonly said: Said;
  readonly count: number;
  /** Counter and what is counted. */
  readonly things: string;
  readonly deed: string;
  /** The date that its clause begins with, as printed. */
  readonly sentence: string;
}

/** Every place where a number of things is said to be in a state, or not in it. */
function states(lines: readonly Line[], pattern: RegExp): State[] {
  return lines.flatMap((line) =>
    [...line.text.matchAll(pattern)].map((hit): State => {
      const [name, count = '', counter = '', thing = '', deed = ''] = hit;
      const from = sentenceStart(line.text, hit.index);
      const sentence = line.text.slice(from, hit.index + name.length);
      return {
        said: { line, start: hit.index, name },
        count: Number(count.replace(/,/g, '')),
        things: counter + thing,
        deed,
        sentence,
      };
    }),
  );
}

function sentenceStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !/[。；;！？]/u.test(text[start - 1] ?? '')) start--;
  return start;
}

/** 12个标段主体工程已全部完工, and later 3个标段尚未完工 at the same time. */
export function contradictedStates(
  lines: readonly Line[],
  { things, already, day, all, not_yet, deeds, later }: Slips,
): WordsRelation[] {
  const between = '[^，,。；;、]{0,14}?';
  const deed = `[^，,。；;、]{0,4}?(${anyOf(deeds)})`;
  const done = states(
    lines,
    new RegExp(`${things.source}${between}(?:${anyOf(all)})(?:${anyOf(already)})?${deed}`, 'gu'),
  );
  const undone = states(lines, new RegExp(`${things.source}${between}(?:${anyOf(not_yet)})${deed}`, 'gu'));
  const notDone = groupedBy(undone, (it) => `${it.things} ${it.deed}`);
  const elsewhen = new RegExp(anyOf(later), 'u');
  return done.flatMap((whole): WordsRelation[] => {
    const part = notDone
      .get(`${whole.things} ${whole.deed}`)
      ?.slice(0, mostAlike)
      .find((it) => it.count <= whole.count && it.said.line !== whole.said.line);
    if (!part)
      return [
        {
          kind: 'words',
          check: 'all-and-some-not',
          doubt: null,
          words: exhibit(whole.said),
          holds: true,
          wanted: '',
          against: [],
        },
      ];
    const [a, b] = [whole, part].map(({ sentence }) => day.exec(sentence)?.[0] ?? null);
    if ((a !== null && b !== null && a !== b) || elsewhen.test(part.sentence) || elsewhen.test(whole.sentence))
      return [];
    return [misnamed('all-and-some-not', part.said, whole.said)];
  });
}
