import { child, childrenNamed, integer, toggle, valueOf, type XmlElement } from './element.js';
import type { Theme } from './theme.js';

/** What run properties say; null where they are silent. */
export interface RunProperties {
  readonly bold: boolean | null;
  readonly hidden: boolean | null;
  /** Struck through: what its author took back. */
  readonly struck: boolean | null;
  /** Points. */
  readonly size: number | null;
  readonly eastAsian: string | null;
  readonly latin: string | null;
}
const silentRun: RunProperties = { bold: null, hidden: null, struck: null, size: null, eastAsian: null, latin: null };

export interface ParagraphStyle {
  readonly name: string | null;
  /** This style and those it is based on, nearest first. */
  readonly ids: readonly string[];
  /** 1 is the highest; 0 says body text outright. */
  readonly outline: number | null;
  readonly centred: boolean | null;
  readonly numId: string | null;
  readonly ilvl: number | null;
  readonly run: RunProperties;
}

interface Style {
  readonly id: string;
  readonly type: string;
  readonly name: string | null;
  readonly basedOn: string | null;
  readonly pPr: XmlElement | null;
  readonly rPr: XmlElement | null;
}

/** An inheritance chain longer than this is a loop. */
const longestChain = 32;

const pick = <T>(near: T | null, far: T | null): T | null => near ?? far;

/** On where one of two properties is on; null where both are silent. */
const eitherOf = (one: boolean | null, other: boolean | null): boolean | null => one || other || (one ?? other);

const layer = (near: RunProperties, far: RunProperties): RunProperties => ({
  bold: pick(near.bold, far.bold),
  hidden: pick(near.hidden, far.hidden),
  struck: pick(near.struck, far.struck),
  size: pick(near.size, far.size),
  eastAsian: pick(near.eastAsian, far.eastAsian),
  latin: pick(near.latin, far.latin),
});

function fontOf(fonts: XmlElement | null, theme: Theme, kinds: readonly string[]): string | null {
  for (const kind of kinds) {
    const themed = theme.get(fonts?.attributes.get(`w:${kind}Theme`) ?? '');
    const face = themed ?? fonts?.attributes.get(`w:${kind}`);
    if (face) return face;
  }
  return null;
}

/** A size of type in points: half points, or with its unit as strict files may write it (`10.5pt`). */
function pointsOf(size: string | null): number | null {
  const [, number, unit] = /^(\d+(?:\.\d+)?)(pt)?$/.exec(size ?? '') ?? [];
  const points = Number(number) / (unit === undefined ? 2 : 1);
  return points > 0 ? points : null;
}

function readRunProperties(rPr: XmlElement | null, theme: Theme): RunProperties {
  if (!rPr) return silentRun;
  const fonts = child(rPr, 'w:rFonts');
  return {
    bold: toggle(rPr, 'w:b'),
    hidden: toggle(rPr, 'w:vanish'),
    struck: eitherOf(toggle(rPr, 'w:strike'), toggle(rPr, 'w:dstrike')),
    size: pointsOf(valueOf(rPr, 'w:sz')),
    eastAsian: fontOf(fonts, theme, ['eastAsia']),
    latin: fontOf(fonts, theme, ['ascii', 'hAnsi']),
  };
}

/** Outline level 1–9 as properties or a built-in style's name give it; 0 for body text. */
export function outlineOf(pPr: XmlElement | null): number | null {
  const level = integer(valueOf(pPr, 'w:outlineLvl'));
  return level === null ? null : level >= 0 && level <= 8 ? level + 1 : 0;
}

const headingName = /^(?:heading|标题)\s*([1-9])$/i;

export function centredOf(pPr: XmlElement | null): boolean | null {
  const alignment = valueOf(pPr, 'w:jc');
  return alignment === null ? null : alignment === 'center';
}

const numberingOf = (style: Style): XmlElement | null => child(style.pPr, 'w:numPr');

