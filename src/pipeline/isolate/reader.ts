import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { memoryMark, type Limits, type Ready, type Reply, type Request } from './messages.js';

/** How the reading of one file ended. */
export type Reading =
  | { readonly end: 'answered'; readonly reply: Reply }
  | { readonly end: 'time' | 'memory' | 'stopped' }
  | { readonly end: 'died'; readonly reason: string }
  /** The process ended itself before it could read anything: the fault is in gouji or its installation, not in the file. */
  | { readonly end: 'unfit'; readonly reason: string };

const recycleAfter = { files: 500, residentBytes: 400 * 1024 * 1024 };
export const readerScript = fileURLToPath(new URL('./reader-process.js', import.meta.url));

/** One process at a time that reads files one after the other, replaced when it died or has grown old. */
export class Reader {
  readonly #limits: Limits;
  readonly #script: string;
  readonly #rules: string | undefined;
  #child: ChildProcess | null = null;
  #files = 0;
  #settle: ((reading: Reading) => void) | null = null;

  /** `rules`: a folder of rules besides gouji's own. */
  constructor(limits: Limits, script: string, rules?: string) {
    this.#limits = limits;
    this.#script = script;
    this.#rules = rules;
  }

  /** Never rejects. One file at a time. */
  read(request: Request): Promise<Reading> {
    const child = (this.#child ??= this.#start());
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#end({ end: 'time' }), this.#limits.seconds * 1000);
      this.#settle = (reading) => {
        clearTimeout(timer);
        this.#settle = null;
        resolve(reading);
      };
      child.send(request, (error) => error && this.#gone(child, { end: 'died', reason: error.message }));
    });
  }

  /** Ends the process, and what it is reading with it. */
  stop(): void {
    this.#end({ end: 'stopped' });
  }

  #start(): ChildProcess {
    this.#files = 0;
    const rules = this.#rules === undefined ? [] : [this.#rules];
    const child = fork(this.#script, [String(this.#limits.megabytes), ...rules], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      execArgv: [...process.execArgv, `--max-old-space-size=${this.#limits.megabytes}`],
    });
    let said = '';
    let ready = false;
    child.stderr?.on('data', (data: Buffer) => {
      said = (said + data.toString('utf8')).slice(-4096);
    });
    child.on('message', (message: Reply | Ready) => {
      if ('ready' in message) ready = true;
      else if (this.#child === child) this.#answered(message);
    });
    child.on('error', (error) => this.#gone(child, { end: 'died', reason: error.message }));
    child.on('close', (code, signal) => {
      const outOfMemory = said.includes(memoryMark) || said.includes('heap out of memory');
      if (outOfMemory) this.#gone(child, { end: 'memory' });
      else if (!ready && signal === null) this.#gone(child, { end: 'unfit', reason: errorLine(said) });
      else this.#gone(child, { end: 'died', reason: signal ?? `exit ${code}` });
    });
    return child;
  }

  #answered(reply: Reply): void {
    const old = ++this.#files >= recycleAfter.files || reply.residentBytes > recycleAfter.residentBytes;
    if (old) this.#forget()?.disconnect();
    this.#settle?.({ end: 'answered', reply });
  }

  #gone(child: ChildProcess, reading: Reading): void {
    if (this.#child !== child) return;
    this.#child = null;
    this.#settle?.(reading);
  }

  #end(reading: Reading): void {
    this.#forget()?.kill('SIGKILL');
    this.#settle?.(reading);
  }

  #forget(): ChildProcess | null {
    const child = this.#child;
    this.#child = null;
    return child;
  }
}

/** The line of Node's last words that names the error. */
function errorLine(said: string): string {
  return /^.*Error\b.*$/m.exec(said)?.[0] ?? said.trim().split('\n').at(-1) ?? '';
}
