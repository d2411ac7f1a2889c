import { fork, type ChildProcess } from 'node:child_process';
import { refusalIn, refusalOf } from '../../model/refused.js';
import { marks, type Asked, type Limits, type Reply, type Said } from './work.js';

/** How one request ended. */
export type Ended =
  | { readonly end: 'replied'; readonly reply: Reply }
  | { readonly end: 'time' | 'memory' | 'stopped' }
  | { readonly end: 'died'; readonly reason: string }
  /** The process ended itself before it could do anything: the fault is in gouji or its installation, not in the request. */
  | { readonly end: 'unfit'; readonly reason: string }
  /** The system let no process start; the reason is its code. */
  | { readonly end: 'refused'; readonly reason: string };

/** Requests after which a process is replaced: a leak of its libraries comes to nothing. */
const mostRequests = 500;

interface UnderWay {
  readonly settle: (ended: Ended) => void;
  readonly part: (part: Uint8Array) => void;
}

/** One process at a time that answers requests one after the other, replaced when it died or has grown old. */
export class Child {
  readonly #limits: Limits;
  readonly #script: string;
  readonly #arguments: readonly string[];
  #process: ChildProcess | null = null;
  #requests = 0;
  #underWay: UnderWay | null = null;

  /** `script` calls `serve`; it finds `args` in `ownArguments`. */
  constructor(limits: Limits, script: string, args: readonly string[]) {
    this.#limits = limits;
    this.#script = script;
    this.#arguments = args;
  }

  /** Never rejects. One request at a time; `part` gets what comes before the reply. */
  ask(asked: Asked, part: (part: Uint8Array) => void): Promise<Ended> {
    const process = (this.#process ??= this.#start());
    return new Promise((resolve) => {
      this.#underWay = { settle: resolve, part };
      process.send(asked, (error) => error && this.#gone(process, { end: 'died', reason: error.message }));
    });
  }

  /** Ends the process, and what it is doing with it. */
  stop(): void {
    this.#forget()?.kill('SIGKILL');
    this.#settle({ end: 'stopped' });
  }

  #start(): ChildProcess {
    this.#requests = 0;
    const { seconds, megabytes } = this.#limits;
    const child = fork(this.#script, [String(seconds), String(megabytes), ...this.#arguments], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      execArgv: [...process.execArgv, `--max-old-space-size=${megabytes}`],
    });
    let said = '';
    let ready = false;
    child.stderr?.on('data', (data: Buffer) => {
      said = (said + data.toString('utf8')).slice(-4096);
    });
    child.on('message', (message: Said) => {
      if ('ready' in message) ready = true;
      else if (this.#process === child) this.#heard(message);
    });
    child.on('error', (error) => {
      const refused = refusalOf(error);
      this.#gone(
        child,
        refused === null ? { end: 'died', reason: error.message } : { end: 'refused', reason: refused },
      );
    });
    child.on('close', (code, signal) => {
      const outOfMemory = said.includes(marks.memory) || said.includes('heap out of memory');
      if (outOfMemory) this.#gone(child, { end: 'memory' });
      else if (said.includes(marks.time)) this.#gone(child, { end: 'time' });
      else if (!ready && signal === null) this.#gone(child, unstarted(errorLine(said)));
      else this.#gone(child, { end: 'died', reason: signal ?? `exit ${code}` });
    });
    return child;
  }

  #heard(message: Exclude<Said, { ready: true }>): void {
    if ('part' in message) {
      this.#underWay?.part(message.part);
      return;
    }
    const old = ++this.#requests >= mostRequests || message.full;
    if (old) this.#forget()?.disconnect();
    this.#settle({ end: 'replied', reply: message.reply });
  }

  #gone(child: ChildProcess, ended: Ended): void {
    if (this.#process !== child) return;
    this.#process = null;
    this.#settle(ended);
  }

  #settle(ended: Ended): void {
    const underWay = this.#underWay;
    this.#underWay = null;
    underWay?.settle(ended);
  }

  #forget(): ChildProcess | null {
    const child = this.#process;
    this.#process = null;
    return child;
  }
}

function unstarted(reason: string): Ended {
  const refused = refusalIn(reason);
  return refused === null ? { end: 'unfit', reason } : { end: 'refused', reason: refused };
}

/** The line of Node's last words that names the error. */
function errorLine(said: string): string {
  return /^\[?\w*Error\b.*$/m.exec(said)?.[0] ?? said.trim().split('\n').at(-1) ?? '';
}
