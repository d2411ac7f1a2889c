import { readHtmlTable, type HtmlTable } from './html-table.js';
import { wordsOf, type Seen } from './inline.js';
import { protectedText } from './protect.js';

/** A piece of a Markdown file in reading order. Its words are still protected. */
export type Segment =
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  /** A line by itself: a heading of a level, or one that is all bold. */
  | { readonly kind: 'line'; readonly text: string; readonly level: number | null; readonly bold: boolean }
  | { readonly kind: 'table'; readonly table: HtmlTable }
  /** What the file says about itself and shows nobody. */
  | { readonly kind: 'front'; readonly text: string }
  /** The text of a note, by the name with which it is referred to. */
  | { readonly kind: 'note'; readonly text: string; readonly name: string };

const heading = /^ {0,3}(#{1,6})[ \t]+(.*)$/;
const underline = /^ {0,3}(=+|-+)[ \t]*$/;
const fence = /^ {0,3}(`{3,}|~{3,})/;
const rule = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const quote = /^ {0,3}>[ \t]?/;
const bullet = /^([ \t]*)[-*+][ \t]+(?:\[([ xX])\][ \t]+)?/;
const definition = /^ {0,3}\[\^([^\]\s]{1,40})\]:[ \t]*/;
/** `[1]: http://…`, and not [1]: 财政部文件. */
const address = /^ {0,3}\[([^\]^]{1,200})\]:[ \t]*(?=[^\s]*[/#.])[\x21-\x7e]+(?:[ \t]+["'(][^"')]*["')])?[ \t]*$/;
/** Names and classes that converters put behind a heading, and the fences of their divisions. */
const attributes = /[ \t]*\{[#.][^{}]*\}[ \t]*$/;
const division = /^ {0,3}:{3,}/;
const allBold = /^(?:\*\*|__)(?=\S)(?:[^*_]|[*_](?![*_]))+(?:\*\*|__)$/;
/** `---`, keys and values, `---` in front of everything. */
const frontMatter = /^\s*---[ \t]*\n(?:[A-Za-z_][\w-]*:.*\n|[ \t]+.*\n|#.*\n|- .*\n){1,100}---[ \t]*(?:\n|$)/;

const boxes: Readonly<Record<string, string>> = { ' ': '☐ ', x: '☑ ', X: '☑ ' };

/** A heading may close as it opens: `## 概况 ##`. */
function withoutClosing(title: string): string {
  const words = title.trimEnd();
  let end = words.length;
  while (words[end - 1] === '#') end--;
  return end === 0 || /\s/.test(words[end - 1] ?? '') ? words.slice(0, end).trim() : words.trim();
}

/** A text without what its comments hold; one that never ends is none. */
function withoutComments(text: string): string {
  let [out, at] = ['', 0];
  for (let open = text.indexOf('<!--'); open >= 0; open = text.indexOf('<!--', at)) {
    const close = text.indexOf('-->', open);
    if (close < 0) break;
    out += text.slice(at, open);
    at = close + 3;
  }
  return out + text.slice(at);
}

/** Words longer than any title are a paragraph with a rule below it. */
const longestTitle = 60;

/** Where the table that begins at `from` ends; -1 where it never does. */
function tableEnd(text: string, from: number): number {
  const tags = /<(\/?)table\b[^<>]*>/gi;
  tags.lastIndex = from;
  let depth = 0;
  for (let found = tags.exec(text); found; found = tags.exec(text)) {
    depth += found[1] === '/' ? -1 : 1;
    if (depth === 0) return tags.lastIndex;
  }
  return -1;
}

/** Reads a file from its first line to its last, and keeps apart what its markup sets apart. */
class SegmentReader {
  readonly segments: Segment[] = [];
  private lines: string[] = [];
  /** The sign with which the open fence closes; null outside. */
  private fenced: string | null = null;

  constructor(private readonly seen: Seen) {}

  push(segment: Segment): void {
    if (this.lines.length > 0) this.segments.push({ kind: 'lines', lines: this.lines });
    this.lines = [];
    if (segment.kind !== 'lines') this.segments.push(segment);
  }

  finish(): readonly Segment[] {
    this.push({ kind: 'lines', lines: [] });
    return this.segments;
  }

  line(line: string): void {
    const mark = fence.exec(line)?.[1];
    if (this.fenced !== null) {
      if (mark?.startsWith(this.fenced) && line.trim() === mark) this.fenced = null;
      else this.lines.push(protectedText(line));
      return;
    }
    if (mark !== undefined) this.fenced = mark;
    else this.marked(line.replace(quote, ''));
  }

  private marked(line: string): void {
    const [, signs = '', title = ''] = heading.exec(line) ?? [];
    if (signs !== '') return this.titled(title, signs.length);
    const under = underline.exec(line)?.[1];
    const above = this.lines.at(-1)?.trim() ?? '';
    if (under !== undefined && above !== '' && above.length <= longestTitle && !/[|。；]/.test(above)) {
      this.lines.pop();
      return this.push({ kind: 'line', text: above, level: under.startsWith('=') ? 1 : 2, bold: false });
    }
    if (rule.test(line) || address.test(line) || division.test(line)) return;
    const name = definition.exec(line)?.[1];
    if (name !== undefined) {
      return this.push({ kind: 'note', name, text: wordsOf(line.replace(definition, ''), this.seen) });
    }
    if (allBold.test(line.trim())) {
      return this.push({ kind: 'line', text: wordsOf(line.trim(), this.seen), level: null, bold: true });
    }
    const words = wordsOf(
      line.replace(bullet, (_, indent: string, box = '-') => indent + (boxes[box] ?? '')),
      this.seen,
    );
    // a break inside a row of a table stays in its cell
    this.lines.push(...(/\|/.test(words) ? [words] : words.split('\n')));
  }

  private titled(title: string, level: number): void {
    const text = wordsOf(withoutClosing(title.replace(attributes, '')), this.seen)
      .replace(/\n/g, ' ')
      .trim();
    if (text !== '') this.push({ kind: 'line', text, level, bold: false });
  }
}

/** A Markdown file in pieces, in reading order. `text` has line feeds only. */
export function segmentsOf(text: string, seen: Seen): readonly Segment[] {
  const reader = new SegmentReader(seen);
  const front = frontMatter.exec(text)?.[0] ?? '';
  if (front !== '') reader.push({ kind: 'front', text: front.replace(/^\s*---\s*\n|\n---\s*$/g, '') });
  const body = withoutComments(text.slice(front.length));
  for (const line of body.split('\n')) {
    const name = address.exec(line)?.[1];
    if (name !== undefined) seen.links.add(name.toLowerCase());
  }
  let at = 0;
  const opening = /<table\b[^<>]*>/gi;
  for (let found = opening.exec(body); found; found = opening.exec(body)) {
    const end = tableEnd(body, found.index);
    if (end < 0) break;
    for (const line of body.slice(at, found.index).split('\n')) reader.line(line);
    reader.push({ kind: 'table', table: readHtmlTable(body.slice(found.index, end), seen) });
    at = end;
    opening.lastIndex = end;
  }
  for (const line of body.slice(at).split('\n')) reader.line(line);
  return reader.finish();
}
