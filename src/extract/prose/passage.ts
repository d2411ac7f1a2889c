import type { Paragraph } from '../../model/document.js';
import type { Quantity } from '../../model/quantity.js';
import type { Act, Mention, Passage } from '../../model/reading.js';
import type { Figure } from '../../model/report.js';
import type { Prose } from '../../rulebook/prose.js';
import { comparedIn, readAct, type Reading } from './act.js';
import { clausesOf, type Clause } from './clauses.js';
import { isChangeTo, levelBefore } from './attach.js';
import { cleanLabel } from './label.js';
import { claimIn, claimedThing } from './lawsuit.js';
import type { Around } from './borrowed-name.js';
import { nameOf } from './name.js';
import { ownName } from './own-name.js';
import { PartLists } from './part-list.js';
import { roleOf } from './role.js';
import { seriesOf, type Series } from './series.js';
import { stretchesOf } from './stretches.js';
import { itemIn, openingOf, subjectOfTitle } from './topic.js';
import { cueWords, type CueWords } from './words.js';

const notComparable = /可比价|可比口径|不变价|年均|平均每年|每年平均|扣除|剔除|同比例/;

/** A budget item that stands before a colon or a stop: 普通教育（款）小学教育（项）：年初预算…. */
function itemBefore({ lead }: Clause): string {
  const stop = /[:：。][^:：。]*$/.exec(lead)?.index ?? 0;
  const words = lead.slice(0, stop);
  return /(?<=^|[，。；：:;])[^，。；：:;]*[（(][类款项][）)][^，。；：:;（()）]{0,8}$/.exec(words)?.[0].trim() ?? '';
}

/** What a figure's words say of it, and what it is a part of. */
export interface Place extends Pick<Figure, 'label' | 'role'> {
  readonly act: Act;
  /** The label of what 其中 divides; empty where the figure is no part. */
  readonly whole: string;
  /** The level that a rate, share or change belongs to. */
  readonly about: Figure | null;
  /** The words of the clause before, where no figure stands in it. */
  readonly prior: string;
  /** The words of its own clause before it and behind it. */
  readonly before: string;
  readonly after: string;
}

/** Makes the Report's figures: one of each quantity once its label is known, and groups of those that belong together. */
export interface FigureSink {
  readonly make: (quantity: Quantity, place: Place) => Figure;
  readonly join: (figures: readonly Figure[]) => void;
}

/** What a paragraph stands under and who it speaks of. */
export interface Setting {
  /** Id of its heading. */
  readonly heading: string | null;
  /** The titles above it, innermost first. */
  readonly titles: readonly string[];
  readonly ownNames: readonly string[];
}

/** Reads a text's figures one by one; what was said before names what goes on about it. */
class PassageReader {
  readonly mentions: Mention[] = [];
  readonly #clauses: readonly Clause[];
  readonly #series: readonly (Series | null)[];
  readonly #cues: CueWords;
  readonly #targets: boolean;
  #item: string;
  #topic = '';
  #previous: Reading | null = null;
  #sentence = -1;
  #comparability = false;
  /** The case in court whose claims the sentence states; empty where none. */
  #claim = '';
  readonly #lists = new PartLists(this.mentions);
  /** What the sentence says first that it looks at. */
  #opening = '';
  /** The year that the paragraph is about. */
  #year: number | null = null;
  /** For each mention the first of those that it belongs with, or itself. */
  readonly #heads: number[] = [];

  constructor(
    text: string,
    quantities: readonly Quantity[],
    prose: Prose,
    readonly setting: Setting,
    readonly figures: FigureSink,
  ) {
    this.#cues = cueWords(prose);
    this.#clauses = clausesOf(text, quantities, prose.simplify);
    this.#series = seriesOf(this.#clauses);
    const [title = ''] = setting.titles;
    this.#item = itemIn(title, this.#cues) || subjectOfTitle(title);
    this.#targets = this.#cues.targetTitle.test(title);
  }

