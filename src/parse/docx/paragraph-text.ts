import { longestGap, withoutLongGaps } from '../gaps.js';
import { LookCount } from './look.js';
import { breakXml, noteXml, tabXml, textXml } from './markup.js';
import type { RunProperties } from './styles.js';
import type { XmlElement } from './element.js';

/** The content of one paragraph while it is put together; neighbouring text becomes one run. */
export class ParagraphText {
  readonly looks = new LookCount();
  /** Text boxes anchored in the paragraph: their own paragraphs follow it. */
  readonly boxes: XmlElement[] = [];
  /** Visible characters, and those of them that a table-of-contents field gave. */
  private characters = 0;
  private inContents = 0;
  private parts: string[] = [];
  private pending: string[] = [];
  private last = '';
  /** True behind a number that a field printed. */
  private closed = false;
  /** Tabs and line breaks in a row. */
  private specials = 0;

  text(text: string, run: RunProperties, contents: boolean): void {
    this.looks.add(text, run);
    this.formula(this.closed && /^\d/.test(text) ? ` ${text}` : text, contents);
  }

  /** What a field prints by itself: a number must not run on into the digits behind it. */
  number(text: string, run: RunProperties, contents: boolean): void {
    this.text(text, run, contents);
    this.closed = /[\d.]$/.test(text);
  }

  /** Text whose look says nothing of its paragraph: formulas and pictures are set in faces of their own. */
  formula(text: string, contents: boolean): void {
    if (text === '') return;
    this.pending.push(text);
    this.closed = false;
    this.specials = 0;
    this.last = text.charAt(text.length - 1);
    const visible = text.replace(/\s/g, '').length;
    this.characters += visible;
    if (contents) this.inContents += visible;
  }

  tab(): void {
    this.special(tabXml);
  }

  lineBreak(): void {
    this.special(breakXml);
  }

  /** A reference to a note prints nothing here: the text goes on as if it were not there. */
  noteReference(note: number): void {
    this.flush();
    this.parts.push(noteXml(note));
  }

  private special(xml: string): void {
    if (++this.specials > longestGap) return;
    this.flush();
    this.parts.push(xml);
    this.last = '';
    this.closed = false;
  }

  private flush(): void {
    if (this.pending.length === 0) return;
    this.parts.push(textXml(withoutLongGaps(this.pending.join(''))));
    this.pending = [];
  }

  get xml(): string {
    this.flush();
    this.parts = [this.parts.join('')];
    return this.parts[0] ?? '';
  }

  get blank(): boolean {
    return this.characters === 0;
  }

  get mostlyContents(): boolean {
    return this.inContents * 2 > this.characters;
  }

  get endsInDigit(): boolean {
    return /\d/.test(this.last);
  }
}
