import { AutoNumbers } from './auto-numbers.js';
import type { Content, ParagraphRole, ReadParagraph } from './content.js';
import { Fields } from './fields.js';
import { chosenBranch } from './alternative.js';
import { readInline } from './inline.js';
import type { Label, Labels } from './labels.js';
import { ParagraphText } from './paragraph-text.js';
import { centredOf, outlineOf, type ParagraphStyle, type Styles } from './styles.js';
import { isFrame, joined, readRows } from './table.js';
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

/** Reads the body's markup element by element as what a reader sees of it. */
export class Body {
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

  /** What one block-level element holds. */
  block(element: XmlElement): readonly Content[] {
    switch (element.name) {
      case 'w:p':
        return this.paragraph(element);
      case 'w:tbl':
        return [...this.finish(), ...this.table(element)];
      case 'w:sdt':
        return this.control(element);
      case 'mc:AlternateContent':
        return this.blocks(chosenBranch(element));
      case 'w:altChunk':
        this.tally.ignore('imports');
        return [];
      case 'w:del':
      case 'w:moveFrom':
        this.tally.deleted++;
        return [];
      default:
        return blockWrappers.has(element.name) ? this.blocks(element) : [];
    }
  }

  blocks(parent: XmlElement | null): readonly Content[] {
    return parent === null ? [] : elementsOf(parent).flatMap((element) => this.block(element));
  }

  /** What is still carried where no paragraph follows: at the end of a cell, a text box, the body. */
  finish(): readonly Content[] {
    if (this.carried === null) return [];
    const { text, owner } = this.carried;
    this.carried = null;
    return [this.read(text, owner)];
  }

  private control(element: XmlElement): readonly Content[] {
    const gallery = valueOf(child(child(element, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery');
    const contents = gallery === 'Table of Contents' ? 1 : 0;
    this.contentsDepth += contents;
    const content = this.blocks(child(element, 'w:sdtContent'));
    this.contentsDepth -= contents;
    return content;
  }

  /** A table, or only what stands in it: a frame around text is none, and headers and footers set their words in tables. */
  private table(element: XmlElement): readonly Content[] {
    const frame = this.cellDepth === 0 && isFrame(element);
    const rows = readRows(element, this.tally, (cell) => {
      this.cellDepth += Number(!frame);
      const content = [...this.blocks(cell), ...this.finish()];
      this.cellDepth -= Number(!frame);
      return content;
    });
    const linear = frame || this.story === 'header' || this.story === 'footer';
    if (linear) return rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.content));
    return [{ kind: 'table', rows: joined(rows), note: this.note }];
  }

  private paragraph(element: XmlElement): readonly Content[] {
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
    return [this.read(text, owner), ...this.boxes(text)];
  }

  private noteReference(kind: NoteReference['kind'], id: string): number | null {
    const key = `${kind}/${id}`;
    if (this.seenNotes.has(key)) return null;
    this.seenNotes.add(key);
    return this.notes.push({ kind, id }) - 1;
  }

  private boxes(text: ParagraphText): readonly Content[] {
    const boxes = text.boxes.splice(0);
    if (boxes.length === 0) return [];
    const around = this.carried;
    this.carried = null;
    const content = boxes.flatMap((box) => [...this.blocks(box), ...this.finish()]);
    this.carried = around;
    return content;
  }

  private read(text: ParagraphText, owner: XmlElement | null): ReadParagraph {
    const pPr = child(owner, 'w:pPr');
    const style = this.styles.paragraph(valueOf(pPr, 'w:pStyle'));
    return {
      kind: 'paragraph',
      text: text.text,
      references: text.references,
      role: this.role(text, style),
      label: this.story === 'body' ? this.label(pPr, style) : null,
      look: text.looks.look({
        outlineLevel: (outlineOf(pPr) ?? style.outline) || null,
        styleName: style.name,
        centred: centredOf(pPr) ?? style.centred ?? false,
      }),
      note: this.note,
    };
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
