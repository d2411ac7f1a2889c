import type { Block, BlockId, Cell, Paragraph } from './document.js';
import type { Figure, Heading, Indicator, Report, ReportTable } from './report.js';

/** What a figure does in its sentence. */
export type Act =
  /** states how much something is: 决算支出271.1万元 */
  | 'level'
  /** names what another figure is measured against: 比上年433万元, 占年初预算10065万元的 */
  | 'base'
  /** how much it changed: 减少2万元 */
  | 'delta'
  /** by what share it changed: 下降0.46% */
  | 'growth'
  /** its share of a whole: 占84.06% */
  | 'share'
  /** how much of a plan was reached: 完成预算的68% */
  | 'completion'
  /** a named rate: 精简率91.5% */
  | 'rate'
  /** before and after a change: 由295个精简为25个 */
  | 'from'
  | 'to';
export type Direction = 'increase' | 'decrease';

/** A figure in running text with the words around it. */
export interface Mention {
  readonly figure: Figure;
  readonly act: Act;
  /** Everything printed between the figure before it (or the paragraph's start) and this one. */
  readonly lead: string;
  /** The part of `lead` that stands in its own clause, without spaces. */
  readonly before: string;
  /** Words after it up to the next figure or the end of its clause. */
  readonly after: string;
  readonly sentence: number;
  readonly clause: number;
  /** How many brackets are open around it. */
  readonly depth: number;
  readonly direction: Direction | null;
  /** What a share, a completion or a comparison is of, as printed; empty where it is not said. */
  readonly base: string;
  /** What it is about: its own label, or that of the level it follows. */
  readonly subject: string;
  /** Index in the passage of the level that a change, a share or a completion belongs to. */
  readonly about: number | null;
  /** The comparison's growth is of prices or years that the printed figures cannot show (按可比价格, 年均). */
  readonly notComparable: boolean;
  /** Members of one list (分别为…) share a number, unique in the passage. */
  readonly group: number | null;
}

/** One paragraph's mentions in order; of an overlong paragraph those of a stretch of it. */
export interface Passage {
  readonly block: BlockId;
  /** The whole paragraph, in which the places of its figures count. */
  readonly text: string;
  /** The stretch of the text that it covers: as a rule all of it. */
  readonly start: number;
  readonly end: number;
  readonly heading: string | null;
  readonly mentions: readonly Mention[];
}

export type RowRole = 'header' | 'total' | 'subtotal' | 'of-which' | 'data' | 'note';

export interface TableRow {
  readonly index: number;
  readonly role: RowRole;
  /** The text cells of the row joined; empty for a row of figures only. */
  readonly label: string;
  /** A subject code of the row (2010301), joined from its columns; empty without. */
  readonly code: string;
  /** Depth by code length or numbering, 0 = highest; null where nothing tells. */
  readonly level: number | null;
}

export interface TableColumn {
  readonly index: number;
  /** Header cells from the top down, repeated merged texts once. */
  readonly path: readonly string[];
  /** `text` holds labels, `code` account codes or row numbers, `rate` percentages: neither is ever added. */
  readonly role: 'amount' | 'rate' | 'text' | 'code' | 'empty';
}

/** A table as a reader understands it: which cells are headings, which are figures. A composite form is one reading for each of its parts. */
export interface TableReading {
  readonly table: ReportTable;
  readonly block: Block;
  readonly rows: readonly TableRow[];
  readonly columns: readonly TableColumn[];
  /** `row:col` → the figure read from that cell. */
  readonly figures: ReadonlyMap<string, Figure>;
  /** `row:col` → figures that stand among other words of that cell. */
  readonly mentioned: ReadonlyMap<string, readonly Figure[]>;
  readonly cells: ReadonlyMap<string, Cell>;
}
export const cellKey = (row: number, col: number): string => `${row}:${col}`;

export interface Placed {
  readonly block: Paragraph;
  readonly heading: string | null;
}

/** Everything that extraction knows of a document; what relate looks for relations in. */
export interface Reading {
  /** The document's blocks in reading order. */
  readonly blocks: readonly Block[];
  /** Those of them that make up its table of contents. */
  readonly contents: ReadonlySet<BlockId>;
  /** Every paragraph with the heading that it stands under, figures or none. */
  readonly paragraphs: readonly Placed[];
  readonly headings: readonly Heading[];
  readonly passages: readonly Passage[];
  readonly tables: readonly TableReading[];
  readonly figures: readonly Figure[];
  readonly indicators: readonly Indicator[];
  readonly metadata: Metadata;
  /** What the document calls its own organisation: the name, and the short ones that it declares (以下简称“区编办”). */
  readonly ownNames: readonly string[];
}

/** What the document is. */
export type Metadata = Pick<Report, 'title' | 'organisation' | 'reportKind' | 'reportYear' | 'filledOn' | 'identity'>;
