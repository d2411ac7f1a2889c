import type { Reference } from './content.js';
import { LookCount } from './look.js';
import type { RunProperties } from './styles.js';
import type { XmlElement } from './element.js';

/** Line ends that are none in XML 1.0, characters that no XML may hold, and surrogates, whole or not. */
const unusual = /[^\t\n\u0020-\u0084\u0086-\u2027\u2029-\uD7FF\uE000-\uFFFD]/;
const lineEnd = /\r[\n\u0085]|[\r\u0085\u2028]/g;
const forbidden = /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const clean = (text: string): string =>
  unusual.test(text) ? text.replace(lineEnd, '\n').replace(forbidden, '') : text;

/** The content of one paragraph while it is put together. */
export class ParagraphText {
  readonly looks = new LookCount();
  readonly references: Reference[] = [];
  /** Text boxes anchored in the paragraph: their own paragraphs follow it. */
  readonly boxes: XmlElement[] = [];
  text = '';
  /** Visible characters, and those of them that a table-of-contents field gave. */
  private characters = 0;
  private inContents = 0;

  add(text: string, run: RunProperties, contents: boolean): void {
    this.looks.add(text, run);
    this.formula(text, contents);
  }

  /** Text whose look says nothing of its paragraph: formulas are set in a face of their own. */
  formula(text: string, contents: boolean): void {
    if (text === '') return;
    this.text += clean(text);
    const visible = text.replace(/\s/g, '').length;
    this.characters += visible;
    if (contents) this.inContents += visible;
  }

  /** A character of a picture font; empty where it is not known what it shows. */
  symbol(character: string): void {
    this.text += character;
    this.characters++;
  }

  tab(): void {
    this.text += '\t';
  }

  lineBreak(): void {
    this.text += '\n';
  }

  /** A reference to a note prints nothing here: the text goes on as if it were not there. */
  noteReference(note: number): void {
    this.references.push({ note, at: this.text.length });
  }

  get blank(): boolean {
    return this.characters === 0;
  }

  get mostlyContents(): boolean {
    return this.inContents * 2 > this.characters;
  }

  get endsInDigit(): boolean {
    return /\d/.test(this.text.charAt(this.text.length - 1));
  }
}
