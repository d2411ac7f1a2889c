import type { Command as Program } from 'commander';
import type { Language } from '../model/catalogue.js';
import { GoujiError } from '../model/error.js';
import { word } from '../model/words.js';
import type { Given } from './command.js';

/** Throws USAGE for an empty argument or value: a variable of a script that was not set, and as a path the current folder. */
export function assertFull(
  words: readonly string[],
  given: Given,
  { options, registeredArguments }: Program,
  language: Language,
): void {
  const empty = options.find((it) => [given[it.attributeName()]].flat().includes(''));
  if (empty) throw new GoujiError('USAGE', { issue: word('missingValue', language, { what: empty.flags }) });
  const at = words.indexOf('');
  if (at < 0) return;
  const argument = registeredArguments[at] ?? registeredArguments.at(-1);
  throw new GoujiError('USAGE', { issue: word('emptyArgument', language, { what: `<${argument?.name()}>` }) });
}
