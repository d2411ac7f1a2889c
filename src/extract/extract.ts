import type { Block, Document, Paragraph, TableBlock } from '../model/document.js';
import type { Quantity } from '../model/quantity.js';
import type { Metadata, Passage, Placed, Reading, TableReading } from '../model/reading.js';
import type { Fact, Figure, Heading, Indicator } from '../model/report.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import { recognizeQuantities } from '../recognize/recognize.js';
import { quantitiesOf } from './quantities-of.js';
import { Accounts } from './facts/accounts.js';
import { bindCell } from './facts/bind-cell.js';
import { bindFact, type Context } from './facts/bind.js';
import { inherited } from './facts/known.js';
import { MetricNames } from './facts/metric-names.js';
import { whenCompared, whenOf, type When } from './facts/period.js';
import { TableWords } from './facts/table-words.js';
import { FigureMaker } from './figure.js';
import { headingsAsPrinted, inSimplified, saidAsPrinted } from './in-simplified.js';
import { contentsOf } from './headings/contents.js';
import { findHeadings } from './headings/find-headings.js';
import { indicatorsIn, numbered } from './indicators/find-indicators.js';
import { resultsInTable, resultsInText } from './indicators/results.js';
import { findMetadata } from './metadata/find-metadata.js';
import { identityOf } from './metadata/identity.js';
import { ownNamesOf, shortNamesOf } from './metadata/short-names.js';
import { statesNothing } from './prose/idioms.js';
import { readCell, readPassages, type Place } from './prose/passage.js';
import { captionOf, type Caption } from './tables/caption.js';
import { notesOf, type TableNotes } from './tables/note.js';
import { readTable, type AccountOf, type CellPlace, type ReadText } from './tables/read-table.js';

/** Marks that number something measure nothing, and codes and document numbers are names. */
const notFigures = new Set<Quantity['kind']>(['enum', 'ordinal', 'docno', 'code', 'time', 'date', 'duration']);

/** What binding needs of a rulebook. */
interface Binder {
  readonly names: MetricNames;
  readonly words: TableWords;
  readonly accounts: Accounts;
}

const binders = new WeakMap<Rulebook, Binder>();
function binderOf(rulebook: Rulebook): Binder {
  const known = binders.get(rulebook);
  if (known) return known;
  const names = new MetricNames(rulebook.metrics, rulebook.binding);
  const words = new TableWords(names, rulebook.binding);
  const binder = { names, words, accounts: new Accounts(rulebook.classifications) };
  binders.set(rulebook, binder);
  return binder;
}

/** What reports of the kind speak of; a report of no known kind that gives the revenue of a place is a government's. */
function speaksAs(
  document: Document,
  { reportKind }: Metadata,
  { binding: { subjects, governments }, prose }: Rulebook,
): string | null {
  if (reportKind !== null && subjects[reportKind]) return reportKind;
  const said = (block: Block): boolean => {
    if (block.kind !== 'paragraph') return false;
    const dense = prose.simplify(block.text.replace(/\s+/g, ''));
    return governments.words.some((word) => dense.includes(word));
  };
  return document.blocks.some(said) ? governments.kind : reportKind;
}

/** A cell is a part of nothing that words say, and about no other figure. */
const alone = { whole: '', about: null, prior: '', before: '', after: '' } as const;

/** The year that a column's heading names, else the table's title. */
function yearIn(column: string, caption: string): When | null {
  const yearOf = (text: string) => /(?:19|20)\d{2}(?=年)/.exec(text)?.[0];
  const [ofColumn, ofCaption] = [yearOf(column), yearOf(caption)];
  const year = ofColumn ?? ofCaption;
  if (year === undefined) return null;
  return inherited({ word: year, means: year }, ofColumn === undefined ? 'caption' : 'column');
}

/** Finds everything that a document states: headings, what it is, and every figure with its label, place and fact. */
export function extract(document: Document, rulebook: Rulebook): Reading {
  const plain = inSimplified(document, rulebook.prose.simplify);
  const found = findHeadings(plain, rulebook.headings);
  const said = findMetadata(plain, found, rulebook);
  const isPlain = plain === document;
  const headings = isPlain ? found : headingsAsPrinted(found, document, plain);
  const printed = isPlain ? said : saidAsPrinted(said, document, plain);
  const metadata = { ...printed, identity: identityOf(plain, said, rulebook) };
  const texts = plain.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
  const ownNames = ownNamesOf(said.organisation, shortNamesOf(texts, rulebook.kinds));
  const reader = new Reader(document, rulebook, headings, metadata, ownNames);
  for (const [at, block] of document.blocks.entries()) {
    if (block.kind === 'paragraph') reader.paragraph(block);
    else if (block.kind === 'table') reader.table(block, at);
  }
  return {
    blocks: document.blocks,
    contents: new Set(contentsOf(document, rulebook.headings)),
    paragraphs: reader.paragraphs,
    headings,
    passages: reader.passages,
    tables: reader.tables,
    figures: reader.figures,
    indicators: reader.indicators(),
    metadata,
    ownNames,
  };
}

