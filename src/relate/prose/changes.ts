import { add, subtract } from '../../model/decimal.js';
import { asPercent, makes, printed, quotientFit, sameMeasure } from '../../model/printed.js';
import type { Direction, Mention, Passage } from '../../model/reading.js';
import type { Doubt, GrowthRelation, SumRelation } from '../../model/relation.js';
import type { Figure } from '../../model/report.js';
import { yearsCompared } from './compared-years.js';
import { core } from './core.js';
import { between, isLevel } from './cues.js';
import { unitsOf } from './quick-sum.js';

type Found = SumRelation | GrowthRelation;

const changeRate = /(?:精简|精减|压减|压缩|缩减|下降|降低|减少)率$|降幅$/;
const growthRate = /(?:增长|增加|提高|上升)率$|增幅$/;

function change(current: Figure, prior: Figure, delta: Figure, direction: Direction, doubt: Doubt | null): SumRelation {
  const weight = direction === 'increase' ? 1 : -1;
  const terms = [
    { figure: prior, weight: 1 as const },
    { figure: delta, weight: weight as 1 | -1 },
  ];
  return { kind: 'sum', check: 'change-amount', doubt, total: current, terms, complete: true };
}

function rateOf(mention: Mention): Direction | null {
  if (mention.act === 'growth') return mention.direction;
  if (mention.act !== 'rate') return null;
  return changeRate.test(mention.subject) ? 'decrease' : growthRate.test(mention.subject) ? 'increase' : null;
}

/** What a level was compared with, and how much it changed, as far as its sentence prints it. */
interface Comparison {
  readonly current: Mention;
  readonly prior: Mention | null;
  readonly delta: Mention | null;
}

const generic = /^(?:上年|去年|上一年|上年度|上年同期|去年同期|同期|年)*(?:决算|预算|执行)?数?$/;

/** 比2023年预算执行数增加0.53%: the level before that has the name of what it is compared with. */
function namedPrior(mentions: readonly Mention[], at: number, current: Mention): Mention | null {
  const it = mentions[at];
  const base = it?.base.replace(/^年|同口径|同期/g, '') ?? '';
  if (!it || base.length < 4 || generic.test(base) || current.subject.endsWith(base)) return null;
  return (
    mentions
      .slice(0, at)
      .findLast(
        (m) =>
          m.act === 'level' &&
          m !== current &&
          m.sentence >= it.sentence - 1 &&
          sameMeasure(m.figure, current.figure) &&
          m.subject.endsWith(base),
      ) ?? null
  );
}

/** 比上年433万元, 与2022年度433万元|相比: what something is compared with is named, or said to be compared. */
const isCompared = ({ base, after }: Mention): boolean => base !== '' || /^相比/.test(after);

/** The comparison that a change or a rate at `at` goes on with: the level it is about, with the base and the change printed since. */
function comparisonAt(mentions: readonly Mention[], at: number): Comparison | null {
  const it = mentions[at];
  if (!it) return null;
  const last = mentions[at - 1];
  const to = last?.act === 'to' ? last : it.about === null ? null : mentions[it.about];
  const from = to ? mentions[mentions.indexOf(to) - 1] : undefined;
  if (to?.act === 'to' && from?.act === 'from' && to.sentence === it.sentence) {
    if (/其中/.test(between(mentions, mentions.indexOf(to), at))) return null;
    const delta = last && last !== to && last.act === 'delta' ? last : null;
    return { current: to, prior: from, delta };
  }
  const current = it.about === null ? null : mentions[it.about];
  if (!current || !isLevel(current)) return null;
  const since = mentions.slice(mentions.indexOf(current) + 1, at);
  const tail = since.slice(-2);
  const delta =
    tail.findLast((m) => m.act === 'delta' && m.about === it.about && sameMeasure(m.figure, current.figure)) ?? null;
  const prior =
    tail.findLast(
      (m) => m.act === 'base' && isCompared(m) && sameMeasure(m.figure, current.figure) && m.sentence === it.sentence,
    ) ?? namedPrior(mentions, at, current);
  return { current, prior, delta };
}

const incomparable: Doubt = { status: 'not_applicable', reason: 'growth at comparable prices or per year' };

