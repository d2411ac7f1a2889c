import type { AssertionClass } from '../../../model/assertion.js';
import type { Figure } from '../../../model/report.js';
import type { Known, Lexicon } from './lexicon.js';

interface Placed {
  /** In the text of the paragraph. */
  readonly start: number;
  readonly end: number;
  /** Its place among the items of the line. */
  readonly at: number;
  /** Counts on at each stop. */
  readonly sentence: number;
  /** Counts on at each stop and semicolon. */
  readonly limb: number;
  /** Counts on at each comma and stronger mark; a bracket opens one of its own. */
  readonly clause: number;
}
export interface Word extends Placed {
  readonly is: 'word';
  readonly text: string;
  readonly classes: ReadonlySet<AssertionClass>;
}
interface Mark extends Placed {
  readonly is: 'mark';
  readonly mark: 'item' | 'comma' | 'colon' | 'semicolon' | 'stop' | 'open' | 'close';
}
/** A figure that measures something. */
export interface Shown extends Placed {
  readonly is: 'figure';
  readonly figure: Figure;
  /** Kind and unit: what may be compared. */
  readonly measure: string;
  /** For weighing only. */
  readonly value: number;
  /** The worth of its last printed digit, for weighing only. */
  readonly step: number;
}
export type Item = Word | Mark | Shown;

/** A paragraph cut into the words that assert something, figures and marks; what no class knows stands between them. */
export interface Line {
  readonly text: string;
  readonly items: readonly Item[];
}

const marks: Readonly<Record<string, Mark['mark']>> = {
  '、': 'item',
  '，': 'comma',
  ',': 'comma',
  '：': 'colon',
  ':': 'colon',
  '；': 'semicolon',
  ';': 'semicolon',
  '。': 'stop',
  '！': 'stop',
  '？': 'stop',
  '\n': 'stop',
  '（': 'open',
  '(': 'open',
  '）': 'close',
  ')': 'close',
};

const quotes: ReadonlySet<string> = new Set(['“', '”', '"', '‘', '’', '「', '」']);

const measuring: ReadonlySet<Figure['kind']> = new Set([
  'money',
  'count',
  'percent',
  'score',
  'dimension',
  'multiple',
  'duration',
  'number',
]);
/** Words that all count people. */
type People = ReadonlySet<string>;

const measureOf = ({ kind, unit }: Figure, people: People): string =>
  kind === 'count' && people.has(unit ?? '') ? 'people' : `${kind} ${unit ?? ''}`;

/** 41.7|DDDs: letters behind a bare number are a unit that rules do not name. */
const lettersAt = /[A-Za-zμ][A-Za-zμ/·]*/y;

function unitBehind(text: string, { kind, unit, end }: Figure): string {
  if (kind !== 'number' || unit !== null) return '';
  lettersAt.lastIndex = end;
  return lettersAt.exec(text)?.[0] ?? '';
}

type Seen = Pick<Shown, 'figure' | 'measure' | 'value' | 'step'>;

/** 111|年度, 111|学年度: numbers that count years are no figures. */
function isYear(text: string, { kind, start }: Figure, lexicon: Lexicon): boolean {
  if (kind !== 'number') return false;
  let at = start;
  while (/\d/.test(text[at] ?? '')) at++;
  return at > start && lexicon.at(text, at)?.classes.has('yearMark') === true;
}

/** In digits, or written out so that more than one digit tells: 十二亿六千万元, but not 三项. */
const isReckoned = ({ text, number }: Figure): boolean =>
  /\d/.test(text.normalize('NFKC')) || (number ?? '').replace(/\D|0+$/g, '').length > 1;

/** The digits of a figure as its readers see them; null where it is no single number. */
function shownOf(text: string, figure: Figure, people: People): Seen | null {
  const value = Number(figure.value);
  if (!measuring.has(figure.kind) || !Number.isFinite(value) || !isReckoned(figure)) return null;
  const measure = measureOf(figure, people) + unitBehind(text, figure);
  return { figure, measure, value, step: Number(figure.step ?? 0) };
}

/** How far before a figure a movement that it starts is opened, and how far behind it the movement is named. */
const [farBefore, farBehind] = [24, 24];

