import type { Paragraph } from '../../model/document.js';
import type { Quantity } from '../../model/quantity.js';
import type { Act, Mention, Passage } from '../../model/reading.js';
import type { Figure, Role } from '../../model/report.js';
import type { Prose } from '../../rulebook/prose.js';
import { comparedIn, readAct, type Reading } from './act.js';
import { clausesOf, type Clause } from './clauses.js';
import { isChangeTo, levelBefore } from './attach.js';
import { cleanLabel } from './label.js';
import { claimIn, claimedThing } from './lawsuit.js';
import type { Around } from './borrowed-name.js';
import { nameOf } from './name.js';
import { ownName } from './own-name.js';
import { seriesOf, type Series } from './series.js';
import { stretchesOf } from './stretches.js';
import { itemIn, subjectOfTitle } from './topic.js';
import { cueWords, type CueWords } from './words.js';

const notComparable = /可比价|可比口径|不变价|年均|平均每年|每年平均|扣除|剔除|同比例/;

const roles: Partial<Record<Act, Role>> = {
  delta: 'delta',
  growth: 'rate',
  share: 'rate',
  completion: 'rate',
  rate: 'rate',
  from: 'before',
  to: 'after',
};

function roleOf(act: Act, clause: Clause, isPart: boolean): Role | null {
  const role = roles[act] ?? null;
  if (role !== null || act === 'base') return role;
  if (/(?:合计|共计|总计|总额|总数)(?:为|达|是)?$/.test(clause.before)) return 'total';
  return isPart ? 'part' : limitOf(clause);
}

/** 不超过5万元 limits, 100万元以上 sets a threshold. */
function limitOf({ before, quantity, after }: Clause): Role | null {
  if (
    /(?:不|未)(?:得|能|应)?(?:超过|高于|低于|少于|大于|小于)[^，。]{0,2}$|(?:至多|至少|最多|最少|控制在)$/.test(before)
  )
    return 'limit';
  return quantity.approx !== undefined && /^(?:[（(]含[）)])?(?:及|或)?(?:以上|以下|以内)的/.test(after)
    ? 'threshold'
    : null;
}

/** A budget item that stands before a colon or a stop: 普通教育（款）小学教育（项）：年初预算…. */
const itemBefore = ({ lead }: Clause): string =>
  /([^，。；：:;]*[（(][类款项][）)][^，。；：:;（()）]{0,8})[:：。][^:：。]*$/.exec(lead)?.[1]?.trim() ?? '';

/** What a figure's words say of it, and what it is a part of. */
export interface Place extends Pick<Figure, 'label' | 'role'> {
  readonly act: Act;
  /** The label of what 其中 divides; empty where the figure is no part. */
  readonly whole: string;
  /** The level that a rate, share or change belongs to. */
  readonly about: Figure | null;
  /** The words of the clause before, where no figure stands in it. */
  readonly prior: string;
  /** The words of its own clause before it. */
  readonly before: string;
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
  /** The first member of the list that the sentence's 其中 opened. */
  #parts: Clause | null = null;
  /** What that list divides. */
  #whole = '';

  constructor(
    text: string,
    quantities: readonly Quantity[],
    prose: Prose,
    readonly setting: Setting,
    readonly figureOf: (quantity: Quantity, place: Place) => Figure,
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
    return this.mentions;
  }

  /** A new sentence begins without a topic; a price adjustment holds until its clause ends. */
  #enter(clause: Clause): void {
    if (clause.sentence !== this.#sentence) {
      [this.#previous, this.#comparability, this.#sentence, this.#topic] = [null, false, clause.sentence, ''];
      this.#claim = '';
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

  /** 其中甲3万元、乙2万元: what a list divides goes on through its sentence, unless a bracket closes it. */
  #isPart(clause: Clause, act: Act): boolean {
    if (/其中/.test(clause.lead)) {
      this.#parts = clause;
      this.#whole = this.mentions.findLast((it) => it.act === 'level' || it.act === 'to')?.figure.label ?? '';
    }
    const first = this.#parts;
    if (!first || first.sentence !== clause.sentence || clause.depth < first.depth) return false;
    return act === 'level' && first.quantity.kind === clause.quantity.kind;
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
    const around: Around = {
      mentions: this.mentions,
      about,
      item: this.#item,
      topic: this.#topic,
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
    const isPart = this.#isPart(clause, act);
    const role = begins ? 'before' : roleOf(act, clause, isPart);
    const place = {
      label,
      role,
      act: begins ? ('from' as const) : act,
      whole: isPart ? this.#whole : '',
      about: (about ?? this.#beside(clause))?.figure ?? null,
      prior: clause.prior,
      before: clause.before,
    };
    this.mentions.push({
      figure: this.figureOf(clause.quantity, place),
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
    this.#previous = reading;
  }
}

/** Reads a cell that holds running text: its figures are named as in a paragraph, its relations are the table's. */
export function readCell(
  text: string,
  quantities: readonly Quantity[],
  prose: Prose,
  figureOf: (quantity: Quantity, place: Place) => Figure,
): void {
  new PassageReader(text, quantities, prose, { heading: null, titles: [], ownNames: [] }, figureOf).read();
}

/**
 * Reads a paragraph's figures in order: what each does in its sentence, what it is about, and its label.
 * `figureOf` makes the Report's figure once its label is known. An overlong paragraph makes several passages.
 */
export function readPassages(
  block: Paragraph,
  quantities: readonly Quantity[],
  setting: Setting,
  prose: Prose,
  figureOf: (quantity: Quantity, place: Place) => Figure,
): Passage[] {
  return stretchesOf(block.text, quantities).map(({ start, end, quantities: own }) => {
    const moved = start === 0 ? own : own.map((it) => ({ ...it, start: it.start - start, end: it.end - start }));
    const reader = new PassageReader(block.text.slice(start, end), moved, prose, setting, (quantity, place) =>
      figureOf({ ...quantity, start: quantity.start + start, end: quantity.end + start }, place),
    );
    return { block: block.id, text: block.text, start, end, heading: setting.heading, mentions: reader.read() };
  });
}
