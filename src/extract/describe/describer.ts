import type { Spot } from '../../model/description.js';
import type { Quantity } from '../../model/quantity.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import { describe, type FigureAt } from './describe.js';
import { EachReader } from './each.js';
import { Measures } from './measures.js';
import { Lexicon } from './tokens.js';

/** What stands between the cells of a row: space and bars, and signs that are no punctuation. */
const betweenCells = /^(?=.*[\s|])[\s|*_~=<>#&^!"$%'@\\`{}[\]?+-]+$/s;

/** Amounts with nothing between them but that are cells of a row whose table the file does not show: no sentence relates them. */
function isTabular(text: string, spots: readonly Spot[]): boolean {
  return spots.some((it, i) => {
    const before = spots[i - 1];
    return before !== undefined && betweenCells.test(text.slice(before.figure.end, it.figure.start));
  });
}

/** A paragraph of more figures is a list that a file does not show as a table: describing it takes time and says nothing. */
const most = 300;

/** Describes the figures of paragraphs by the words of a rulebook's grammar. */
export class Describer {
  readonly #lexicon: Lexicon;
  readonly measures: Measures;
  readonly #each: EachReader;

  constructor(readonly rulebook: Pick<Rulebook, 'grammar' | 'prose'>) {
    const { grammar } = rulebook;
    this.#lexicon = new Lexicon(grammar);
    this.measures = new Measures(grammar);
    this.#each = new EachReader(grammar.each, this.measures);
  }

  /** `figureAt`: the figure that was made of the quantity that starts there. */
  spots(text: string, quantities: readonly Quantity[], figureAt: FigureAt): readonly Spot[] {
    if (quantities.length > most) return [];
    const tokens = this.#lexicon.tokens(this.rulebook.prose.simplify(text), quantities);
    const spots = describe(tokens, figureAt, this.#each, this.measures);
    return isTabular(text, spots) ? [] : spots;
  }
}