/** 增长5.8%（按可比价格计算）: the words that take the rate off the printed figures may stand behind it. */
const pricedBehind = (text: string, end: number): boolean =>
  /^\s*[（(，,]?\s*(?:按|以|为)?(?:可比价|可比口径|不变价|同口径|扣除|剔除)/.test(text.slice(end, end + 16));

/** 分别下降18%、21.6%: a member of a list of rates goes with the change and the level at its place in their lists. */
function respective(mentions: readonly Mention[], at: number): Comparison | null {
  const it = mentions[at];
  if (!it || it.group === null) return null;
  const size = mentions.filter((m) => m.group === it.group).length;
  const rank = at - it.group;
  const before = mentions.slice(Math.max(0, it.group - 4 * size), it.group);
  const deltas = before.filter((m) => m.act === 'delta' && m.sentence === it.sentence).slice(-size);
  const kinds = new Set(deltas.map((m) => m.figure.kind));
  const levels = before.filter((m) => isLevel(m) && kinds.has(m.figure.kind)).slice(-size);
  const [delta, current] = [deltas[rank], levels[rank]];
  if (deltas.length !== size || levels.length !== size || !delta || !current) return null;
  if (!sameMeasure(delta.figure, current.figure)) return null;
  return { current, prior: null, delta };
}

/** The level that a change is about and, where several stand before it in one sentence, those it might be about instead. */
function rivals(mentions: readonly Mention[], current: Mention): Mention[] {
  const before = mentions.slice(0, mentions.indexOf(current));
  const others = before
    .slice(before.findLastIndex((m) => m.sentence !== current.sentence) + 1)
    .filter((m) => isLevel(m) && sameMeasure(m.figure, current.figure));
  return [current, ...others.reverse()];
}

const holds = ({ total, terms }: SumRelation): boolean => makes(total, terms);

function holdsWith(rate: Figure, current: Mention, delta: Mention | null, direction: Direction): boolean {
  const [r, c, d] = [asPercent(rate), printed(current.figure), delta && printed(delta.figure)];
  if (!r || !c || !d) return false;
  const prior = direction === 'increase' ? subtract(c.value, d.value) : add(c.value, d.value);
  return quotientFit(r, d, { value: prior, half: add(c.half, d.half) }) !== 'no';
}

/** 同比增长7.9%，增收913万元: the change may stand behind its rate, if it has no rate of its own. */
function deltaAfter(mentions: readonly Mention[], at: number, current: Mention): Mention | null {
  const [it, next, then] = [mentions[at], mentions[at + 1], mentions[at + 2]];
  if (!it || next?.act !== 'delta' || next.sentence !== it.sentence || next.direction !== it.direction) return null;
  if (next.about !== it.about || !sameMeasure(next.figure, current.figure)) return null;
  return then?.act === 'growth' && then.sentence === it.sentence && then.about === next.about ? null : next;
}

/** How many mentions back a level is looked for that words do not name. */
const farthest = 16;

/** Levels that a change with no level of its own may be about: what a sentence before began with, then any near one if the rate is telling. */
function unnamed(mentions: readonly Mention[], at: number, delta: Mention, rate: Figure): Mention[] {
  const near = mentions
    .slice(Math.max(0, at - farthest), at)
    .filter((m) => isLevel(m) && m.sentence >= delta.sentence - 2 && sameMeasure(m.figure, delta.figure));
  const topics = [1, 2].flatMap((back) => near.find((m) => m.sentence === delta.sentence - back) ?? []);
  return unitsOf(rate) >= 100 ? [...topics, ...near.reverse()] : topics;
}

const checkOf = (rate: Mention, prior: Mention | null): string =>
  rate.act === 'rate' || prior?.act === 'from' ? 'reduction-rate' : 'growth-rate';

/** A rate behind a change whose level is not said, where one near by makes the rate right. Told only when it does. */
function rateOfUnnamed(mentions: readonly Mention[], at: number, direction: Direction): GrowthRelation | null {
  const [delta, it] = [mentions[at - 1], mentions[at]];
  if (!delta || !it || delta.act !== 'delta' || delta.direction !== direction) return null;
  if (delta.sentence !== it.sentence) return null;
  const current = unnamed(mentions, at, delta, it.figure).find((m) => holdsWith(it.figure, m, delta, direction));
  if (!current) return null;
  const figures = { rate: it.figure, current: current.figure, prior: null, delta: delta.figure };
  return { kind: 'growth', check: checkOf(it, null), doubt: null, direction, ...figures };
}

/** 与2022年支出2,703.15万元相比，增加191.62万元，增长7.09%: base, change and rate need no level beside them. */
function rateOfBase(mentions: readonly Mention[], at: number, direction: Direction): GrowthRelation | null {
  const [base, delta, it] = [mentions[at - 2], mentions[at - 1], mentions[at]];
  if (!it || !base || base.act !== 'base' || delta?.act !== 'delta' || delta.direction !== direction) return null;
  if (base.sentence !== it.sentence || delta.sentence !== it.sentence) return null;
  if (!sameMeasure(base.figure, delta.figure) || !printed(base.figure) || !printed(delta.figure)) return null;
  const figures = { rate: it.figure, current: null, prior: base.figure, delta: delta.figure };
  return { kind: 'growth', check: 'growth-rate', doubt: it.notComparable ? incomparable : null, direction, ...figures };
}

const unnamedLevel: Doubt = { status: 'ambiguous', reason: 'more than one possible total' };

/** 与2022年支出2,703.15万元相比，增加191.62万元: what grew is one of the levels of its paragraph, first of all that which it begins with. */
function changeFromBase(mentions: readonly Mention[], at: number): SumRelation | null {
  const [base, it] = [mentions[at - 1], mentions[at]];
  if (!it || it.act !== 'delta' || it.direction === null || base?.act !== 'base' || base.sentence !== it.sentence)
    return null;
  if (!sameMeasure(base.figure, it.figure) || !printed(base.figure)) return null;
  const { direction } = it;
  const levels = mentions
    .slice(Math.max(0, at - farthest), at)
    .filter((m) => isLevel(m) && sameMeasure(m.figure, it.figure) && printed(m.figure));
  const claims = levels.map((m) => change(m.figure, base.figure, it.figure, direction, unnamedLevel));
  const [topic] = levels;
  const named = core(base.base) !== '' && topic !== undefined && core(topic.subject).endsWith(core(base.base));
  return claims.find(holds) ?? (named ? (claims[0] ?? null) : null);
}

/** Changes and their rates in one passage: 比上年…减少…，下降…; 由…精简为…，精简率…. */
export function changesIn(passage: Passage): Found[] {
  const { mentions, text } = passage;
  const found: Found[] = [];
  mentions.forEach((it, at) => {
    if (!printed(it.figure)) return;
    const rated = rateOf(it);
    const years = yearsCompared(passage, at);
    if (years === null) return;
    const usual = respective(mentions, at) ?? comparisonAt(mentions, at);
    const compared = usual && years ? { ...usual, ...years } : usual;
    if (!compared) {
      const bare = rated
        ? (rateOfBase(mentions, at, rated) ?? rateOfUnnamed(mentions, at, rated))
        : changeFromBase(mentions, at);
      if (bare) found.push(bare);
      return;
    }
    const { current, prior } = compared;
    if (it.act === 'delta' && it.direction !== null && prior && sameMeasure(it.figure, current.figure)) {
      const claims = rivals(mentions, current).map((rival) =>
        change(rival.figure, prior.figure, it.figure, it.direction ?? 'increase', null),
      );
      found.push(claims.find(holds) ?? change(current.figure, prior.figure, it.figure, it.direction, null));
      return;
    }
    if (rated === null) return;
    const delta = compared.delta ?? (prior ? null : deltaAfter(mentions, at, current));
    const elsewhere = prior === null && delta === null ? rateOfUnnamed(mentions, at, rated) : null;
    if (elsewhere) {
      found.push(elsewhere);
      return;
    }
    if (prior === null && delta === null) return;
    if (delta && delta.direction !== null && delta.direction !== rated) return;
    const own = holdsWith(it.figure, current, delta, rated) ? null : rivals(mentions, current);
    const fitting = prior ? undefined : own?.find((rival) => holdsWith(it.figure, rival, delta, rated));
    found.push({
      kind: 'growth',
      check: checkOf(it, prior),
      doubt: it.notComparable || pricedBehind(text, it.figure.end) ? incomparable : null,
      rate: it.figure,
      direction: rated,
      current: (fitting ?? current).figure,
      prior: prior?.figure ?? null,
      delta: delta?.figure ?? null,
    });
  });
  return found;
}
