import type { TimeClass } from '../../../model/times.js';
import { Trie } from '../../../recognize/trie.js';
import type { Times } from '../../../rulebook/times.js';

/** What a word says of time: the classes and the stages that it is a word of. */
export interface TimeWordValue {
  readonly classes: readonly TimeClass[];
  readonly stages: readonly string[];
  readonly knownYear: number | null;
  readonly weekday: number | null;
}

/** All words of rules/times.yaml, each with what it says. */
export function timeLexicon({ classes, stages, known, weekdays }: Times): Trie<TimeWordValue> {
  const words = new Map<
    string,
    { classes: TimeClass[]; stages: string[]; knownYear: number | null; weekday: number | null }
  >();
  const valueOf = (word: string) => {
    const value = words.get(word) ?? { classes: [], stages: [], knownYear: null, weekday: null };
    words.set(word, value);
    return value;
  };
  for (const [name, list] of Object.entries(classes) as [TimeClass, readonly string[]][])
    for (const word of list) valueOf(word).classes.push(name);
  for (const [stage, list] of Object.entries(stages)) for (const word of list) valueOf(word).stages.push(stage);
  for (const { words: list, year } of known) for (const word of list) valueOf(word).knownYear = year;
  for (const [day, list] of weekdays.entries()) for (const word of list) valueOf(word).weekday = day;
  const trie = new Trie<TimeWordValue>();
  for (const [word, value] of words) trie.add(word, value);
  return trie;
}
