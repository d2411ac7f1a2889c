import type { Frame } from '../facts/table-frames.js';
import { trialIn, type Declared, type Scope, type Trial } from './relation-in.js';

/** Formulas over metrics, tried in every row, and in the columns of a table that give whole rows. */
export function inFrames(frames: readonly Frame[]): (declared: Declared) => Trial[] {
  const scopes = frames.map((frame): Scope => {
    const find: Scope['total'] = (it) => (it.by === 'metric' ? (frame.get(it.metric) ?? null) : null);
    return { total: find, term: find };
  });
  return (declared) => scopes.flatMap((it) => trialIn(declared, it) ?? []);
}
