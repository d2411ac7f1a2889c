import type { Reading } from '../../model/reading.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import type { Within } from '../../rulebook/formula.js';
import type { By } from '../../rulebook/selector.js';
import type { Stated } from '../facts/stated.js';
import type { Frame } from '../facts/table-frames.js';
import type { KnownTables } from '../tables/known-tables.js';
import { inDocument } from './in-document.js';
import { inColumns } from './in-columns.js';
import { inFrames } from './in-frames.js';
import { inParagraphs } from './in-paragraphs.js';
import { inRows } from './in-rows.js';
import { inSentences } from './in-sentences.js';
import type { Declared, DeclaredRelation, Trial } from './relation-in.js';

/** The checks that are declared as formulas, tried wherever all figures of one may stand together. */
export class Formulas {
  readonly #declared: readonly Declared[];
  readonly #trialsIn: Readonly<Record<Within, (declared: Declared) => Trial[]>>;

  constructor(
    { passages }: Reading,
    facts: readonly Stated[],
    frames: readonly Frame[],
    tables: KnownTables,
    rulebook: Rulebook,
  ) {
    this.#declared = [...rulebook.checks.values()].flatMap((check): Declared[] =>
      check.relation ? [{ check, formula: check.relation }] : [],
    );
    this.#trialsIn = {
      sentence: inSentences(passages),
      paragraph: inParagraphs(facts),
      document: inDocument(tables, facts, passages),
      table: inFrames(frames),
      column: inColumns(tables),
      row: inRows(tables),
    };
  }

  /** What formulas claim whose total is selected in one of these ways, those of the first before those of the next. */
  by(...ways: readonly By[]): DeclaredRelation[] {
    return ways.flatMap((way) =>
      this.#declared
        .filter(({ formula }) => formula.total.by === way)
        .flatMap((it) => it.formula.within.flatMap((within) => this.#trialsIn[within](it)))
        .map(({ relation }) => relation),
    );
  }
}
