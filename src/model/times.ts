import type { Paragraph } from './document.js';
import type { Days } from './calendar.js';

/** The classes of words of rules/times.yaml, where each is explained: what a word says of a date or of a length of time. */
export const timeClasses = [
  'same-year',
  'next-year',
  'same-month',
  'next-month',
  'next-day',
  'same-day',
  'this-year',
  'last-year',
  'coming-year',
  'from',
  'onward',
  'until',
  'since',
  'planned',
  'actual',
  'negated',
  'irregular',
  'before',
  'after',
  'by',
  'as-of',
  'elapsed',
  'lasting',
  'across',
  'both-ends',
  'one-end',
  'net',
  'daily',
  'gone',
  'left',
  'away',
  'skips',
  'whole-year',
  'aged',
  'born',
  'sequel',
  'refers',
  'reports',
  'of',
  'term',
  'total',
  'early',
  'late',
  'report-period',
  'plan-period',
  'punctual',
  'first-time',
  'yearly',
  'recent',
  'consecutive',
  'come',
  'founded',
  'begun',
  'month-end',
  'opening-year',
  'middle-year',
  'closing-year',
  'issues',
  'by-authority',
  'compare',
  'compare-with',
  'interrupted',
  'same-period',
  'changed',
  'light',
  'no-event',
] as const;
export type TimeClass = (typeof timeClasses)[number];

/** How finely a date is told. */
type Grain = 'year' | 'half' | 'quarter' | 'month' | 'day';

/** A point of time as finely as its words tell it. */
export interface Point {
  readonly grain: Grain;
  readonly days: Days;
}

/** Whence the year of a date is known. `supposed`: from nowhere; only dates beside it of the same kind can be compared with it. */
export type YearFrom = 'printed' | 'said' | 'carried' | 'supposed';

/** Where a piece stands. */
export interface PieceAt {
  readonly start: number;
  readonly end: number;
  /** Counts on behind each full stop. */
  readonly sentence: number;
  /** Counts on behind each comma, semicolon, colon and stop; a bracket opens one of its own. */
  readonly clause: number;
  /** How many brackets are open around it. */
  readonly depth: number;
}

export interface Moment extends PieceAt {
  readonly is: 'moment';
  readonly from: Point;
  /** The other end of a range; null for a single date. */
  readonly to: Point | null;
  readonly yearFrom: YearFrom;
  /** Stands in the title of a work or law (《…》) and dates nothing. */
  readonly inTitle: boolean;
  /** False for a day that no calendar has: 30 February. */
  readonly exists: boolean;
  /** The years of a five-year plan, told by its name. */
  readonly isPlan: boolean;
  /** The minute of the day that is told right behind a day; null where none is. */
  readonly clock: number | null;
}

/** A time of day that no day stands before: 次日6时. */
interface Clock extends PieceAt {
  readonly is: 'clock';
  readonly clock: number;
}

export type LengthUnit = 'day' | 'workday' | 'week' | 'month' | 'quarter' | 'year' | 'hour' | 'minute';

export interface Length extends PieceAt {
  readonly is: 'length';
  /** In units; 1年零3个月 is 15 months, 2小时30分钟 are 150 minutes. */
  readonly number: number;
  readonly unit: LengthUnit;
  readonly approximate: boolean;
  /** Approximate only in that it is a limit, which its number tells exactly: 60日内. */
  readonly isLimit: boolean;
  /** Its last characters say what it counts: 周年, 个年头. */
  readonly unitText: string;
}

export interface TimeWord extends PieceAt {
  readonly is: 'word';
  readonly classes: readonly TimeClass[];
  /** Ids of stages: events that the word is a name of. */
  readonly stages: readonly string[];
  /** The year of a founding that everyone knows by the word. */
  readonly knownYear: number | null;
  /** 0 for Monday to 6; null for words that name no day of the week. */
  readonly weekday: number | null;
}

/** `other` is any other quantity, `name` what no class knows. */
interface OtherPiece extends PieceAt {
  readonly is: 'other' | 'name';
}

interface MarkPiece extends PieceAt {
  readonly is: 'item' | 'comma' | 'open' | 'close' | 'colon' | 'semicolon' | 'stop';
}

/** A document number, with the year that it bears. */
export interface NumberedPaper extends PieceAt {
  readonly is: 'paper';
  readonly year: number;
}

/** The nth of something: `第三`, with what it counts. */
export interface Nth extends PieceAt {
  readonly is: 'nth';
  readonly number: number;
  readonly unitText: string;
}

/** How many of something, or how old: `13期`, `62周岁`. */
export interface Count extends PieceAt {
  readonly is: 'count';
  readonly number: number;
  readonly unitText: string;
}

export type TimePiece = Moment | Clock | Length | TimeWord | OtherPiece | MarkPiece | NumberedPaper | Nth | Count;

/** A paragraph that names dates or lengths of time, cut into what they and the words around them say. */
export interface TimeTrack {
  readonly block: Paragraph;
  readonly heading: string | null;
  /** Simplified, as long as the paragraph's text. */
  readonly text: string;
  readonly pieces: readonly TimePiece[];
}
