import { lowered, raised } from '../raised.js';
import { chosenBranch } from './alternative.js';
import type { Fields } from './fields.js';
import { mathText } from './math.js';
import { asPictured, isPictureFont, pictured } from './picture-font.js';
import type { ParagraphText } from './paragraph-text.js';
import type { ParagraphStyle, RunProperties, Styles } from './styles.js';
import type { Ignored, Tally } from './tally.js';
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
  /** Counts a field that numbers, by its code, and gives its number; null for any other field. */
  readonly numbered: (code: string) => string | null;
}

const wrappers: ReadonlySet<string> = new Set([
  'w:hyperlink',
  'w:smartTag',
  'w:customXml',
  'w:dir',
  'w:bdo',
  'w:sdtContent',
  'w:rubyBase',
  'w:ruby',
]);

/** Reads the runs and their wrappers in a paragraph. */
export function readInline(nodes: readonly XmlElement[], context: InlineContext): void {
  for (const node of nodes) readInlineNode(node, context);
}

function readInlineNode(node: XmlElement, context: InlineContext): void {
  if (node.name === 'w:r') readRun(node, context);
  else if (wrappers.has(node.name)) readInline(elementsOf(node), context);
  else if (node.name === 'w:fldSimple') readSimpleField(node, context);
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

/** A field in one piece prints what it holds; one that numbers holds nothing. */
function readSimpleField(field: XmlElement, context: InlineContext): void {
  const number = context.numbered(field.attributes.get('w:instr') ?? '');
  const inner = elementsOf(field);
  const { into, fields, styles, style } = context;
  if (number !== null && inner.length === 0) into.number(number, styles.run(style, null), fields.inContents);
  readInline(inner, context);
}

function readRun(run: XmlElement, context: InlineContext): void {
  const rPr = child(run, 'w:rPr');
  const look = context.styles.run(context.style, rPr);
  const level = levels[valueOf(rPr, 'w:vertAlign') ?? ''] ?? onLine;
  for (const node of elementsOf(run)) readRunNode(node, look, level, context);
}

/** Digits in their place above, on or below the line. */
type Level = (digits: string) => string;
const onLine: Level = (text) => text;
const levels: Readonly<Record<string, Level>> = { superscript: raised, subscript: lowered };

/** The words of a run as they are seen. */
function shownText(node: XmlElement, look: RunProperties, level: Level, { tally }: InlineContext): string {
  const text = level(textOf(node));
  return isPictureFont(look.latin) ? asPictured(text, look.latin, () => tally.ignore('symbols')) : text;
}

function readRunNode(node: XmlElement, look: RunProperties, level: Level, context: InlineContext): void {
  // Field marks count even where they are hidden: the text around them depends on them.
  if (readFieldMark(node, look, context)) return;
  if (look.hidden === true || !context.fields.visible) return;
  const { into, fields } = context;
  switch (node.name) {
    case 'w:t':
      return look.struck === true
        ? context.tally.ignore('struck')
        : into.add(shownText(node, look, level, context), look, fields.inContents);
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
      for (const inner of elementsOf(chosenBranch(node) ?? node)) readRunNode(inner, look, level, context);
      return;
    case 'w:object':
      return context.tally.ignore(objectIn(node));
    case 'w:drawing':
    case 'w:pict':
      return readDrawing(node, context);
  }
}

/** True when the node was a mark of a field. */
function readFieldMark(node: XmlElement, look: RunProperties, { fields, into, numbered }: InlineContext): boolean {
  if (node.name === 'w:instrText') {
    fields.instruct(textOf(node));
    return true;
  }
  if (node.name !== 'w:fldChar') return false;
  const kind = node.attributes.get('w:fldCharType');
  if (kind === 'begin') fields.begin(node);
  else if (kind === 'separate') fields.separate();
  else if (kind === 'end') {
    const printed = fields.end(look.hidden === true ? () => null : numbered);
    if (fields.visible && look.hidden !== true) into.number(printed, look, fields.inContents);
  }
  return true;
}

function readSymbol(node: XmlElement, look: RunProperties, { into, fields, tally }: InlineContext): void {
  const [font, code] = [node.attributes.get('w:font') ?? '', node.attributes.get('w:char') ?? ''];
  if (!/^[0-9a-f]{1,4}$/i.test(code)) return;
  const value = Number.parseInt(code, 16);
  if (!isPictureFont(font)) return into.add(String.fromCharCode(value), look, fields.inContents);
  const shown = pictured(font, value);
  if (shown === null) tally.ignore('symbols');
  else into.formula(shown, fields.inContents);
}

/** Programs whose objects are sheets (Excel, WPS 表格) or formulas. */
const sheetProgram = /^(?:excel|et\.|ket\.|.*spreadsheet)/i;
const formulaProgram = /^(?:equation|mathtype|kwps\.equation)/i;

/** What an embedded object is, by the program that made it. */
function objectIn(element: XmlElement): Ignored {
  const program = programOf(element) ?? '';
  return sheetProgram.test(program) ? 'sheets' : formulaProgram.test(program) ? 'formulas' : 'objects';
}

const programOf = (element: XmlElement): string | undefined =>
  element.name === 'o:OLEObject'
    ? element.attributes.get('ProgID')
    : elementsOf(element).reduce<string | undefined>((found, node) => found ?? programOf(node), undefined);

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
      return context.tally.ignore(objectIn(drawing));
    case 'w:control':
      return context.tally.ignore('objects');
  }
  for (const node of elementsOf(drawing)) readDrawing(node, context);
}
