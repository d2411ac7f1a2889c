import { codePoint } from 'dingbat-to-unicode';
import type { Fields } from './fields.js';
import { mathText, raised } from './math.js';
import type { ParagraphText } from './paragraph-text.js';
import type { ParagraphStyle, RunProperties, Styles } from './styles.js';
import type { Tally } from './tally.js';
import { child, elementsOf, textOf, valueOf, type XmlElement } from './element.js';

/** What reading a paragraph's content needs and feeds. */
export interface InlineContext {
  readonly styles: Styles;
  readonly style: ParagraphStyle;
  readonly fields: Fields;
  readonly tally: Tally;
  readonly into: ParagraphText;
  /** Takes note of a reference to a footnote or endnote. Gives its number in the order of first references; null for a later one. */
  readonly note: (kind: 'footnote' | 'endnote', id: string) => number | null;
}

const wrappers: ReadonlySet<string> = new Set([
  'w:hyperlink',
  'w:smartTag',
  'w:customXml',
  'w:dir',
  'w:bdo',
  'w:fldSimple',
  'w:sdtContent',
  'w:rubyBase',
  'w:ruby',
]);

/** The branch of an alternative that holds the words: the newer one, unless only the older has text. */
export function chosenBranch(alternative: XmlElement): XmlElement | null {
  const [choice, fallback] = [child(alternative, 'mc:Choice'), child(alternative, 'mc:Fallback')];
  if (!choice || !fallback) return choice ?? fallback;
  return holdsText(choice) || !holdsText(fallback) ? choice : fallback;
}

const holdsText = (element: XmlElement): boolean =>
  element.name === 'w:t' || element.name === 'm:t' || elementsOf(element).some(holdsText);

/** Reads the runs and their wrappers in a paragraph. */
export function readInline(nodes: readonly XmlElement[], context: InlineContext): void {
  for (const node of nodes) readInlineNode(node, context);
}

function readInlineNode(node: XmlElement, context: InlineContext): void {
  if (node.name === 'w:r') readRun(node, context);
  else if (wrappers.has(node.name)) readInline(elementsOf(node), context);
  else if (node.name === 'w:sdt') readInline(elementsOf(child(node, 'w:sdtContent') ?? node), context);
  else if (node.name === 'mc:AlternateContent') readInline(elementsOf(chosenBranch(node) ?? node), context);
  else if (node.name === 'm:oMath' || node.name === 'm:oMathPara') {
    context.into.formula(mathText(node), context.fields.inContents);
  } else if (node.name === 'w:ins' || node.name === 'w:moveTo') {
    context.tally.inserted++;
    readInline(elementsOf(node), context);
  } else if (node.name === 'w:del' || node.name === 'w:moveFrom') {
    context.tally.deleted++;
  }
}

function readRun(run: XmlElement, context: InlineContext): void {
  const rPr = child(run, 'w:rPr');
  const look = context.styles.run(context.style, rPr);
  const superscript = valueOf(rPr, 'w:vertAlign') === 'superscript';
  for (const node of elementsOf(run)) readRunNode(node, look, superscript, context);
}

function readRunNode(node: XmlElement, look: RunProperties, superscript: boolean, context: InlineContext): void {
  // Field marks count even where they are hidden: the text around them depends on them.
  if (readFieldMark(node, look, context)) return;
  if (look.hidden === true || !context.fields.visible) return;
  const { into, fields } = context;
  switch (node.name) {
    case 'w:t': {
      const text = textOf(node);
      into.add(superscript && into.endsInDigit ? raised(text) : text, look, fields.inContents);
      return;
    }
    case 'w:tab':
    case 'w:ptab':
      return into.tab();
    case 'w:br':
    case 'w:cr':
      return into.lineBreak();
    case 'w:noBreakHyphen':
      return into.add('-', look, fields.inContents);
    case 'w:sym':
      return readSymbol(node, look, context);
    case 'w:ruby':
      return readInline(elementsOf(child(node, 'w:rubyBase') ?? node), context);
    case 'w:footnoteReference':
    case 'w:endnoteReference': {
      const kind = node.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
      const note = context.note(kind, node.attributes.get('w:id') ?? '');
      if (note !== null) into.noteReference(note);
      return;
    }
    case 'w:commentReference':
      return context.tally.ignore('comments');
    case 'mc:AlternateContent':
      for (const inner of elementsOf(chosenBranch(node) ?? node)) readRunNode(inner, look, superscript, context);
      return;
    case 'w:object':
      return context.tally.ignore('objects');
    case 'w:drawing':
    case 'w:pict':
      return readDrawing(node, context);
  }
}

/** True when the node was a mark of a field. */
function readFieldMark(node: XmlElement, look: RunProperties, { fields, into }: InlineContext): boolean {
  if (node.name === 'w:instrText') {
    fields.instruct(textOf(node));
    return true;
  }
  if (node.name !== 'w:fldChar') return false;
  const kind = node.attributes.get('w:fldCharType');
  if (kind === 'begin') fields.begin(node);
  else if (kind === 'separate') fields.separate();
  else if (kind === 'end') {
    const printed = fields.end();
    if (fields.visible && look.hidden !== true) into.add(printed, look, fields.inContents);
  }
  return true;
}

/** Fonts of pictures, whose codes stand for other characters; in any other font the code is the character's own. */
const pictureFont = /wingdings|webdings|symbol|dingbats/i;
/** Where picture fonts have their characters besides 0 to 255. */
const privateArea = 0xf000;

function readSymbol(node: XmlElement, look: RunProperties, { into, fields, tally }: InlineContext): void {
  const [font, code] = [node.attributes.get('w:font') ?? '', node.attributes.get('w:char') ?? ''];
  if (!/^[0-9a-f]{1,4}$/i.test(code)) return;
  const value = Number.parseInt(code, 16);
  if (!pictureFont.test(font)) return into.add(String.fromCharCode(value), look, fields.inContents);
  const shown = codePoint(font, value) ?? (value >= privateArea ? codePoint(font, value - privateArea) : undefined);
  if (shown === undefined) tally.ignore('symbols');
  into.symbol(shown?.string ?? '');
}

/** Text boxes are read, whatever else is drawn is counted. */
function readDrawing(drawing: XmlElement, context: InlineContext): void {
  switch (drawing.name) {
    case 'w:txbxContent':
      context.into.boxes.push(drawing);
      return;
    case 'mc:AlternateContent': {
      const branch = chosenBranch(drawing);
      if (branch) readDrawing(branch, context);
      return;
    }
    case 'pic:pic':
    case 'v:imagedata':
      return context.tally.ignore('pictures');
    case 'c:chart':
      return context.tally.ignore('charts');
    case 'dgm:relIds':
      return context.tally.ignore('diagrams');
    case 'o:OLEObject':
    case 'w:control':
      return context.tally.ignore('objects');
  }
  for (const node of elementsOf(drawing)) readDrawing(node, context);
}