/** The styles of a document with their chains resolved. */
export class Styles {
  private readonly styles = new Map<string, Style>();
  private readonly paragraphs = new Map<string, ParagraphStyle>();
  private readonly characters = new Map<string, RunProperties>();
  private readonly defaults: RunProperties;
  private defaultParagraph: string | null = null;

  constructor(
    root: XmlElement | null,
    readonly theme: Theme,
  ) {
    const defaults = child(child(child(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr');
    this.defaults = readRunProperties(defaults, theme);
    for (const element of childrenNamed(root, 'w:style')) this.add(element);
  }

  private add(element: XmlElement): void {
    const id = element.attributes.get('w:styleId');
    if (id === undefined || this.styles.has(id)) return;
    const type = element.attributes.get('w:type') ?? 'paragraph';
    const name = valueOf(element, 'w:name');
    const [pPr, rPr] = [child(element, 'w:pPr'), child(element, 'w:rPr')];
    this.styles.set(id, { id, type, name, basedOn: valueOf(element, 'w:basedOn'), pPr, rPr });
    if (type === 'paragraph' && /^(?:1|true|on)$/.test(element.attributes.get('w:default') ?? '')) {
      this.defaultParagraph ??= id;
    }
  }

  private chain(id: string | null): Style[] {
    const chain: Style[] = [];
    for (let next = id; next !== null && chain.length < longestChain;) {
      const style = this.styles.get(next);
      if (!style || chain.includes(style)) break;
      chain.push(style);
      next = style.basedOn;
    }
    return chain;
  }

  /** The style of a paragraph, or the document's default one for null or an unknown id. */
  paragraph(id: string | null): ParagraphStyle {
    const known = id !== null && this.styles.has(id) ? id : this.defaultParagraph;
    const key = known ?? '';
    const found = this.paragraphs.get(key) ?? this.resolve(known);
    this.paragraphs.set(key, found);
    return found;
  }

  private resolve(id: string | null): ParagraphStyle {
    const chain = this.chain(id);
    const first = <T>(read: (style: Style) => T | null): T | null =>
      chain.reduce<T | null>((found, style) => found ?? read(style), null);
    return {
      name: chain[0]?.name ?? null,
      ids: chain.map((style) => style.id),
      outline: first((style) => outlineOf(style.pPr) ?? integer(headingName.exec(style.name ?? '')?.[1])),
      centred: first((style) => centredOf(style.pPr)),
      numId: first((style) => valueOf(numberingOf(style), 'w:numId')),
      ilvl: first((style) => integer(valueOf(numberingOf(style), 'w:ilvl'))),
      run: chain.map((style) => readRunProperties(style.rPr, this.theme)).reduce(layer, silentRun),
    };
  }

  private character(id: string): RunProperties {
    const found =
      this.characters.get(id) ??
      this.chain(id)
        .map((style) => readRunProperties(style.rPr, this.theme))
        .reduce(layer, silentRun);
    this.characters.set(id, found);
    return found;
  }

  /** The numbering id that a style of lists (`numStyleLink`) stands for. */
  numberingOf(styleId: string): string | null {
    return valueOf(child(this.styles.get(styleId)?.pPr, 'w:numPr'), 'w:numId');
  }

  /** What holds for a run: its own properties, its character style, its paragraph's style, the document's defaults. */
  run(paragraph: ParagraphStyle, rPr: XmlElement | null): RunProperties {
    const styleId = valueOf(rPr, 'w:rStyle');
    const character = styleId === null ? silentRun : this.character(styleId);
    const direct = readRunProperties(rPr, this.theme);
    const inherited = layer(layer(character, paragraph.run), this.defaults);
    // Bold in both the paragraph's and the character's style cancels out: toggle properties (§17.7.3).
    const twice = character.bold === true && paragraph.run.bold === true;
    return layer(direct, twice ? { ...inherited, bold: false } : inherited);
  }
}
