import type { WordClass } from './description.js';
import type { Figure } from './report.js';

/** Of what time a figure speaks. */
export interface When {
  /** Null where no words say it: then it is the year that the document is about. */
  readonly year: number | null;
  /** Which part of the year: `end`, `09`, `01/11`, `Q1`; null for all of it, or where no words say it. */
  readonly span: string | null;
}

/** What a figure does where it stands, as far as it matters for holding it against figures elsewhere. */
export type Sort =
  /** how much something is */
  | 'level'
  /** what another figure is held against: 上年为12万元 */
  | 'base'
  /** a share, a completion, a named rate */
  | 'rate'
  /** how far others lie apart */
  | 'change';

/** A row or column label of a cell, whole. */
interface CellNames {
  readonly table: string;
  readonly row: number;
  readonly col: number;
  /** Characters of the row's label and of the column's headings, without units and marks. */
  readonly rowName: string;
  readonly columnName: string;
  /** Whether the column or row holds what the others make: 合计. */
  readonly isTotal: boolean;
}

/** A figure of running text or of a table with all that says of what it is: what figures far apart are held against each other by. */
export interface Statement {
  readonly figure: Figure;
  /** Its place among the statements of the document. */
  readonly at: number;
  readonly sort: Sort;
  /** What may be added and compared; of a bare number in a table `number`. */
  readonly measure: string;
  /** Value and half the worth of the last printed digit in the common unit of its measure. */
  readonly value: number;
  readonly half: number;
  readonly step: number;
  /** Counts on through the document: statements of one sentence share it, the cells of one row too. */
  readonly sentence: number;
  /** The same, parted at semicolons too. */
  readonly segment: number;
  /** Counts on through the document: a paragraph or table. */
  readonly paragraph: number;
  readonly clause: number;
  readonly depth: number;
  /** Its own name, simplified, words of the grammar and marks left out. */
  readonly name: string;
  /** Whether it has no words of its own and is called what the title above is. */
  readonly isBorrowed: boolean;
  /** Pairs of neighbouring characters of the name. */
  readonly terms: ReadonlySet<string>;
  /** The same of what stands about it: its sentence, the titles above it, the title of its table. */
  readonly context: ReadonlySet<string>;
  /** Whether words behind it say that parts of it follow: 分四个方面, 构成如下, a colon that ends the paragraph. */
  readonly opens: boolean;
  /** What a share in its own words (签约老人占65岁以上老人的) is of what, as pairs of characters; null for all else. */
  readonly share: { readonly part: ReadonlySet<string>; readonly whole: ReadonlySet<string> } | null;
  /** The name of what its sentence says it is a part of (社会捐赠|中，), as pairs of characters; null where it says nothing. */
  readonly of: ReadonlySet<string> | null;
  /** What the title right above is called. */
  readonly title: string;
  /** Classes of the words of its own clause before it. */
  readonly words: ReadonlySet<WordClass>;
  /** Words of its clause that set it apart from the figure that is named without them: 新增, 人均, 其中. */
  readonly apart: ReadonlySet<string>;
  readonly when: When;
  /** Null in running text. */
  readonly cell: CellNames | null;
}
