import type { Placed, Reading } from '../../../model/reading.js';
import type { Count, Lexicon } from './lexicon.js';
import type { Listed } from './listed.js';
import type { Mark } from './marks.js';
import type { Paragraph } from './paragraph.js';
import { seriesFrom } from './series.js';

/** A count and the numbered list that it announces. */
interface Announced {
  readonly paragraph: Paragraph;
  readonly count: Count;
  /** The paragraph that the list begins in. */
  readonly placed: Placed;
  readonly listed: Listed;
}

/** A list whose length is this far from a count is not what it counts. */
const farthest = 2;
/** No counted noun with what belongs to it is longer. */
const longestNoun = 10;
/** How much of a member is shown. */
const shown = 12;

const stop = /[。！？!?]/u;

/** The sentence right before `end`, whose own stop may stand there. */
function sentenceBefore(text: string, end: number): number {
  let at = end;
  while (at > 0 && /[\s。！？!?：:]/u.test(text[at - 1] ?? '')) at--;
  while (at > 0 && !stop.test(text[at - 1] ?? '')) at--;
  return at;
}

/** The counts of the sentence that ends at `end`, as far as it announces a list. */
function announcing(it: Paragraph, end: number, lexicon: Lexicon, isHeading: boolean): readonly Count[] {
  const from = sentenceBefore(it.text, end);
  const counts = it.counts.filter((count) => count.start >= from && count.end <= end);
  const [last] = counts.slice(-1);
  if (!last) return [];
  const sentence = it.text.slice(from, end).trimEnd();
  const behind = it.text.slice(last.end, end);
  const [before, noun] = [
    it.text.slice(Math.max(from, last.start - 6), last.start),
    behind.replace(/[\s。！？!?：:；;，,]+$/u, ''),
  ];
  const named = lexicon.points.test(`${last.counter}${noun.slice(0, 16)}`) || lexicon.points.test(before);
  if (lexicon.announces.test(sentence) || isHeading) return counts;
  if (/[：:]$/u.test(sentence)) return named || !lexicon.isEvent(last.counter) ? counts : [];
  // 存在三个方面的问题。 at the end: what is counted follows; 发现问题12个。 may go on with the gravest
  const closes = noun.length > 0 && noun.length <= longestNoun && !/[，,；;、]/u.test(noun);
  const divided = lexicon.divides.test(before) && counts.length === 1;
  return closes && (lexicon.points.test(`${last.counter}${noun}`) || divided) ? counts : [];
}

/** Of counts of one sentence the one that a list of so many members is the list of; null where none or several may be. */
function countOf(counts: readonly Count[], length: number): Count | null {
  const exact = counts.find((it) => it.value === length);
  if (exact) return exact;
  const near = counts.filter((it) => Math.abs(it.value - length) <= farthest);
  return near.length === 1 ? (near[0] ?? null) : null;
}

/** What the printed numbers of one counter come to in a sentence: 行政单位1家，事业单位4家，包括： lists five. */
function addedUp(sentence: string, counter: string): number {
  const numbers = sentence.matchAll(/\d+/g);
  return [...numbers].reduce(
    (sum, it) => sum + (sentence.startsWith(counter, it.index + it[0].length) ? Number(it[0]) : 0),
    0,
  );
}

/** Members that give counts in the same word are parts of a sum. */
function areParts(series: readonly Mark[], paragraphs: readonly Paragraph[], count: Count): boolean {
  const giving = series.filter((mark, i) => {
    const next = series[i + 1];
    const end = next?.paragraph === mark.paragraph ? next.start : Infinity;
    const own = paragraphs[mark.paragraph];
    return own?.counts.some((it) => it.counter === count.counter && it.start >= mark.start && it.end <= end) ?? false;
  });
  return giving.length * 2 > series.length;
}

/** Whether the last member's paragraph goes on with members that have no number of the list's own kind. */
function goesOn(series: readonly Mark[], paragraphs: readonly Paragraph[], { more }: Lexicon): boolean {
  const [last] = series.slice(-1);
  return last !== undefined && more.test(paragraphs[last.paragraph]?.plain.slice(last.end) ?? '');
}

