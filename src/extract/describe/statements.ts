import type { Spot, Track, WordClass } from '../../model/description.js';
import { groupedBy } from '../../model/grouped.js';
import type { Mention, Reading } from '../../model/reading.js';
import type { Figure } from '../../model/report.js';
import type { Sort, Statement, When } from '../../model/statement.js';
import { recognizeQuantities } from '../../recognize/recognize.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import { cellStatements } from './cell-statements.js';
import { Namer, termsOf } from './namer.js';
import { Referring } from './referring.js';
import { TimesIn } from './times-in.js';
import { TimeWords } from './when.js';

/** A statement before it has its place among those of the document. */
export type Stated = Omit<Statement, 'at' | 'paragraph'>;

const sorts: Readonly<Record<Mention['act'], Sort>> = {
  level: 'level',
  to: 'level',
  base: 'base',
  from: 'base',
  delta: 'change',
  growth: 'change',
  share: 'rate',
  completion: 'rate',
  rate: 'rate',
};

const boundary = /[，。；！？：、,;!?:()（）【】〖〗\n]/u;
const segmentEnd = /[。；！？;!?]/u;
const stop = /[。！？!?]/u;
/** Characters before a figure that are asked what they say of it. */
const reach = 240;

/** What stands about the statements of a paragraph or table: the titles above it. */
class Titles {
  readonly #byId: ReadonlyMap<string, Reading['headings'][number]>;
  readonly #known = new Map<string, { readonly words: string; readonly when: When }>();

  constructor(
    reading: Reading,
    readonly simplify: (text: string) => string,
    readonly timesIn: (text: string, inherited?: When) => TimesIn,
  ) {
    this.#byId = new Map(reading.headings.map((it) => [it.id, it]));
  }

  /** The titles above, the nearest last, joined; and the time that they tell. */
  of(id: string | null): { readonly words: string; readonly when: When } {
    const heading = id === null ? undefined : this.#byId.get(id);
    if (!heading) return { words: '', when: { year: null, span: null } };
    const known = this.#known.get(heading.id);
    if (known) return known;
    const above = this.of(heading.parent);
    const title = this.simplify(heading.title);
    const found = { words: `${above.words} ${title}`, when: this.timesIn(title, above.when).at(title.length) };
    this.#known.set(heading.id, found);
    return found;
  }
}

/** What reading statements needs of a document and its rules. */
export interface Stating {
  readonly namer: Namer;
  readonly titles: Titles;
  readonly simplify: (text: string) => string;
  readonly timesIn: (text: string, inherited?: When) => TimesIn;
  readonly referring: Referring;
  /** Characters right behind a date that belong to it. */
  readonly ofDate: ReadonlySet<string>;
}

const opensParts = ({ words: { tail, after } }: Spot): boolean =>
  [tail, after].some((zone) => zone.has('breakdown') || zone.has('grounds'));

