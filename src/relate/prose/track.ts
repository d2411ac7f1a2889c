import { printed } from '../../model/printed.js';
import type { Mention, Passage } from '../../model/reading.js';
import type { Figure } from '../../model/report.js';
import { isLevel } from './cues.js';

/** One figure among those that may add up: figures of one measure that do the same in their sentences. */
export interface Item {
  readonly figure: Figure;
  /** Where it stands among the mentions. */
  readonly at: number;
  /** Everything printed since the item before it, figures left out. */
  readonly lead: string;
  readonly before: string;
  readonly sentence: number;
  readonly depth: number;
  readonly group: number | null;
  /** Grows with every sentence, ；, line and list mark: what stands first behind one may head a part. */
  readonly segment: number;
  readonly passage: number;
  /** −1 for a decrease among changes. */
  readonly weight: 1 | -1;
}
export type Track = readonly Item[];

/** A stage or a difference that stands alone and belongs to what was named before it: …支出2.05万元，年初预算为2.95万元，差值为0.9万元. */
const facet =
  /^(?:当年|本年)?(年初预算|全年预算|调整预算|预算|决算|执行|差[值额]|结余|结转|上年|去年|实际)(?:支出|收入|安排)?[数额]?(?:为|是|安排|完成)*$/;

/** Whether an item is a stage of the one before it rather than an item of its own. */
export const isFacet = ({ before }: Item): boolean => facet.test(before);

/** What a mention may be added up with; null where it is never a part or a total. */
function roleOf(mention: Mention): string | null {
  if (isLevel(mention)) return 'level';
  if (mention.act === 'base' || mention.act === 'from') return 'base';
  return mention.act === 'delta' && mention.direction !== null ? 'delta' : null;
}

const measureOf = ({ kind, unit }: Figure): string => `${kind} ${unit === '名' ? '人' : (unit ?? '')}`;
const newSegment = /[。！？；;\n]/;
/** How many mentions back the words before an item are read. */
const farthest = 24;

/** Figures by measure and by what they do: the levels, the changes, what those are compared with, and each bare stage. */
export function tracksOf(passages: readonly Pick<Passage, 'mentions'>[]): Track[] {
  const tracks = new Map<string, Item[]>();
  const leads: string[] = [];
  let [segment, sentences, offset] = [0, 0, 0];
  const enter = (key: string, mention: Mention, at: number, passage: number): void => {
    const items = tracks.get(key) ?? [];
    const last = items.at(-1);
    const lead = leads.slice(Math.max(last ? last.at + 1 : 0, at + 1 - farthest)).join('');
    const { figure, before, depth } = mention;
    const group = mention.group === null ? null : mention.group + offset;
    const weight = mention.act === 'delta' && mention.direction === 'decrease' ? -1 : 1;
    const sentence = mention.sentence + sentences;
    items.push({ figure, at, lead, before, sentence, depth, group, segment, passage, weight });
    tracks.set(key, items);
  };
  passages.forEach(({ mentions }, passage) => {
    mentions.forEach((mention, i) => {
      const starts = i === 0 && passage > 0;
      leads.push(starts ? `\n${mention.lead}` : mention.lead);
      if (starts || newSegment.test(mention.lead)) segment++;
      const role = roleOf(mention);
      const { kind } = mention.figure;
      // bare numbers in running text are the cells of tables that were not seen as such
      if (role === null || kind === 'number' || kind === 'percent' || !printed(mention.figure)) return;
      const measure = measureOf(mention.figure);
      enter(`${role} ${measure}`, mention, offset + i, passage);
      const stage = role === 'level' ? facet.exec(mention.before)?.[1] : undefined;
      if (stage !== undefined) enter(`${stage} ${measure}`, mention, offset + i, passage);
    });
    sentences += (mentions.at(-1)?.sentence ?? 0) + 1;
    offset += mentions.length;
  });
  return [...tracks.values()];
}
