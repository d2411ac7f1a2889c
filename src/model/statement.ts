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

/** How the words about a figure may say that it was told before. */
export type Pointing =
  /** 上述|2,381名 */
  | 'pointed'
  /** 全部|49件 */
  | 'every'
  /** 将|18.2万亩任务|分解 */
  | 'taken'
  /** 建成的|42座公厕, 所涉|资金 */
  | 'described'
  /** 38,642件馆藏|中 */
  | 'within'
  /** 42座公厕|均 */
  | 'each'
  /** it is what its clause begins with */
  | 'first';

/** A figure as a reference to one that was told before. */
export interface Again {
  readonly marks: ReadonlySet<Pointing>;
  /** Letters of what describes it before it: 建成 of 建成的42座公厕; of what stands right before it where nothing does. */
  readonly described: string;
  /** What it counts, with what may become of that: 公厕 of 42座公厕均已开放. */
  readonly noun: string;
  /** Kinds of words of these that set it apart, as those of a statement. */
  readonly apart: ReadonlySet<string>;
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
  /** What stands right behind it in its clause, up to the next figure: what it counts, and what becomes of that. Empty for cells. */
  readonly behind: string;
  /** Null where nothing in its words can refer back. */
  readonly again: Again | null;
  /** Null in running text. */
  readonly cell: CellNames | null;
}
