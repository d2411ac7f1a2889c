type Listener = (event: { readonly data: unknown }) => void;

/** A message, the parcel of data in it, and the lists in that: what pdf.js goes on filling after it was sent. */
const levels = 3;

/** What arrives must not change when its sender goes on filling the lists it came in. What lies deeper, objects of pdf.js's own
 *  classes, and bytes are never changed once sent, and are shared. */
function copyOf(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || depth === 0) return value;
  if (Array.isArray(value)) return [...(value as unknown[])];
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  const copy: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) copy[key] = copyOf(part, depth - 1);
  return copy;
}

/** One end of a channel between the two halves of pdf.js in one thread. */
export class Port {
  readonly #listeners = new Set<Listener>();
  #other: Port | null = null;

  /** Both ends of a channel. pdf.js's own writes every message out and reads it back, a tenth of the time of reading a page. */
  static pair(): readonly [Port, Port] {
    const [one, other] = [new Port(), new Port()];
    [one.#other, other.#other] = [other, one];
    return [one, other];
  }

  postMessage(message: unknown, _transfers?: readonly unknown[]): void {
    const event = { data: copyOf(message, levels) };
    const far = this.#other;
    if (far) queueMicrotask(() => far.#deliver(event));
  }

  #deliver(event: { readonly data: unknown }): void {
    for (const listener of this.#listeners) listener(event);
  }

  addEventListener(_: 'message', listener: Listener, options?: { readonly signal?: AbortSignal }): void {
    this.#listeners.add(listener);
    options?.signal?.addEventListener('abort', () => this.#listeners.delete(listener));
  }

  removeEventListener(_: 'message', listener: Listener): void {
    this.#listeners.delete(listener);
  }

  terminate(): void {
    this.#listeners.clear();
  }
}