function proseStatements(
  { text: printedText, heading, spots }: Track,
  { namer, titles, simplify, timesIn, referring, ofDate }: Stating,
  sortOf: (figure: Figure) => Sort,
): Stated[] {
  const text = simplify(printedText);
  const above = titles.of(heading);
  const times = timesIn(text, above.when);
  const title = namer.name(above.words.slice(above.words.lastIndexOf(' ') + 1));
  const undated = (from: number, to: number): string => {
    let words = '';
    let at = from;
    for (const it of times.dates) {
      if (it.end <= from || it.start >= to) continue;
      words += `${text.slice(at, Math.max(at, it.start))} `;
      at = it.end;
      // 2021年|末: the date has told it
      while (at < to && ofDate.has(text[at] ?? '')) at++;
    }
    return words + text.slice(at, Math.max(at, to));
  };
  const endsOpen = /[：:]\s*$/u.test(text);
  const lastSentence = spots.at(-1)?.sentence;
  let previous = 0;
  let segment = 0;
  let previousSentence = -1;
  // a length of time is told of many things that have no name
  const stated = spots.filter((it) => it.figure.kind !== 'duration');
  return stated.map((spot, at): Stated => {
    const { figure, measure, value, half, step, sentence, clause, depth } = spot;
    if (segmentEnd.test(text.slice(previous, figure.start))) segment++;
    const previousInSentence = previousSentence === sentence;
    let from = figure.start;
    while (from > previous && !boundary.test(text[from - 1] ?? '')) from--;
    let name = namer.name(undated(from, figure.start));
    let opens = from;
    // a clause that names nothing goes on about what the one before it named
    for (let tries = 0; tries < 2 && name.length < 2 && opens > previous; tries++) {
      let start = opens - 1;
      while (start > previous && !boundary.test(text[start - 1] ?? '')) start--;
      if (stop.test(text[opens - 1] ?? '')) break;
      name = namer.name(undated(start, opens - 1)) + name;
      opens = start;
    }
    if (name.length < 2) name = namer.name(simplify(figure.label));
    const isBorrowed = name.length < 2;
    if (isBorrowed) name = title;
    let sentenceStart = figure.start;
    while (sentenceStart > 0 && sentenceStart > figure.start - reach && !stop.test(text[sentenceStart - 1] ?? ''))
      sentenceStart--;
    const tail = /^[^，。；！？：、,;!?:()（）]{0,12}/u.exec(text.slice(figure.end))?.[0] ?? '';
    const context = termsOf(namer.alike(`${above.words} ${undated(sentenceStart, figure.start)} ${tail}`));
    const whole = previousInSentence ? null : namer.whole(undated(sentenceStart, figure.start));
    const next = stated[at + 1]?.figure.start ?? text.length;
    const behind =
      /^[^，。；！？：、,;!?:()（）\n]*/u.exec(text.slice(figure.end, Math.min(next, figure.end + reach)))?.[0] ?? '';
    const words = new Set<WordClass>([...spot.words.lead.keys(), ...spot.words.before.keys()]);
    previous = figure.end;
    previousSentence = sentence;
    return {
      figure,
      sort: sortOf(figure),
      measure,
      value,
      half,
      step,
      sentence,
      segment,
      clause,
      depth,
      name,
      isBorrowed,
      terms: termsOf(name),
      context: termsOf(name, context),
      opens: opensParts(spot) || (endsOpen && sentence === lastSentence),
      share: namer.share(undated(from, figure.start)),
      of: whole === null ? null : termsOf(whole),
      title,
      words,
      apart: namer.apart(text.slice(opens, figure.start)),
      behind,
      again: referring.read(undated(from, figure.start), behind, figure),
      when: times.at(figure.start),
      cell: null,
    };
  });
}

const namedYear = /(?:19|20)\d{2}(?=\s*\p{sc=Han})/gu;

/** The year of a document: its own, else the one it names most often, the later of two; 0 where it names none. */
export function yearOf({ metadata, blocks }: Reading): number {
  if (metadata.reportYear !== null) return metadata.reportYear;
  const counts = new Map<number, number>();
  for (const { text } of blocks)
    for (const [year] of text.matchAll(namedYear)) counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1);
  const [first] = [...counts].sort(([a, x], [b, y]) => y - x || b - a);
  return first?.[0] ?? 0;
}

/** Every figure of a document that has a value with its name, its time and what stands about it. */
export function statementsOf(
  reading: Reading,
  tracks: readonly Track[],
  year: number,
  rulebook: Rulebook,
): Statement[] {
  const { naming, prose } = rulebook;
  const timeWords = new TimeWords(naming.times);
  const timesIn = (text: string, inherited?: When): TimesIn =>
    new TimesIn(
      text,
      recognizeQuantities(text).filter((it) => it.kind === 'date'),
      timeWords,
      naming,
      year,
      inherited,
    );
  const titles = new Titles(reading, prose.simplify, timesIn);
  const namer = new Namer(rulebook);
  const stating = {
    namer,
    titles,
    simplify: prose.simplify,
    timesIn,
    referring: new Referring(naming, namer),
    ofDate: new Set(naming.ofDate),
  };
  const acts = new Map(reading.passages.flatMap(({ mentions }) => mentions.map((it) => [it.figure.id, it.act])));
  const sortOf = ({ id, kind }: Figure): Sort => {
    const sort = sorts[acts.get(id) ?? 'level'];
    return sort === 'level' && (kind === 'percent' || kind === 'multiple') ? 'rate' : sort;
  };
  const byBlock = new Map(tracks.map((it) => [it.block, it]));
  const tablesByBlock = groupedBy(reading.tables, (it) => it.block.id);
  const statements: Statement[] = [];
  let [paragraph, sentence, segment] = [0, 0, 0];
  const put = (found: readonly Stated[]): void => {
    let last = { sentence: 0, segment: 0 };
    for (const it of found) {
      last = it;
      const counted = { sentence: sentence + it.sentence, segment: segment + it.segment };
      statements.push({ ...it, ...counted, at: statements.length, paragraph });
    }
    sentence += last.sentence + 1;
    segment += last.segment + 1;
    paragraph++;
  };
  for (const { id } of reading.blocks) {
    const track = byBlock.get(id);
    if (track) put(proseStatements(track, stating, sortOf));
    for (const table of tablesByBlock.get(id) ?? []) put(cellStatements(table, stating, rulebook));
  }
  return statements;
}
