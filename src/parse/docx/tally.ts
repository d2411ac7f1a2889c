import { catalogue } from '../../model/catalogue.js';
import { problem, type Problem } from '../../model/problem.js';

/** Kinds of content that are seen and not read. */
const ignoredKinds = catalogue.PART_IGNORED.terms.what;
export type Ignored = keyof typeof ignoredKinds;

/** What a document holds besides the words that are read. */
export class Tally {
  inserted = 0;
  deleted = 0;
  /** References to notes that the file does not hold. */
  missingNotes = 0;
  private readonly ignored = new Map<Ignored, number>();
  private readonly faults = new Map<string, string>();

  ignore(kind: Ignored, count = 1): void {
    this.ignored.set(kind, (this.ignored.get(kind) ?? 0) + count);
  }

  /** A part that is damaged: the first fault of each is kept. */
  fault(part: string, reason: string): void {
    if (!this.faults.has(part)) this.faults.set(part, reason);
  }

  get partial(): boolean {
    return this.faults.size > 0;
  }

  problems(file: string): Problem[] {
    const { inserted, deleted, missingNotes } = this;
    const faults = [...this.faults].map(([part, reason]) =>
      problem('FILE_PART_LOST', { file, reason: `${part}: ${reason}` }),
    );
    const changes = inserted + deleted > 0 ? [problem('TRACKED_CHANGES', { file, inserted, deleted })] : [];
    const notes = missingNotes > 0 ? [problem('NOTE_MISSING', { file, count: missingNotes })] : [];
    const kinds = (Object.keys(ignoredKinds) as Ignored[]).flatMap((kind) => {
      const count = this.ignored.get(kind) ?? 0;
      return count > 0 ? [problem('PART_IGNORED', { file, what: kind, count })] : [];
    });
    return [...faults, ...notes, ...changes, ...kinds];
  }
}
