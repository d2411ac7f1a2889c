import type { Block, Document, Paragraph, TableBlock } from '../model/document.js';
import type { Quantity } from '../model/quantity.js';
import type { Metadata, Passage, Placed, Reading, TableReading } from '../model/reading.js';
import type { Figure, Heading } from '../model/report.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import { recognizeQuantities } from '../recognize/recognize.js';
import { bindFact } from './facts/bind.js';
import { MetricNames } from './facts/metric-names.js';
import { whenCompared, whenOf, type When } from './facts/period.js';
import { FigureMaker } from './figure.js';
import { findHeadings } from './headings/find-headings.js';
import { findMetadata } from './metadata/find-metadata.js';
import { statesNothing } from './prose/idioms.js';
import { readCell, readPassage, type Place } from './prose/passage.js';
import { readTable, type ReadText } from './tables/read-table.js';

/** Marks that number something measure nothing, and codes and document numbers are names. */
const notFigures = new Set<Quantity['kind']>(['enum', 'ordinal', 'docno', 'code', 'time', 'date', 'duration']);

const nameCache = new WeakMap<Rulebook, MetricNames>();
function metricNames(rulebook: Rulebook): MetricNames {
  const known = nameCache.get(rulebook) ?? new MetricNames(rulebook.metrics, rulebook.binding);
  nameCache.set(rulebook, known);
  return known;
}

/** What reports of the kind speak of; a report of no known kind that gives the revenue of a place is a government's. */
function speaksAs(
  document: Document,
  { reportKind }: Metadata,
  { subjects, governments }: Rulebook['binding'],
): string | null {
  if (reportKind !== null && subjects[reportKind]) return reportKind;
  const said = (block: Block): boolean =>
    block.kind === 'paragraph' && governments.words.some((word) => block.text.replace(/\s+/g, '').includes(word));
  return document.blocks.some(said) ? governments.kind : reportKind;
}

/** A cell is a part of nothing that words say, and about no other figure. */
const alone = { whole: '', about: null, prior: '', before: '' } as const;

/** The year that a column's heading names, else the table's title. */
function yearIn(around: readonly string[]): When | null {
  const year = around.map((text) => /(?:19|20)\d{2}(?=年)/.exec(text)?.[0]).find((it) => it !== undefined);
  return year === undefined ? null : { period: year, basis: 'inherited' };
}

/** Finds everything that a document states: headings, what it is, and every figure with its label, place and fact. */
export function extract(document: Document, rulebook: Rulebook): Reading {
  const headings = findHeadings(document, rulebook.headings);
  const metadata = findMetadata(document, headings, rulebook);
  const reader = new Reader(document, rulebook, headings, metadata);
  for (const [at, block] of document.blocks.entries()) {
    if (block.kind === 'paragraph') reader.paragraph(block);
    else if (block.kind === 'table') reader.table(block, at);
  }
  return {
    paragraphs: reader.paragraphs,
    headings,
    passages: reader.passages,
    tables: reader.tables,
    figures: reader.figures,
    metadata,
  };
}

/** Walks the blocks in order and knows which headings each stands under. */
class Reader {
  readonly paragraphs: Placed[] = [];
  readonly passages: Passage[] = [];
  readonly tables: TableReading[] = [];
  readonly #maker = new FigureMaker();
  readonly #names: MetricNames;
  readonly #speaksAs: string | null;
  readonly #headingsByBlock = new Map<string, Heading[]>();
  readonly #headingsById: ReadonlyMap<string, Heading>;
  #heading: Heading | null = null;
  #tables = 0;

  constructor(
    readonly document: Document,
    readonly rulebook: Rulebook,
    headings: readonly Heading[],
    readonly metadata: Metadata,
  ) {
    this.#names = metricNames(rulebook);
    this.#speaksAs = speaksAs(document, metadata, rulebook.binding);
    this.#headingsById = new Map(headings.map((it) => [it.id, it]));
    for (const heading of headings) {
      this.#headingsByBlock.set(heading.block, [...(this.#headingsByBlock.get(heading.block) ?? []), heading]);
    }
  }

  get figures(): readonly Figure[] {
    return this.#maker.all;
  }

  /** The titles above the current block, innermost first. */
  #titles(): string[] {
    const titles: string[] = [];
    let heading = this.#heading;
    while (heading) {
      titles.push(heading.title);
      heading = heading.parent === null ? null : (this.#headingsById.get(heading.parent) ?? null);
    }
    return titles;
  }

  paragraph(block: Paragraph): void {
    this.#heading = this.#headingsByBlock.get(block.id)?.at(-1) ?? this.#heading;
    this.paragraphs.push({ block, heading: this.#heading?.id ?? null });
    const quantities = recognizeQuantities(block.text).filter((it) => !statesNothing(block.text, it));
    if (!quantities.some((it) => !notFigures.has(it.kind))) return;
    const heading = this.#heading?.id ?? null;
    const headings = this.#titles();
    const figureOf = (quantity: Quantity, { label, role, act, ...around }: Place): Figure => {
      const when = (act === 'base' || act === 'from' ? whenCompared : whenOf)(block.text, quantities, quantity.start);
      const context = { label, quantity, act, when, ...around, table: [], headings };
      const fact = bindFact(context, this.#names, this.metadata, this.#speaksAs);
      const unitFrom =
        quantity.inherited === 'header'
          ? 'caption'
          : quantity.inherited
            ? 'list'
            : quantity.unit === null
              ? 'none'
              : 'number';
      return this.#maker.make(block, quantity, { label, role, fact, heading, unitFrom, table: null });
    };
    const passage = readPassage(
      block,
      quantities,
      { heading, titles: headings, organisation: this.metadata.organisation ?? '' },
      this.rulebook.prose,
      figureOf,
    );
    if (passage.mentions.length > 0) this.passages.push(passage);
  }

  table(block: TableBlock, at: number): void {
    const id = `t${this.#tables++}`;
    const heading = this.#heading?.id ?? null;
    const titles = this.#titles();
    const readText: ReadText = (text, quantities, figureOf) =>
      readCell(text, quantities, this.rulebook.prose, (quantity, words) => figureOf(quantity, words));
    const parts = readTable(this.document.blocks, at, block, id, recognizeQuantities, readText, (quantity, place) => {
      const around = [place.column, place.title ?? ''].filter((it) => it !== '');
      const context = { label: place.label, quantity, act: 'level', when: yearIn(around), ...alone } as const;
      const within = { ...context, table: around, headings: titles };
      const fact = place.distinct ? bindFact(within, this.#names, this.metadata, this.#speaksAs) : null;
      const { label, unitFrom, role, cell } = place;
      return this.#maker.make(block, quantity, { label, role, fact, heading, unitFrom, table: { id, cell } });
    });
    this.tables.push(...parts);
  }
}
