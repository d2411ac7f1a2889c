import type { Language } from '../model/catalogue.js';
import type { Words } from '../model/words.js';
import type { Exit } from './exit.js';

export interface Option {
  /** As commander reads it: `--db <file>`, `-f, --format <format>`, `--json`. */
  readonly flags: string;
  readonly about: Words;
  /** Whether it may be given several times; its value is then a list. */
  readonly repeats?: true;
}

export interface Example {
  /** Without `gouji`. */
  readonly command: string;
  readonly about: Words;
}

/** What a command is given besides its arguments: where to write, in which language, and how it learns that it must stop. */
export interface Io {
  readonly language: Language;
  /** Data for people. What would act on a terminal is shown instead; resolves when more may be written, rejects when it cannot be. */
  readonly out: (text: string) => Promise<void>;
  /** Data for programs: JSON text, or a part of one. The same, in the escapes of JSON. */
  readonly json: (text: string) => Promise<void>;
  /** Data for programs: lines of CSV. The same, but breaks and tabs within cells stay. */
  readonly csv: (text: string) => Promise<void>;
  /** Messages: everything else. */
  readonly err: (text: string) => void;
  /** A message on a terminal in place of the line that was drawn last; nothing to erase that. */
  readonly redraw: (line: string) => void;
  readonly signal: AbortSignal;
  /** Which exit a stop by a signal has. */
  readonly stoppedExit: () => Exit;
  /** Whether files are read and compared in child processes, within limits of time and memory. */
  readonly isolated: boolean;
}

/** Values of options by their camel-cased names; true for a flag, a list for one that repeats. */
export type Given = Readonly<Record<string, string | true | readonly string[] | undefined>>;

/** A command says all of itself here; what it needs beyond words it imports when it runs, so that help costs nothing. */
export interface Command {
  readonly name: string;
  readonly summary: Words;
  /** Its arguments as commander reads them: `<path...>`, `<action> [finding...]`, or nothing. */
  readonly usage: string;
  readonly options: readonly Option[];
  /** Each is run by a test. */
  readonly examples: readonly [Example, ...Example[]];
  readonly run: (args: readonly string[], given: Given, io: Io) => Promise<Exit>;
}
