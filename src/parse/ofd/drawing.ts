import { limitExceeded } from '../failure.js';
import type { RawRun } from '../page/glyphs/glyph-runs.js';
import type { Ruling } from '../page/glyphs/ruling.js';
import { readXml, type XmlElement } from '../xml/read-xml.js';
import { areaIn, pointsPerMillimetre, type Area } from './numbers.js';
import { rulingsOf } from './path-object.js';
import { runsOf, type Onto } from './text-object.js';

/** What the content of a page or a template draws; places count from the page's corner, in points. */
export interface Drawing {
  readonly runs: readonly RawRun[];
  readonly rulings: readonly Ruling[];
  readonly pictures: number;
  /** The page's own size, where it has one. */
  readonly area: Area | null;
  /** The templates that it is drawn over. */
  readonly templates: readonly string[];
  readonly fault: string | null;
}

/** Pieces of text on a page, and lines from which on a page is a picture. */
const mostRuns = 100_000;
const mostRulings = 20_000;

const units: ReadonlySet<string> = new Set(['TextObject', 'PathObject', 'ImageObject', 'Template', 'PhysicalBox']);
const isSeen = ({ attributes }: XmlElement): boolean =>
  attributes['Visible'] !== 'false' && attributes['Alpha'] !== '0' && attributes['Fill'] !== 'false';

/** Reads what a page draws, object by object. `fontOf` gives the key of a font by its number and weight. */
export function drawingOf(
  bytes: Uint8Array,
  part: string,
  corner: Pick<Area, 'left' | 'top'>,
  fontOf: (id: string, weight: number) => string,
): Drawing {
  const runs: RawRun[] = [];
  const rulings: Ruling[] = [];
  const templates: string[] = [];
  let [pictures, area]: [number, Area | null] = [0, null];
  const visit = (object: XmlElement): void => {
    const { attributes } = object;
    const box = areaIn(attributes['Boundary']) ?? { left: 0, top: 0 };
    const onto: Onto = (x, y) => [
      (box.left - corner.left + x) * pointsPerMillimetre,
      (box.top - corner.top + y) * pointsPerMillimetre,
    ];
    if (object.name === 'Template') templates.push(attributes['TemplateID'] ?? '');
    else if (object.name === 'PhysicalBox')
      area ??= areaIn(object.children.filter((it) => typeof it === 'string').join(''));
    else if (object.name === 'ImageObject') pictures++;
    else if (object.name === 'PathObject') {
      if (attributes['Visible'] !== 'false' && rulings.length <= mostRulings) rulings.push(...rulingsOf(object, onto));
    } else if (isSeen(object)) {
      runs.push(...runsOf(object, fontOf(attributes['Font'] ?? '', Number(attributes['Weight'] ?? 400)), onto));
      if (runs.length > mostRuns) throw limitExceeded('text items on a page', runs.length);
    }
  };
  const { fault } = readXml(bytes, part, { names: units, visit });
  return { runs, rulings: rulings.length > mostRulings ? [] : rulings, pictures, area, templates, fault };
}
