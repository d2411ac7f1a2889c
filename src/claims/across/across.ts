import type { Described } from '../../model/description.js';
import type { Relation, Verdict } from '../../model/relation.js';
import type { Naming } from '../../rulebook/naming.js';
import { changesApart } from './changes-apart.js';
import { chains } from './chains.js';
import { echoes } from './repeated/echoes.js';
import { identities } from './identities.js';
import { Known } from './alike/known.js';
import { listSums } from './list-sums.js';
import { mendedElsewhere } from './mended-elsewhere.js';
import { runningOver, sumsOverTime } from './periods.js';
import { productRows } from './product-rows.js';
import { productsApart } from './products-apart.js';
import { ofOtherTime } from './repeated/other-time.js';
import { ratesOfRows } from './repeated/rates-of-rows.js';
import { referred } from './repeated/referred.js';
import { sharesOfNamed } from './shares-of-named.js';
import { spanTiles } from './span-tiles.js';
import { subsets } from './subsets.js';
import { titledSums } from './titled-sums.js';

/** Claims whose operands stand in different sentences, paragraphs or tables of a document, known for what they are by their names. */
export function across(
  { reading, tracks, statements, times, year }: Described,
  naming: Naming,
  told: readonly Verdict[],
): Relation[] {
  const known = new Known(told);
  return [
    ...echoes(statements, year, known),
    ...referred(statements, year),
    ...ratesOfRows(statements, naming, year, known),
    ...ofOtherTime(statements, naming, year, known),
    ...mendedElsewhere(statements, year, told),
    ...listSums(statements, reading.headings, year),
    ...identities(statements, naming, year),
    ...chains(statements),
    ...sumsOverTime(statements, year),
    ...runningOver(statements, naming, year),
    ...spanTiles(statements),
    ...changesApart(statements, naming, year),
    ...titledSums(statements, reading.headings),
    ...subsets(statements, year),
    ...sharesOfNamed(statements, year),
    ...productRows(tracks),
    ...productsApart(statements, times, year),
  ];
}
