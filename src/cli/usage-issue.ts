import type { CommanderError } from 'commander';
import type { Language } from '../model/catalogue.js';
import { nearest } from '../model/nearest.js';
import { word } from '../model/words.js';
import { commands } from './commands.js';

/** True where no command is named at all, so that help says more than a complaint. */
export const needsHelp = ({ code }: CommanderError, argv: readonly string[]): boolean =>
  code === 'commander.help' && !argv.includes('help');

/** What is wrong with a command line, in words, with what was probably meant. */
export function usageIssue({ code, message }: CommanderError, argv: readonly string[], language: Language): string {
  const what = /'([^']*)'/.exec(message)?.[1] ?? '';
  switch (code) {
    case 'commander.unknownOption':
      return word('unknownOption', language, { what }) + suggestion(what, knownFlags(argv), language);
    case 'commander.unknownCommand':
      return unknownCommand(what, language);
    // `help` with the name of nothing
    case 'commander.help':
      return unknownCommand(argv[argv.indexOf('help') + 1] ?? '', language);
    case 'commander.missingArgument':
      return word('missingArgument', language, { what: `<${what}>` });
    case 'commander.optionMissingArgument':
      return word('missingValue', language, { what });
    case 'commander.excessArguments':
      return word('tooManyArguments', language);
    default:
      return message.replace(/^error: /, '');
  }
}

function unknownCommand(what: string, language: Language): string {
  const known = [...commands.map(({ name }) => name), 'help'];
  return word('unknownCommand', language, { what }) + suggestion(what, known, language);
}

function suggestion(what: string, known: readonly string[], language: Language): string {
  const meant = nearest(what.split('=')[0] ?? '', known);
  return meant === null ? '' : (language === 'en' ? ' ' : '') + word('didYouMean', language, { what: meant });
}

/** Long flags of the command that was called. */
function knownFlags(argv: readonly string[]): readonly string[] {
  const command = commands.find(({ name }) => argv.includes(name));
  const own = (command?.options ?? []).flatMap(({ flags }) => flags.match(/--[a-z-]+/g) ?? []);
  return [...own, '--help', '--version', '--lang'];
}
