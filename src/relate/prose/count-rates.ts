import { compare, decimal } from '../../model/decimal.js';
import { printed, sameMeasure, shareHolds } from '../../model/printed.js';
import type { Mention, Passage } from '../../model/reading.js';
import type { ShareRelation } from '../../model/relation.js';
import type { RateRule, RateRules } from '../../rulebook/rates.js';
import { isLevel, says } from './cues.js';

/** 达标率, 整改率: what the rate counts; rates of change, price and budget are other relations. */
const counted = /(\p{sc=Han}{2})率$/u;
const others = /增长|下降|精简|精减|压减|执行|完成|控制|变动|利|税|汇|贡献|负债|城镇化|自然/;
/** Rates of what is due, which is rarely printed beside them. */
const ofDue = /覆盖|普及|入学|接种|参保|参合/;
const verb = /(?:分别|均|都)?(?:为|达到|达|是|有|约|近)*$/;

const nameOf = ({ before, subject }: Mention): string => before.replace(verb, '') || subject;
const counts = (it: Mention): boolean =>
  isLevel(it) && /^(?:count|dimension|money)$/.test(it.figure.kind) && printed(it.figure) !== null;
const isPercent = ({ figure }: Mention): boolean => figure.kind === 'percent';

/** 28个，达标26个，达标率92.86%: a rate behind the two numbers that it divides, as far as the words show which they are. */
class NamedRate {
  readonly #name: string;
  readonly #rule: RateRule | undefined;
  readonly #near: readonly Mention[];
  /** What stands since the rate before it in its sentence: a group of its own. */
  readonly #own: readonly Mention[];

  constructor(
    mentions: readonly Mention[],
    at: number,
    readonly rate: Mention,
    readonly rules: RateRules,
  ) {
    this.#name = nameOf(rate);
    this.#rule = rules.rates.find(({ names }) => names.some((name) => this.#name.endsWith(name)));
    const before = mentions.slice(0, at);
    this.#near = before.filter((m) => counts(m) && m.sentence >= rate.sentence - 1);
    const last = before.findLastIndex((m) => isPercent(m) || m.sentence !== rate.sentence);
    this.#own = before.slice(last + 1).filter(counts);
  }

  /** Words in the rate's own name that change what it counts: 按期办结率 is of what was due. */
  #qualified(part: Mention): boolean {
    return this.rules.qualifiers.some((it) => this.#name.includes(it) && !part.before.includes(it));
  }

  #alike = (a: Mention, b: Mention): boolean => {
    const { answers } = this.rules;
    const of = ({ figure }: Mention): string => figure.unit ?? '';
    return sameMeasure(a.figure, b.figure) || (answers.includes(of(a)) && answers.includes(of(b)));
  };

  #parts({ part }: RateRule): readonly Mention[] {
    return this.#near.filter(
      (m) => m.sentence === this.rate.sentence && part.some((cue) => says(m.before, cue) || m.after.startsWith(cue)),
    );
  }

  /** What the part may be counted among, the likeliest first. */
  #wholes({ whole, spread }: RateRule, part: Mention): readonly Mention[] {
    const earlier = this.#near.filter(
      (m) => m !== part && !/[每各]/.test(m.before) && m.figure.start < part.figure.start && this.#alike(m, part),
    );
    const beside = this.#own.filter((m) => earlier.includes(m)).toReversed();
    if (beside.length > 0 && !spread) return beside;
    return whole.flatMap((cue) => {
      const named = earlier.filter((m) => says(m.before, cue)).toReversed();
      return [...named.filter((m) => m.figure.role !== 'part'), ...named.filter((m) => m.figure.role === 'part')];
    });
  }

  /** By the words that the rules give for a rate of this name. */
  ruled(): ShareRelation | null {
    const rule = this.#rule;
    const parts = rule ? this.#parts(rule) : [];
    const part = parts.at(-1);
    if (!rule || !part || part.figure.start > this.rate.figure.start) return null;
    const wholes = this.#wholes(rule, part);
    const claim = (whole: Mention): ShareRelation => this.#claim(part, whole, rule.weighted);
    const any = [...wholes, ...this.#near.filter((m) => m.figure.start < part.figure.start && this.#alike(m, part))];
    const holding = any.find((it) => shareHolds(this.rate.figure, part.figure, it.figure));
    if (holding) return claim(holding);
    const [first, second] = wholes;
    const named = first !== undefined && rule.whole.some((cue) => says(first.before, cue));
    // 满意200户、基本满意10户: of several that the words fit none is known to be the one
    const several = parts.length > (named && parts.at(-2) === first ? 2 : 1);
    if (!first || this.#qualified(part) || several) return null;
    // 新收2100件，审结2250件: more came of it than was counted, so that another number is its whole
    if (!rule.over && compare(decimal(part.figure.value), decimal(first.figure.value)) > 0) return null;
    // 受理2877件，派单601件，结案597件: what stands between is as likely to be the whole
    const between = this.#near.filter((m) => m.figure.start > first.figure.start && m.figure.start < part.figure.start);
    if (!rule.spread && between.some((m) => m.figure.role !== 'part' && this.#alike(m, part))) return null;
    return named || (second === undefined && !rule.spoken) ? claim(first) : null;
  }

  /** By the words that the rate shares with its part: 断面达标率 and 达标26个. */
  shared(): ShareRelation | null {
    const { rate } = this;
    const action = counted.exec(this.#name)?.[1] ?? '';
    const part = this.#own.at(-1);
    const levels = this.#near.filter(
      (m) => m.figure.kind === 'count' && m.sentence === rate.sentence && part && sameMeasure(m.figure, part.figure),
    );
    const whole = levels.at(-2);
    if (others.test(this.#name) || !whole || !part || levels.at(-1) !== part) return null;
    if (compare(decimal(part.figure.value), decimal(whole.figure.value)) > 0) return null;
    const named = action !== '' && (part.before.includes(action) || part.after.startsWith(action));
    const clear = named && levels.length === 2 && !this.#qualified(part) && !ofDue.test(this.#name);
    return shareHolds(rate.figure, part.figure, whole.figure) || clear ? this.#claim(part, whole, false) : null;
  }

  #claim(part: Mention, whole: Mention, weighted: boolean): ShareRelation {
    const check = weighted ? 'satisfaction-rate' : 'rate-of-counts';
    return { kind: 'share', check, doubt: null, rate: this.rate.figure, part: part.figure, whole: whole.figure };
  }
}

/** Rates of things that were counted, against the two numbers that they divide. */
export const countRatesIn = ({ mentions }: Passage, rules: RateRules): ShareRelation[] =>
  mentions.flatMap((it, at): ShareRelation[] => {
    if (it.act !== 'rate' || !isPercent(it) || !printed(it.figure)) return [];
    const rate = new NamedRate(mentions, at, it, rules);
    return [rate.ruled() ?? rate.shared()].filter((found) => found !== null);
  });
