import { AutoNumbers } from './auto-numbers.js';
import { Fields } from './fields.js';
import { chosenBranch } from './alternative.js';
import { readInline } from './inline.js';
import type { Label, Labels } from './labels.js';
import { paragraphXml } from './markup.js';
import type { ParagraphMark, ParagraphRole } from './paragraph-mark.js';
import { ParagraphText } from './paragraph-text.js';
import { centredOf, outlineOf, type ParagraphStyle, type Styles } from './styles.js';
import { isFrame, readTable } from './table.js';
import type { Tally } from './tally.js';
import { child, elementsOf, integer, toggle, valueOf, type XmlElement } from './element.js';

/** Which story is read: headers and footers are furniture, and notes are not numbered. */
export type Story = 'body' | 'note' | 'header' | 'footer';

export interface NoteReference {
  readonly kind: 'footnote' | 'endnote';
  readonly id: string;
}

/** A paragraph whose mark is deleted or hidden goes on in the next one. */
interface Carried {
  readonly text: ParagraphText;
  /** The paragraph that gives number and looks; null where the next one does. */
  readonly owner: XmlElement | null;
}

/** Of Word, and of the contents that WPS lets its users type. */
const contentsStyle =
  /^(?:toc|contents|table of (?:contents|figures|authorities))(?:\s*\d|\s+heading|\s*标题|$)|目录\s*[1-9]$/i;

const blockWrappers: ReadonlySet<string> = new Set(['w:customXml', 'w:smartTag', 'w:ins', 'w:moveTo', 'w:sdtContent']);

/** Turns the body's own markup into the plain markup for mammoth, and notes beside it what mammoth would lose. */
export class Body {
  readonly marks: ParagraphMark[] = [];
  readonly notes: NoteReference[] = [];
  private readonly seenNotes = new Set<string>();
  private readonly fields = new Fields();
  private readonly autoNumbers = new AutoNumbers((name, level) => {
    const numId = this.labels.named(name);
    return numId === null ? null : (this.labels.next(numId, level - 1)?.text ?? '');
  });
  private carried: Carried | null = null;
  /** Depth of content controls that hold a table of contents. */
  private contentsDepth = 0;
  /** Depth of table cells. */
  private cellDepth = 0;
  story: Story = 'body';
  /** The note that is being read, by its place in `notes`. */
  note: number | null = null;

  constructor(
    private readonly styles: Styles,
    private readonly labels: Labels,
    readonly tally: Tally,
  ) {}

  /** Plain markup of one block-level element. */
  block(element: XmlElement): string {
    switch (element.name) {
      case 'w:p':
        return this.paragraph(element);
      case 'w:tbl':
        return this.finish() + this.table(element);
      case 'w:sdt':
        return this.control(element);
      case 'mc:AlternateContent':
        return this.blocks(chosenBranch(element));
      case 'w:altChunk':
        this.tally.ignore('imports');
        return '';
      case 'w:del':
      case 'w:moveFrom':
        this.tally.deleted++;
        return '';
      default:
        return blockWrappers.has(element.name) ? this.blocks(element) : '';
    }
  }

  blocks(parent: XmlElement | null): string {
    return parent === null
      ? ''
      : elementsOf(parent)
          .map((element) => this.block(element))
          .join('');
  }

  /** What is still carried where no paragraph follows: at the end of a cell, a text box, the body. */
  finish(): string {
    if (this.carried === null) return '';
    const { text, owner } = this.carried;
    this.carried = null;
    return this.write(text, owner);
  }

  private control(element: XmlElement): string {
    const gallery = valueOf(child(child(element, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery');
    const contents = gallery === 'Table of Contents' ? 1 : 0;
    this.contentsDepth += contents;
    const xml = this.blocks(child(element, 'w:sdtContent'));
    this.contentsDepth -= contents;
    return xml;
  }

  private table(element: XmlElement): string {
    const frame = this.cellDepth === 0 && isFrame(element);
    const linear = frame || this.story === 'header' || this.story === 'footer';
    return readTable(element, this.tally, linear, (cell) => {
      this.cellDepth += Number(!frame);
      const xml = this.blocks(cell) + this.finish();
      this.cellDepth -= Number(!frame);
      return xml;
    });
  }

  private paragraph(element: XmlElement): string {
    const pPr = child(element, 'w:pPr');
    const rPr = child(pPr, 'w:rPr');
    const style = this.styles.paragraph(valueOf(pPr, 'w:pStyle'));
    const text = this.carried?.text ?? new ParagraphText();
    const owner = this.carried?.owner ?? element;
    this.carried = null;
    const { styles, fields, tally } = this;
    readInline(elementsOf(element), {
      styles,
      style,
      fields,
      tally,
      into: text,
      note: (kind, id) => this.noteReference(kind, id),
      numbered: (code) => this.autoNumbers.next(code, (outlineOf(pPr) ?? style.outline) || null),
    });
    fields.endParagraph();
    if (child(rPr, 'w:del') !== null || child(rPr, 'w:moveFrom') !== null) {
      tally.deleted++;
      this.carried = { text, owner: owner === element ? null : owner };
      return this.boxes(text);
    }
    if (toggle(rPr, 'w:vanish') === true || toggle(rPr, 'w:specVanish') === true) {
      // A wholly hidden paragraph is not there; a hidden mark alone lets the next paragraph run on.
      if (!text.blank) this.carried = { text, owner };
      return this.boxes(text);
    }
    return this.write(text, owner) + this.boxes(text);
  }

  private noteReference(kind: NoteReference['kind'], id: string): number | null {
    const key = `${kind}/${id}`;
    if (this.seenNotes.has(key)) return null;
    this.seenNotes.add(key);
    return this.notes.push({ kind, id }) - 1;
  }

  private boxes(text: ParagraphText): string {
    const boxes = text.boxes.splice(0);
    if (boxes.length === 0) return '';
    const around = this.carried;
    this.carried = null;
    const xml = boxes.map((box) => this.blocks(box) + this.finish()).join('');
    this.carried = around;
    return xml;
  }

  private write(text: ParagraphText, owner: XmlElement | null): string {
    const pPr = child(owner, 'w:pPr');
    const style = this.styles.paragraph(valueOf(pPr, 'w:pStyle'));
    const mark: ParagraphMark = {
      role: this.role(text, style),
      label: this.story === 'body' ? this.label(pPr, style) : null,
      look: text.looks.look({
        outlineLevel: (outlineOf(pPr) ?? style.outline) || null,
        styleName: style.name,
        centred: centredOf(pPr) ?? style.centred ?? false,
      }),
      note: this.note,
    };
    return paragraphXml(this.marks.push(mark) - 1, text.xml);
  }

  private role(text: ParagraphText, style: ParagraphStyle): ParagraphRole {
    if (this.story === 'header' || this.story === 'footer') return this.story;
    if (this.contentsDepth > 0 || contentsStyle.test(style.name ?? '')) return 'contents';
    // A contents field that lost its end would swallow the whole report, so an entry must also end in its page number.
    return text.mostlyContents && text.endsInDigit ? 'contents' : 'body';
  }

  private label(pPr: XmlElement | null, style: ParagraphStyle): Label | null {
    const direct = child(pPr, 'w:numPr');
    const directId = valueOf(direct, 'w:numId');
    const numId = directId ?? style.numId;
    if (numId === null || numId === '0') return null;
    const stated = integer(valueOf(direct, 'w:ilvl'));
    const tied = this.labels.levelOfStyle(numId, style.ids);
    const ilvl = stated ?? tied ?? (directId === null ? style.ilvl : null) ?? 0;
    return this.labels.next(numId, ilvl);
  }
}