  read(): readonly Mention[] {
    this.#clauses.forEach((clause, at) => this.#clause(clause, at));
    this.#join();
    return this.mentions;
  }

  /** A mention that belongs to an earlier one (to none where that is null) belongs to its group. */
  #belongs(at: number, to: number | null): void {
    this.#heads[at] = to === null ? at : (this.#heads[to] ?? to);
  }

  #join(): void {
    const groups = new Map<number, Figure[]>();
    for (const [at, { figure }] of this.mentions.entries()) {
      const head = this.#heads[at] ?? at;
      const group = groups.get(head);
      if (group) group.push(figure);
      else groups.set(head, [figure]);
    }
    for (const group of groups.values()) this.figures.join(group);
  }

  /** A new sentence begins without a topic; a price adjustment holds until its clause ends. */
  #enter(clause: Clause): void {
    if (clause.sentence !== this.#sentence) {
      [this.#previous, this.#comparability, this.#sentence, this.#topic] = [null, false, clause.sentence, ''];
      this.#claim = '';
      this.#opening = openingOf(clause.lead, this.#cues);
    }
    this.#claim = claimIn(clause.lead) ?? this.#claim;
    this.#comparability = (this.#comparability && !/[；;]/.test(clause.lead)) || notComparable.test(clause.lead);
  }

  #readingOf(clause: Clause, at: number, rank: number): Reading {
    if (rank > 0 && this.#previous) return { ...this.#previous, subject: '' };
    if (isChangeTo(clause, this.#clauses[at - 1], this.#cues)) {
      const subject = clause.before.replace(this.#cues.changeTo, '').replace(/^(?:左右|上下|以上|以下|多|余)+/, '');
      return { act: 'to', direction: null, base: '', subject };
    }
    return readAct(clause, this.#previous, this.#cues);
  }

  /** 接待86批次、611人次: a unit that names what it counts belongs to its own figure only. */
  #seriesName(name: string, last: Mention | undefined, { quantity: { unitText } }: Clause): string {
    const { namingUnits } = this.#cues;
    const before = last?.figure.unitText ?? '';
    const bare = namingUnits.has(before) && name.endsWith(before) ? name.slice(0, -before.length) : name;
    return namingUnits.has(unitText) && !bare.endsWith(unitText) ? bare + unitText : bare;
  }

  /** The level that its sentence gave last. */
  #beside({ sentence, depth }: Clause): Mention | null {
    for (let at = this.mentions.length - 1; at >= 0; at--) {
      const it = this.mentions[at];
      if (!it || it.sentence !== sentence) return null;
      if (it.depth <= depth && it.act === 'level') return it;
    }
    return null;
  }

  #clause(clause: Clause, at: number): void {
    this.#enter(clause);
    const series = this.#series[at] ?? null;
    const rank = series ? at - series.first : 0;
    const last = this.mentions.at(-1);
    const reading = this.#readingOf(clause, at, rank);
    const { act } = reading;
    const next = this.#clauses[at + 1];
    const begins = next !== undefined && isChangeTo(next, clause, this.#cues);
    const spoken = cleanLabel(
      act === 'base' && reading.base !== '' ? comparedIn(clause, this.#cues) : reading.subject,
      this.#cues,
    );
    const about =
      act === 'level' ? null : levelBefore(this.mentions, clause, reading, spoken, series, rank, this.#cues);
    const own = ownName(reading, clause, this.#clauses[at - 1] ?? null, this.setting.ownNames, this.#cues);
    this.#item = itemIn(reading.subject, this.#cues) || itemIn(itemBefore(clause), this.#cues) || this.#item;
    const list = this.#lists.of(clause, act);
    const around: Around = {
      mentions: this.mentions,
      about,
      item: this.#item,
      topic: this.#topic,
      opening: this.#opening,
      year: this.#year,
      whole: this.#lists.wholeOf(list),
      targets: this.#targets,
    };
    const named = series?.names[rank] ?? (rank > 0 && act === 'level' ? last?.subject : undefined);
    const called =
      named !== undefined && act === 'level'
        ? this.#seriesName(cleanLabel(named, this.#cues), last, clause)
        : nameOf(
            clause,
            reading,
            named === undefined ? own : { ...own, name: cleanLabel(named, this.#cues) },
            around,
            this.#cues,
          );
    const label = this.#claim === '' || called === '' ? called : `${this.#claim}${claimedThing(called)}`;
    const subject = named ?? (act === 'to' ? (last?.subject ?? '') : (about?.subject ?? ''));
    const role = begins ? 'before' : roleOf(act, clause, list !== null);
    const place = {
      label,
      role,
      act: begins ? ('from' as const) : act,
      whole: this.#lists.wholeOf(list)?.figure.label ?? '',
      about: (about ?? this.#beside(clause))?.figure ?? null,
      prior: clause.prior,
      before: clause.before,
      after: clause.after,
    };
    const figure = this.figures.make(clause.quantity, place);
    // money divides no count
    const whole = this.#lists.wholeOf(list)?.figure.kind === figure.kind ? (list?.whole ?? null) : null;
    const member = series && rank > 0 ? series.first : null;
    this.#belongs(at, act === 'to' ? at - 1 : about ? this.mentions.indexOf(about) : (member ?? whole));
    if (list) this.#lists.add(list, figure);
    this.mentions.push({
      figure,
      act: begins ? 'from' : act,
      lead: clause.lead,
      before: clause.before,
      after: clause.after,
      sentence: clause.sentence,
      clause: clause.clause,
      depth: clause.depth,
      direction: reading.direction,
      base: reading.base,
      subject:
        act === 'level' || act === 'base' || act === 'from'
          ? label || cleanLabel(reading.subject, this.#cues)
          : subject || label,
      about: about ? this.mentions.indexOf(about) : null,
      notComparable: this.#comparability,
      group: series ? series.first : null,
    });
    if (this.#topic === '' && act === 'level') this.#topic = own.name.replace(/标准$/, '');
    if (act !== 'base') this.#year = clause.year ?? this.#year;
    this.#previous = reading;
  }
}

/** Reads a text stretch by stretch; what `figures` makes stands in the whole of it. */
function readStretches(
  text: string,
  quantities: readonly Quantity[],
  prose: Prose,
  setting: Setting,
  figures: FigureSink,
): Omit<Passage, 'block' | 'text' | 'heading'>[] {
  return stretchesOf(text, quantities).map(({ start, end, quantities: own }) => {
    const moved = start === 0 ? own : own.map((it) => ({ ...it, start: it.start - start, end: it.end - start }));
    const inText = (it: Quantity): Quantity => ({ ...it, start: it.start + start, end: it.end + start });
    const reader = new PassageReader(text.slice(start, end), moved, prose, setting, {
      ...figures,
      make: (quantity, place) => figures.make(inText(quantity), place),
    });
    return { start, end, mentions: reader.read() };
  });
}

/** Reads a cell that holds running text: its figures are named as in a paragraph, its relations are the table's. */
export function readCell(text: string, quantities: readonly Quantity[], prose: Prose, figures: FigureSink): void {
  readStretches(text, quantities, prose, { heading: null, titles: [], ownNames: [] }, figures);
}

/**
 * Reads a paragraph's figures in order: what each does in its sentence, what it is about, and its label.
 * An overlong paragraph makes several passages.
 */
export function readPassages(
  { id, text }: Paragraph,
  quantities: readonly Quantity[],
  setting: Setting,
  prose: Prose,
  figures: FigureSink,
): Passage[] {
  const { heading } = setting;
  return readStretches(text, quantities, prose, setting, figures).map((it) => ({ ...it, block: id, text, heading }));
}
