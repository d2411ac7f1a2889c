import { CommanderError } from 'commander';
import { GoujiError } from '../model/error.js';
import { visibleCells, visibleJson, visibleLines } from '../model/visible.js';
import { word } from '../model/words.js';
import type { Io } from './command.js';
import { exit, type Exit } from './exit.js';
import { faultOf } from './fault.js';
import { askedFor, fromEnvironment, languageOf } from './language.js';
import { ReaderGone } from './outlet.js';
import { programOf } from './program.js';
import { needsHelp, usageIssue } from './usage-issue.js';

/** Where text goes; rejects when it cannot, as an Outlet does. */
export interface Written {
  write(text: string): Promise<void>;
  /** True when some text was lost though somebody was there to read it. */
  readonly lost: boolean;
}

/** What a command line runs in, besides the current folder, stdin and the terminal, which are those of the process. */
export interface Surroundings extends Pick<Io, 'signal' | 'stoppedExit' | 'isolated'> {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stdout: Written;
  readonly stderr: Written;
}

const eraseLine = '\r\x1b[2K';

/** One command line. */
export class Run {
  readonly #argv: readonly string[];
  readonly #in: Surroundings;
  readonly #io: Io;

  constructor(argv: readonly string[], surroundings: Surroundings) {
    const { environment, stdout, stderr, signal, stoppedExit, isolated } = surroundings;
    this.#argv = argv;
    this.#in = surroundings;
    /** What is lost of messages nobody can be told; the exit says it where it would say that all is well. */
    const message = (text: string): void => void stderr.write(text).catch(() => {});
    this.#io = {
      language: languageOf(argv, environment) ?? fromEnvironment(environment),
      signal,
      stoppedExit,
      isolated,
      out: (text) => stdout.write(visibleLines(text)),
      json: (text) => stdout.write(visibleJson(text)),
      csv: (text) => stdout.write(visibleCells(text)),
      err: (text) => message(visibleLines(text)),
      redraw: (line) => message(eraseLine + visibleLines(line)),
    };
  }

  /** Runs it and gives its exit; never rejects. */
  async exit(): Promise<Exit> {
    let ended: Exit;
    try {
      ended = await this.#command();
    } catch (error) {
      ended = this.fail(error);
    }
    return this.#in.stderr.lost && ended === exit.done ? exit.outputLost : ended;
  }

  /** Tells of what ended it, and with which exit. */
  fail(error: unknown): Exit {
    const { signal, stoppedExit } = this.#in;
    if (error instanceof ReaderGone) return exit.done;
    if (signal.aborted && error instanceof Error && error.name === 'AbortError') return stoppedExit();
    const fault = faultOf(error, this.#io.language);
    this.#io.err(`${fault.message}\n`);
    return fault.exit;
  }

  async #command(): Promise<Exit> {
    const { language } = this.#io;
    if (languageOf(this.#argv, this.#in.environment) === null) {
      const params = { option: '--lang', value: askedFor(this.#argv) ?? '', allowed: 'zh, en, auto' };
      throw new GoujiError('USAGE', { issue: word('badValue', language, params) });
    }
    const help: string[] = [];
    let ended: Exit = exit.done;
    const program = programOf(
      this.#io,
      (text) => help.push(text),
      (code) => (ended = code),
    );
    try {
      if (this.#argv.length > 0) {
        await program.parseAsync(this.#argv, { from: 'user' });
        return ended;
      }
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error;
      if (error.exitCode === 0) {
        await this.#io.out(help.join(''));
        return exit.done;
      }
      if (!needsHelp(error, this.#argv))
        throw new GoujiError('USAGE', { issue: usageIssue(error, this.#argv, language) });
    }
    this.#io.err(program.helpInformation());
    return exit.usage;
  }
}
