import type { Look } from '../../model/document.js';
import type { RunProperties } from './styles.js';

/** Faces that are read as bold: headings of official documents are set in them. */
const displayFace = /黑体|小标宋|大标宋|SimHei|STHeiti|Heiti|XiaoBiaoSong/i;
/** A name of several faces by the font's own weight: 微软雅黑 is a text face. */
const textFace = /雅黑/;

const isDisplay = (face: string | null): boolean => face !== null && displayFace.test(face) && !textFace.test(face);

/** The value with most characters, the earlier of two equals. */
function most<T>(counts: ReadonlyMap<T, number>): T | null {
  let [best, least]: [T | null, number] = [null, 0];
  for (const [value, count] of counts) if (count > least) [best, least] = [value, count];
  return best;
}

/** Takes note of how a paragraph's characters look. */
export class LookCount {
  private readonly sizes = new Map<number, number>();
  private readonly faces = new Map<string, number>();
  private visible = 0;
  private strong = 0;

  add(text: string, run: RunProperties): void {
    const characters = text.replace(/\s/g, '').length;
    if (characters === 0) return;
    this.visible += characters;
    if (run.bold === true || isDisplay(run.eastAsian)) this.strong += characters;
    if (run.size !== null) this.sizes.set(run.size, (this.sizes.get(run.size) ?? 0) + characters);
    const face = run.eastAsian ?? run.latin;
    if (face !== null) this.faces.set(face, (this.faces.get(face) ?? 0) + characters);
  }

  look(paragraph: Pick<Look, 'outlineLevel' | 'styleName' | 'centred'>): Look {
    return {
      ...paragraph,
      bold: this.visible > 0 && this.strong === this.visible,
      fontSize: most(this.sizes),
      fontName: most(this.faces),
    };
  }
}
