import { readAcross, type Across } from './across.js';
import { readAssertions, type Assertions } from './assertions.js';
import { readBeliefs, type Beliefs } from './belief.js';
import { readCatalogue, type CatalogueEntry } from './catalogue.js';
import { readChecks, type Check } from './check.js';
import { Classifications } from './classification.js';
import { rulesDirectory } from './directory.js';
import { readCellUnits, type CellUnitRules } from './cell-units.js';
import { readConversions, type Conversions } from './conversions.js';
import { readEnumerations, type Enumerations } from './enumerations.js';
import { readGrammar, type Grammar } from './grammar.js';
import { readIdentityRules, type IdentityRules } from './identity.js';
import { readHeadingRules, type HeadingRules } from './headings.js';
import { readKindRules, type KindRules } from './kinds.js';
import { readNaming, type Naming } from './naming.js';
import { readBinding, readMetrics, type Binding, type Metric } from './metric.js';
import { readTableKinds, type TableKind } from './tables.js';
import { readTableWords, type TableWords } from './table-words.js';
import { readRateRules, type RateRules } from './rates.js';
import { readScoreRules, type ScoreRules } from './scores.js';
import { readSlips, type Slips } from './slips.js';
import { readWording, type Wording } from './wording.js';
import { readTimes, type Times } from './times.js';
import { readNames, type Names } from './names.js';
import { readPartitions, type Partitions } from './partitions.js';
import { readCompositions, readProse, type Composition, type Prose } from './prose.js';

/** All that gouji knows of its field, read from rules/ and checked. */
export interface Rulebook {
  readonly checks: ReadonlyMap<string, Check>;
  readonly catalogue: readonly CatalogueEntry[];
  readonly metrics: readonly Metric[];
  readonly binding: Binding;
  readonly prose: Prose;
  readonly grammar: Grammar;
  readonly assertions: Assertions;
  readonly naming: Naming;
  readonly beliefs: Beliefs;
  readonly compositions: readonly Composition[];
  readonly partitions: Partitions;
  readonly wording: Wording;
  readonly tables: readonly TableKind[];
  readonly tableWords: TableWords;
  readonly cellUnits: CellUnitRules;
  readonly headings: HeadingRules;
  readonly kinds: KindRules;
  readonly identity: IdentityRules;
  readonly classifications: Classifications;
  readonly scores: ScoreRules;
  readonly rates: RateRules;
  readonly across: Across;
  readonly times: Times;
  readonly enumerations: Enumerations;
  readonly conversions: Conversions;
  readonly names: Names;
  readonly slips: Slips;
}

/** Reads a rules folder. Throws RULE_INVALID with file and line at the first thing that is wrong. */
function readRulebook(directory: string): Rulebook {
  const tables = readTableKinds(directory);
  const metrics = readMetrics(directory);
  return {
    tables,
    tableWords: readTableWords(directory),
    cellUnits: readCellUnits(directory),
    metrics,
    checks: readChecks(directory, { tables: tables.map((it) => it.id), metrics: metrics.map((it) => it.id) }),
    catalogue: readCatalogue(directory),
    binding: readBinding(directory),
    prose: readProse(directory),
    grammar: readGrammar(directory),
    assertions: readAssertions(directory),
    naming: readNaming(directory),
    beliefs: readBeliefs(directory),
    compositions: readCompositions(directory),
    partitions: readPartitions(directory),
    wording: readWording(directory),
    headings: readHeadingRules(directory),
    kinds: readKindRules(directory),
    identity: readIdentityRules(directory),
    classifications: new Classifications(directory),
    scores: readScoreRules(directory),
    rates: readRateRules(directory),
    across: readAcross(directory),
    times: readTimes(directory),
    enumerations: readEnumerations(directory),
    conversions: readConversions(directory),
    names: readNames(directory),
    slips: readSlips(directory),
  };
}

let shipped: Rulebook | undefined;
/** The rules that gouji ships with, read once. */
export function defaultRulebook(): Rulebook {
  shipped ??= readRulebook(rulesDirectory);
  return shipped;
}
