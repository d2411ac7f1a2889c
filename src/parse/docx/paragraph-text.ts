import { longestGap, withoutLongGaps } from '../gaps.js';
import type { Reference } from './content.js';
import { LookCount } from './look.js';
import type { RunProperties } from './styles.js';
import type { XmlElement } from './element.js';

/** Line ends that are none in XML 1.0, characters that no XML may hold, and surrogates, whole or not. */
const unusual = /[^\t\n\u0020-\u0084\u0086-\u2027\u2029-\uD7FF\uE000-\uFFFD]/;
const lineEnd = /\r[\n\u0085]|[\r\u0085\u2028]/g;
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const clean = (text: string): string =>
  unusual.test(text) ? text.replace(forbidden, '').replace(lineEnd, '\n') : text;

/** The content of one paragraph while it is put together. */
export class ParagraphText {
  readonly looks = new LookCount();
  /** Text boxes anchored in the paragraph: their own paragraphs follow it. */
  readonly boxes: XmlElement[] = [];
  /** Visible characters, and those of them that a table-of-contents field gave. */
  private characters = 0;
  private inContents = 0;
  readonly references: Reference[] = [];
  private done = '';
  /** Text since the last tab, line break or reference. */
  private pending = '';
  private last = '';
  /** True behind a number that a field printed. */
  private closed = false;
  /** Tabs and line breaks in a row. */
  private specials = 0;

  add(text: string, run: RunProperties, contents: boolean): void {
    this.looks.add(text, run);
    this.formula(this.closed && /^\d/.test(text) ? ` ${text}` : text, contents);
  }

  /** What a field prints by itself: a number must not run on into the digits behind it. */
  number(text: string, run: RunProperties, contents: boolean): void {
    this.add(text, run, contents);
    this.closed = /[\d.]$/.test(text);
  }

  /** Text whose look says nothing of its paragraph: formulas and pictures are set in faces of their own. */
  formula(text: string, contents: boolean): void {
    if (text === '') return;
    this.pending += text;
    this.closed = false;
    this.specials = 0;
    this.last = text.charAt(text.length - 1);
    const visible = text.replace(/\s/g, '').length;
    this.characters += visible;
    if (contents) this.inContents += visible;
  }

  tab(): void {
    this.special('\t');
  }

  lineBreak(): void {
    this.special('\n');
  }

  /** A reference to a note prints nothing here: the text goes on as if it were not there. */
  noteReference(note: number): void {
    this.flush();
    this.references.push({ note, at: this.done.length });
  }

  private special(character: string): void {
    if (++this.specials > longestGap) return;
    this.flush();
    this.done += character;
    this.last = '';
    this.closed = false;
  }

  private flush(): void {
    if (this.pending === '') return;
    this.done += clean(withoutLongGaps(this.pending));
    this.pending = '';
  }

  /** All text so far. */
  get text(): string {
    this.flush();
    return this.done;
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