/** Walks the blocks in order and knows which headings each stands under. */
class Reader {
  readonly paragraphs: Placed[] = [];
  readonly passages: Passage[] = [];
  readonly tables: TableReading[] = [];
  readonly #maker = new FigureMaker();
  readonly #binder: Binder;
  readonly #notes: TableNotes;
  /** Of the tables read so far, by block. */
  readonly #captions = new Map<string, Caption>();
  readonly #speaksAs: string | null;
  readonly #headingsByBlock = new Map<string, Heading[]>();
  readonly #headingsById: ReadonlyMap<string, Heading>;
  #heading: Heading | null = null;
  /** The heading that each block read so far stands under. */
  readonly #headingOfBlock = new Map<string, Heading | null>();
  #tables = 0;

  constructor(
    readonly document: Document,
    readonly rulebook: Rulebook,
    headings: readonly Heading[],
    readonly metadata: Metadata,
    readonly ownNames: readonly string[],
  ) {
    this.#binder = binderOf(rulebook);
    this.#notes = notesOf(document.blocks, rulebook.headings);
    this.#speaksAs = speaksAs(document, metadata, rulebook);
    this.#headingsById = new Map(headings.map((it) => [it.id, it]));
    for (const heading of headings) {
      this.#headingsByBlock.set(heading.block, [...(this.#headingsByBlock.get(heading.block) ?? []), heading]);
    }
  }

  readonly #join = (figures: readonly Figure[]): void => this.#maker.join(figures);

  get figures(): readonly Figure[] {
    return this.#maker.all;
  }

  indicators(): Indicator[] {
    const { scores } = this.rulebook;
    return numbered([
      ...resultsInText(this.paragraphs, this.figures, scores),
      ...this.tables.flatMap((reading) => indicatorsIn(reading, scores)),
      ...[...new Map(this.tables.map((it) => [it.block.id, it])).values()].flatMap((it) => resultsInTable(it, scores)),
    ]);
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
    this.#enter(block);
    this.paragraphs.push({ block, heading: this.#heading?.id ?? null });
    const quantities = quantitiesOf(block).filter((it) => !statesNothing(block.text, it));
    if (!quantities.some((it) => !notFigures.has(it.kind))) return;
    const heading = this.#heading?.id ?? null;
    const headings = this.#titles();
    const caption = this.#captions.get(this.#notes.tableOf.get(block.id) ?? '')?.title ?? '';
    const make = (quantity: Quantity, { label, role, act, ...around }: Place): Figure => {
      const when = (act === 'base' || act === 'from' ? whenCompared : whenOf)(block.text, quantities, quantity.start);
      const context = { label, quantity, act, when, ...around, column: '', caption, headings };
      const fact = this.#bind(context);
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
    const passages = readPassages(
      block,
      quantities,
      { heading, titles: headings, ownNames: this.ownNames },
      this.rulebook.prose,
      { make, join: this.#join },
    );
    this.passages.push(...passages.filter(({ mentions }) => mentions.length > 0));
  }

  /** A footnote or endnote stands under the heading of the place that refers to it, though its text comes at the end. */
  #enter(block: Paragraph | TableBlock): void {
    const referring = block.anchor && this.#headingOfBlock.get(block.anchor.block);
    this.#heading =
      this.#headingsByBlock.get(block.id)?.at(-1) ?? (referring === undefined ? this.#heading : referring);
    this.#headingOfBlock.set(block.id, this.#heading);
  }

  table(block: TableBlock, at: number): void {
    this.#enter(block);
    const id = `t${this.#tables++}`;
    const heading = this.#heading?.id ?? null;
    const titles = this.#titles();
    const readText: ReadText = (text, quantities, figureOf) =>
      readCell(text, quantities, this.rulebook.prose, { make: figureOf, join: this.#join });
    const caption = captionOf(this.document.blocks, at, this.#notes, this.#captions);
    this.#captions.set(block.id, caption);
    const { names, words, accounts } = this.#binder;
    const accountOf: AccountOf = (grid, columns, { row, col }, { row: label, column, rowsHeading, title }) =>
      accounts.of(
        grid,
        columns,
        row,
        col,
        label,
        words.sideOf({ column: column.path, rowsHeading, title: title ?? '' }).value === 'expenditure_year',
      );
    const read = { recognize: recognizeQuantities, readText, accountOf, cellUnits: this.rulebook.cellUnits };
    const parts = readTable(caption, block, id, read, (quantity, place) => {
      const title = place.title ?? '';
      const { kind } = quantity;
      const fact =
        kind !== 'money'
          ? this.#factOfLabel(place, quantity, titles)
          : bindCell(
              { ...place, column: place.column.path, title, kind, headings: titles, speaksAs: this.#speaksAs },
              words,
              names,
              this.metadata,
            );
      const { label, unitFrom, role, cell } = place;
      return this.#maker.make(block, quantity, { label, role, fact, heading, unitFrom, table: { id, cell } });
    });
    this.tables.push(...parts);
  }

  /** Counts, rates and scores in tables are what their labels say. */
  #factOfLabel(
    { label, column: { path }, title, rival }: CellPlace,
    quantity: Quantity,
    headings: readonly string[],
  ): Fact | null {
    if (rival) return null;
    const [column, caption] = [path.join(' '), title ?? ''];
    const when = yearIn(column, caption);
    return this.#bind({ label, quantity, act: 'level', when, ...alone, column, caption, headings });
  }

  #bind(context: Context): Fact | null {
    const { names, words } = this.#binder;
    return bindFact(context, names, words, this.metadata, this.#speaksAs);
  }
}