/** 由|2022年的21.35万元增加到, 从|12件，降至: whether a word of one character opens a movement from the figure behind it. */
function startsMovement(text: string, at: number, figure: Figure | undefined, lexicon: Lexicon): boolean {
  if (!figure || figure.start - at > farBefore) return false;
  for (let i = at; i < figure.start; i++) if (marks[text[i] ?? ''] !== undefined) return false;
  const known = lexicon.at(text, at + 1);
  if (figure.start === at + 1 || known?.classes.has('prior')) return true;
  for (let i = figure.end; i < figure.end + farBehind; i++) {
    const mark = marks[text[i] ?? ''];
    if (mark === 'comma') return isTarget(lexicon.at(text, i + 1));
    if (mark !== undefined && mark !== 'item') return false;
    if (isTarget(lexicon.at(text, i))) return true;
  }
  return false;
}

const isTarget = (it: Known | undefined): boolean =>
  it !== undefined && (['upTo', 'downTo', 'to', 'toward'] as const).some((name) => it.classes.has(name));

/** Cuts a paragraph. `text` is simplified, its figures in order. One pass. */
export function lineOf(text: string, figures: readonly Figure[], lexicon: Lexicon, people: People): Line {
  const items: Item[] = [];
  const shown = figures.flatMap((it) => (isYear(text, it, lexicon) ? [] : (shownOf(text, it, people) ?? [])));
  let [sentence, limb, clause, latest, next] = [0, 0, 0, 0, 0];
  const open: number[] = [];
  const placed = (start: number, end: number): Placed => ({ start, end, at: items.length, sentence, limb, clause });
  /** A word of one character is one only at the border of a name: 低 is none in 农村低保. */
  const stands = (word: Known, i: number, limit: number): boolean =>
    word.text.length > 1 ||
    (word.classes.has('from')
      ? startsMovement(text, i, shown[next]?.figure, lexicon)
      : word.classes.has('including') && open.length > 0
        ? limit - i <= farBefore
        : word.classes.has('moreBy') || word.classes.has('lessBy')
          ? i + 1 === limit || lexicon.at(text, i + 1)?.classes.has('filler') === true
          : isBorder(i, limit));
  const isBorder = (i: number, limit: number): boolean =>
    (items.at(-1)?.end ?? 0) === i ||
    quotes.has(text[i - 1] ?? '') ||
    quotes.has(text[i + 1] ?? '') ||
    i + 1 >= Math.min(limit, text.length) ||
    marks[text[i + 1] ?? ''] !== undefined ||
    lexicon.at(text, i + 1) !== undefined;
  for (let i = 0; i < text.length;) {
    while ((shown[next]?.figure.end ?? Infinity) <= i) next++;
    const it = shown[next];
    const limit = it?.figure.start ?? Infinity;
    if (it && limit <= i) {
      items.push({ is: 'figure', ...placed(limit, it.figure.end), ...it });
      i = it.figure.end + unitBehind(text, it.figure).length;
      continue;
    }
    const mark = marks[text[i] ?? ''];
    if (mark) {
      if (mark === 'open') {
        items.push({ is: 'mark', ...placed(i, i + 1), mark });
        open.push(clause);
        clause = ++latest;
      } else {
        items.push({ is: 'mark', ...placed(i, i + 1), mark });
        if (mark === 'close') clause = open.pop() ?? clause;
        else if (mark !== 'item') clause = ++latest;
        if (mark === 'stop') {
          sentence++;
          open.length = 0;
        }
        if (mark === 'stop' || mark === 'semicolon') limb++;
      }
      i++;
      continue;
    }
    const word = lexicon.at(text, i);
    if (word && i + word.text.length <= limit && stands(word, i, limit)) {
      items.push({ is: 'word', ...placed(i, i + word.text.length), ...word });
      i += word.text.length;
      continue;
    }
    i++;
  }
  return { text, items };
}

declare const asked: unique symbol;
/** A word of the classes that were asked for; one that is not may still be a word. */
export type Asking = Word & { readonly [asked]: true };

export const isWord = (it: Item | undefined, ...classes: readonly AssertionClass[]): it is Asking =>
  it?.is === 'word' && classes.some((name) => it.classes.has(name));
export const isFigure = (it: Item | undefined): it is Shown => it?.is === 'figure';
