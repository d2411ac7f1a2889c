import { Command as Program, Option as ProgramOption } from 'commander';
import type { Language } from '../model/catalogue.js';
import { assertFolder } from '../model/current-folder.js';
import { version } from '../model/version.js';
import { word, type WordKey } from '../model/words.js';
import type { Command, Example, Given, Io } from './command.js';
import { commands } from './commands.js';
import type { Exit } from './exit.js';
import { assertFull } from './preconditions.js';

const titles: Readonly<Record<string, WordKey>> = {
  'Usage:': 'helpUsage',
  'Options:': 'helpOptions',
  'Commands:': 'helpCommands',
  'Arguments:': 'helpArguments',
};

/** The command line as commander knows it, in a language. `help` gets the help that is asked for, `ran` the exit of the command that was run. */
export function programOf(io: Io, help: (text: string) => void, ran: (exit: Exit) => void): Program {
  const { language } = io;
  const program = framed(new Program('gouji'), language, help)
    .description(word('about', language))
    .version(version(), '-V, --version', word('helpVersion', language))
    .addOption(new ProgramOption('--lang <language>', word('helpLang', language)))
    .helpCommand('help [command]', word('helpCommand', language))
    .addHelpText(
      'before',
      examplesText(
        commands.map(({ examples }) => examples[0]),
        language,
      ),
    );
  for (const command of commands) program.addCommand(subcommand(command, io, help, ran));
  return program;
}

function subcommand(command: Command, io: Io, help: (text: string) => void, ran: (exit: Exit) => void): Program {
  const { language } = io;
  const program = framed(new Program(command.name), language, help)
    .description(command.summary[language])
    .addHelpText('before', examplesText(command.examples, language));
  const usage = command.usage.split(' ').filter((it) => it !== '');
  for (const argument of usage) program.argument(argument);
  for (const { flags, about, repeats } of command.options) {
    const option = new ProgramOption(flags, about[language]);
    program.addOption(repeats ? option.argParser<string[]>((value, before = []) => [...before, value]) : option);
  }
  return program.action(async (...all: unknown[]) => {
    const words = all
      .slice(0, usage.length)
      .flat()
      .filter((it) => typeof it === 'string');
    const given = all[usage.length] as Given;
    assertFolder();
    assertFull(words, given, program, language);
    ran(await command.run(words, given, io));
  });
}

/** What every level shares: words in the language, and no exit or output of commander's own on an error. */
function framed(program: Program, language: Language, writeOut: (text: string) => void): Program {
  return program
    .helpOption('-h, --help', word('helpHelp', language))
    .exitOverride()
    .showSuggestionAfterError(false)
    .configureOutput({ writeOut, outputError: () => {}, writeErr: () => {} })
    .configureHelp({ styleTitle: (title) => (titles[title] ? word(titles[title], language) : title) });
}

function examplesText(examples: readonly Example[], language: Language): string {
  const width = Math.max(...examples.map(({ command }) => command.length)) + 2;
  const lines = examples.map(({ command, about }) => `  gouji ${command.padEnd(width)}${about[language]}`);
  return `${word('helpExamples', language)}\n${lines.join('\n')}\n`;
}