function listedBy(series: readonly Mark[], paragraphs: readonly Paragraph[], partial: boolean): Listed {
  const names = series.map(({ paragraph, end }) => {
    const text = paragraphs[paragraph]?.plain.slice(end, end + 60).trimStart() ?? '';
    return (/^[^，,。；;：:]*/u.exec(text)?.[0] ?? '').slice(0, shown);
  });
  const [first] = series;
  const own = series.filter((it) => it.paragraph === first?.paragraph);
  const text = paragraphs[first?.paragraph ?? 0]?.text ?? '';
  const end = own.length === series.length ? text.length : (own.at(-1)?.end ?? 0);
  return {
    start: first?.start ?? 0,
    end: Math.min(text.length, Math.max(end, (first?.end ?? 0) + shown)),
    names,
    possible: [series.length],
    partial,
  };
}

/** No list goes on for more paragraphs. */
const longestList = 1_000;

/** Where sections end: levels of headings by what they are and where they stand. */
class Sections {
  readonly #ofBlock: ReadonlyMap<string, number>;
  readonly #ofHeading: ReadonlyMap<string, number>;

  constructor(readonly reading: Reading) {
    this.#ofBlock = new Map(reading.headings.map((it) => [it.block as string, it.level]));
    this.#ofHeading = new Map(reading.headings.map((it) => [it.id, it.level]));
  }

  /**
   * The first paragraph behind the list's first member that is a heading no deeper than the section of the sentence that announces it;
   * none where that member is one itself.
   */
  end({ placed: { block, heading } }: Paragraph, first: number): number {
    const { paragraphs } = this.reading;
    const level = this.#ofBlock.get(block.id) ?? this.#ofHeading.get(heading ?? '');
    const member = this.#ofBlock.get(paragraphs[first]?.block.id ?? '') ?? Infinity;
    const last = first + longestList;
    if (level === undefined || member <= level) return last;
    for (let i = first + 1; i < last && i < paragraphs.length; i++) {
      if ((this.#ofBlock.get(paragraphs[i]?.block.id ?? '') ?? Infinity) <= level) return i;
    }
    return last;
  }

  isHeading({ placed: { block } }: Paragraph): boolean {
    return this.#ofBlock.has(block.id);
  }
}

/** Counts that announce a numbered list, in their paragraph or in those behind: 主要有以下三个方面：（一）…. */
export function announced(reading: Reading, paragraphs: readonly Paragraph[], lexicon: Lexicon): Announced[] {
  const sections = new Sections(reading);
  const marks = paragraphs.flatMap((it) => it.marks);
  const open: string[] = [];
  return marks.flatMap((mark, i): Announced[] => {
    if (mark.heads) {
      const at = open.indexOf(mark.style);
      open.splice(at < 0 ? open.length : at);
      const around = new Set(open);
      open.push(mark.style);
      if (mark.value !== 1) return [];
      const before = paragraphs[mark.paragraph - 1];
      if (!before) return [];
      return found(before, before.text.length, i, around, sections.isHeading(before));
    }
    const own = paragraphs[mark.paragraph];
    if (mark.value !== 1 || !own) return [];
    return found(own, mark.start, i, new Set(open), false);
  });

  function found(
    intro: Paragraph,
    end: number,
    first: number,
    around: ReadonlySet<string>,
    isHeading: boolean,
  ): Announced[] {
    const counts = announcing(intro, end, lexicon, isHeading);
    const placed = paragraphs[marks[first]?.paragraph ?? 0]?.placed;
    if (counts.length === 0 || !placed) return [];
    const series = seriesFrom(marks, first, around, sections.end(intro, marks[first]?.paragraph ?? 0));
    const count = series && series.length > 1 ? countOf(counts, series.length) : null;
    if (!series || !count || areParts(series, paragraphs, count)) return [];
    if (addedUp(intro.text.slice(sentenceBefore(intro.text, end), end), count.counter) === series.length) return [];
    // a clause that counts something else on the way has been left behind
    const since = intro.text.slice(count.end, end).match(/[，,；;]/gu)?.length ?? 0;
    if (count.value !== series.length && since > 1) return [];
    if (series.length < count.value && goesOn(series, paragraphs, lexicon)) return [];
    const partial = lexicon.some.test(intro.text.slice(count.end, end));
    return [{ paragraph: intro, count, placed, listed: listedBy(series, paragraphs, partial) }];
  }
}
