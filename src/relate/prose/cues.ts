import type { Mention } from '../../model/reading.js';
import { anyOf } from '../../rulebook/any-of.js';
import type { Prose } from '../../rulebook/prose.js';

/** The words by which text opens a breakdown, says that it is not complete, or sums it up. */
export interface Cues {
  readonly whole: RegExp;
  /** Opens one of several ways to divide a total that was given before: 从收入结构看. */
  readonly view: RegExp;
  /** A view with the stop behind it: a list that it opens is not the one before going on. */
  readonly viewStop: RegExp;
  readonly open: RegExp;
  readonly incomplete: RegExp;
  readonly sumsUp: RegExp;
  readonly totalLabel: RegExp;
}

const cache = new WeakMap<Prose, Cues>();

export function cuesOf(prose: Prose): Cues {
  const known = cache.get(prose);
  if (known) return known;
  const cues: Cues = {
    whole: new RegExp(anyOf(prose.breakdown.whole)),
    view: /[从按][^，。；]{1,10}[看分][：:，,]?/,
    viewStop: /[从按][^，。；]{1,10}[看分][：:，,]/,
    open: new RegExp(anyOf(prose.breakdown.open)),
    // 等级 and 等次 leave nothing out
    incomplete: new RegExp(`(?:${anyOf(prose.incomplete)})(?![级次待于])`),
    sumsUp: new RegExp(`^(?:以上|三项|两项|各项)?(?:${anyOf(prose.sumsUp)})`),
    totalLabel: /总[数额量计收支]|合计|共计|总规模/,
  };
  cache.set(prose, cues);
  return cues;
}

/** Whether a figure is said to be a total; what the others come to (其他合计2万元) is a part all the same. */
export const isTotal = (before: string, cues: Cues): boolean =>
  cues.totalLabel.test(before) && !/^其[他余它]/.test(before);

/** A printed level: what parts and totals are. */
export const isLevel = (mention: Mention): boolean => mention.act === 'level' || mention.act === 'to';

/** Everything printed between two mentions of a passage, figures left out. */
export function between(mentions: readonly Mention[], from: number, to: number): string {
  return mentions
    .slice(from + 1, to + 1)
    .map((it) => it.lead)
    .join('');
}

/** Whether words say a cue, and neither its opposite (不合格) nor a rate of it (满意度). */
export function says(words: string, cue: string): boolean {
  const at = words.lastIndexOf(cue);
  return at >= 0 && !/[不未非]$/.test(words.slice(0, at)) && !/^[率度]/.test(words.slice(at + cue.length));
}

/** 分别持有650,000股, 各5万元: one figure printed for each of several, so that it is no part of a sum by itself. */
export const isEach = ({ before, group }: Mention): boolean =>
  group === null && (/各$/.test(before) || /分别|各自|每[家个户人]/.test(before));

/** Words between two shares that end their list: what follows is of another whole. */
export const endsShares = /其中|含|[从按][^，。；]{1,10}[看分][：:，,]/;
