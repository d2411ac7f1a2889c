import { writeSync } from 'node:fs';
import { Socket } from 'node:net';
import { GoujiError } from '../model/error.js';

/** Whoever read our output has closed it and seen enough. */
export class ReaderGone extends Error {}

/** stdout or stderr. Every byte is written or its loss is told by the write that met it; a stream that failed takes no more. */
export class Outlet {
  readonly #stream: NodeJS.WriteStream & { readonly fd: number };
  #fault: GoujiError | ReaderGone | null = null;
  #written = 0;

  constructor(stream: NodeJS.WriteStream & { readonly fd: number }) {
    this.#stream = stream;
    // a listener, since without one the event ends the process; the write that failed is told of it too
    stream.on('error', () => {});
  }

  /** True when some text was lost though somebody was there to read it. */
  get lost(): boolean {
    return this.#fault instanceof GoujiError;
  }

  /** Resolves when the text is written and more may be. Rejects with OUTPUT_LOST, or with ReaderGone where nobody reads any more. */
  async write(text: string): Promise<void> {
    if (this.#fault) throw this.#fault;
    const bytes = Buffer.from(text);
    try {
      // a pipe or terminal takes its time, a file takes bytes at once or never
      if (this.#stream instanceof Socket) await sent(this.#stream, bytes);
      else for (let at = 0; at < bytes.length;) at += this.#put(bytes, at);
    } catch (error) {
      throw (this.#fault = this.#faultOf(error));
    }
    if (this.#stream instanceof Socket) this.#written += bytes.length;
  }

  /** A disk that is nearly full takes a part of what it is given and calls that a success: the next write says why. */
  #put(bytes: Buffer, at: number): number {
    const length = writeSync(this.#stream.fd, bytes, at);
    this.#written += length;
    return length;
  }

  #faultOf(error: unknown): GoujiError | ReaderGone {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (reason === 'EPIPE') return new ReaderGone(reason, { cause: error });
    return new GoujiError('OUTPUT_LOST', { reason, bytes: this.#written }, { cause: error });
  }
}

function sent(stream: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}
