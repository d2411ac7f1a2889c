import { child, childrenNamed, integer, toggle, valueOf, type XmlElement } from './element.js';

/** One level of a numbering definition. */
interface Level {
  readonly start: number;
  /** A name of ST_NumberFormat; `bullet` prints no number. */
  readonly format: string;
  /** `第%1章`, `%1.%2`: %n stands for the number of level n, from 1. */
  readonly text: string;
  /** All numbers of the label in Arabic digits. */
  readonly legal: boolean;
  /** It starts anew after a paragraph of a level below this one, from 0; 0 never. Null: after any higher level. */
  readonly restart: number | null;
  readonly style: string | null;
  /** False when nothing stands between the label and the text. */
  readonly spaced: boolean;
}

/** A numbering as paragraphs refer to it. */
export interface Numbering {
  readonly id: string;
  /** Numberings with one list count together. */
  readonly list: string;
  /** Of the list, where fields may refer to it; null where it has none. */
  readonly name: string | null;
  readonly levels: ReadonlyMap<number, Level>;
  /** Numbers at which a level begins in this numbering, whatever the list has counted before its first use. */
  readonly overrides: ReadonlyMap<number, number>;
}

interface List {
  readonly name: string | null;
  readonly levels: ReadonlyMap<number, Level>;
  readonly styleLink: string | null;
}

function alternate(element: XmlElement): XmlElement | null {
  const choice = child(element, 'mc:AlternateContent');
  return choice && (child(child(choice, 'mc:Choice'), 'w:numFmt') ?? child(child(choice, 'mc:Fallback'), 'w:numFmt'));
}

/** Word writes formats of its own as an example: `001, 002, 003, ...`. */
function formatOf(element: XmlElement): string {
  const written = child(element, 'w:numFmt') ?? alternate(element);
  const format = written?.attributes.get('w:val') ?? 'decimal';
  if (format !== 'custom') return format;
  const zeros = /^(0+)1\b/.exec(written?.attributes.get('w:format') ?? '')?.[1]?.length ?? 0;
  return zeros === 0 ? 'decimal' : zeros === 1 ? 'decimalZero' : `decimalZero${Math.min(zeros + 1, 5)}`;
}

function readLevel(element: XmlElement): Level {
  return {
    start: integer(valueOf(element, 'w:start')) ?? 0,
    format: formatOf(element),
    text: valueOf(element, 'w:lvlText') ?? '',
    legal: toggle(element, 'w:isLgl') === true,
    restart: integer(valueOf(element, 'w:lvlRestart')),
    style: valueOf(element, 'w:pStyle'),
    spaced: valueOf(element, 'w:suff') !== 'nothing',
  };
}

function readLevels(parent: XmlElement): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const element of childrenNamed(parent, 'w:lvl')) {
    const ilvl = integer(element.attributes.get('w:ilvl')) ?? 0;
    if (ilvl >= 0 && ilvl <= 8) levels.set(ilvl, readLevel(element));
  }
  return levels;
}

/** The numberings of a document by id. `numberingOf` follows a list that is only a link to a style's. */
export function readNumberings(
  root: XmlElement | null,
  numberingOf: (styleId: string) => string | null,
): ReadonlyMap<string, Numbering> {
  const lists = new Map<string, List>();
  for (const element of childrenNamed(root, 'w:abstractNum')) {
    const id = element.attributes.get('w:abstractNumId') ?? '';
    const [name, styleLink] = [valueOf(element, 'w:name'), valueOf(element, 'w:numStyleLink')];
    lists.set(id, { name, levels: readLevels(element), styleLink });
  }
  const nums = new Map(childrenNamed(root, 'w:num').map((num) => [num.attributes.get('w:numId') ?? '', num]));
  const listOf = (num: XmlElement): string => {
    const list = valueOf(num, 'w:abstractNumId') ?? '';
    const link = lists.get(list)?.styleLink;
    const linked = link == null ? undefined : nums.get(numberingOf(link) ?? '');
    return linked === undefined ? list : (valueOf(linked, 'w:abstractNumId') ?? list);
  };
  const numberings = new Map<string, Numbering>();
  for (const [id, num] of nums) {
    const list = listOf(num);
    const { name = null, levels = new Map<number, Level>() } = lists.get(list) ?? {};
    numberings.set(id, { id, list, name, ...withOverrides(num, levels) });
  }
  return numberings;
}

function withOverrides(num: XmlElement, base: ReadonlyMap<number, Level>): Pick<Numbering, 'levels' | 'overrides'> {
  const levels = new Map(base);
  const overrides = new Map<number, number>();
  for (const override of childrenNamed(num, 'w:lvlOverride')) {
    const ilvl = integer(override.attributes.get('w:ilvl')) ?? 0;
    const level = child(override, 'w:lvl');
    if (level) levels.set(ilvl, readLevel(level));
    const start = integer(valueOf(override, 'w:startOverride'));
    if (start !== null) overrides.set(ilvl, start);
  }
  return { levels, overrides };
}
