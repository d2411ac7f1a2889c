import { fileURLToPath } from 'node:url';
import { ChildPool } from '../isolate/child-pool.js';
import { defaultLimits } from '../isolate/work.js';
import type { Drawn, ToDraw } from './draw.js';
import type { Drawing } from './draw-process.js';

const script = fileURLToPath(new URL('./draw-process.js', import.meta.url));

/** Draws pages in a child process: a page that harms it costs that picture and nothing else. */
export class DrawPool {
  readonly #children = new ChildPool<Drawing>({ script, jobs: 1, limits: defaultLimits });

  /** Rejects as `ChildPool.ask` does. */
  async band(wanted: ToDraw): Promise<Drawn> {
    const outcome = await this.#children.ask('band', wanted, wanted.path);
    return 'answer' in outcome ? outcome.answer : { reason: 'undrawable' };
  }

  stop(): void {
    this.#children.stop();
  }
}
