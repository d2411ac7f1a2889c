import {
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type ISectionOptions,
} from 'docx';
import type { Language } from '../../model/catalogue.js';
import { standing } from '../../model/review.js';
import { visible } from '../../model/visible.js';
import { word, type WordKey } from '../../model/words.js';
import { findingArithmetic } from '../finding-arithmetic.js';
import { placeText } from '../finding-place.js';
import { pngSize } from '../xlsx/drawing.js';
import type { PaperFinding } from './paper.js';
import { headFields, pathOf, type WrittenPaper } from './workbook.js';

/** Pixels that a picture is wide at most. */
const pictureWidth = 440;
const font = { ascii: 'Times New Roman', eastAsia: '宋体', hAnsi: 'Times New Roman' };

/** A working paper as a DOCX: its head, and for each finding what was done, quoted and concluded, with its index number. */
export async function writtenDocument(paper: WrittenPaper, language: Language): Promise<Uint8Array> {
  const say = (key: WordKey): string => word(key, language);
  const head = headFields(paper.head, paper.findings.length);
  const children: ISectionOptions['children'] = [
    new Paragraph({ text: say('paperTitle'), heading: HeadingLevel.TITLE }),
    grid(head.map(([key, value]) => [say(key), [value]])),
    ...paper.findings.flatMap((it) => section(it, paper, language)),
    new Paragraph({ text: say('paperMarks'), heading: HeadingLevel.HEADING_2 }),
    new Paragraph(say('paperMarksText')),
    new Paragraph({ text: say('paperSources'), heading: HeadingLevel.HEADING_2 }),
    ...paper.sources.map(({ path, sha256 }) => new Paragraph(`${visible(path)}  SHA-256 ${sha256}`)),
  ];
  const footer = new Footer({
    children: [new Paragraph({ children: [new TextRun({ children: [PageNumber.CURRENT] })] })],
  });
  const document = new Document({
    creator: 'gouji',
    styles: { default: { document: { run: { font } } } },
    sections: [{ children, footers: { default: footer } }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function section(it: PaperFinding, { rules, head }: WrittenPaper, language: Language): (Paragraph | Table)[] {
  const say = (key: WordKey): string => word(key, language);
  const { listed, index, message, operands, crops } = it;
  const { finding, review, document, number } = listed;
  const rule = rules.find(({ id }) => id === finding.rule);
  const last = standing(review.events).findLast(({ action }) => action !== 'comment');
  const quotes = [...new Set(operands.map(({ printed, context }) => context || printed))];
  const status = [say(review.status), last?.reason ?? '', last ? `${last.by} ${last.at.slice(0, 10)}` : ''];
  const pictures = crops.flatMap((crop) => ('png' in crop ? [picture(crop.png)] : []));
  return [
    new Paragraph({ text: visible(`${index}  ${message}`), heading: HeadingLevel.HEADING_2 }),
    grid([
      [say('paperIndex'), [`${index} (#${number})`]],
      [say('document'), [document.title ?? document.file, pathOf(listed)]],
      [say('place'), placeText(listed.at, language).split('\n')],
      [say('paperProcess'), [rule ? `${rule.title}：${rule.why}` : finding.rule, findingArithmetic(finding, language)]],
      [say('quote'), quotes],
      [
        say('paperConclusion'),
        [`[${say(finding.severity)}] ${message}`, status.filter((words) => words !== '').join('  ')],
      ],
      [say('paperPreparedBy'), [`${head.preparedBy}  ${head.preparedOn}`]],
      [say('paperReviewedBy'), [head.reviewedBy]],
    ]),
    ...pictures,
  ];
}

function grid(rows: readonly (readonly [string, readonly string[]])[]): Table {
  const cell = (children: Paragraph[], size: number): TableCell =>
    new TableCell({ children, width: { size, type: WidthType.PERCENTAGE } });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      ([name, lines]) =>
        new TableRow({
          cantSplit: false,
          children: [
            cell([new Paragraph({ children: [new TextRun({ text: name, bold: true })] })], 20),
            cell(
              lines.filter((it, at) => it !== '' || at === 0).map((it) => new Paragraph(visible(it))),
              80,
            ),
          ],
        }),
    ),
  });
}

function picture(png: Uint8Array): Paragraph {
  const { width, height } = pngSize(png);
  const shrunk = Math.min(1, pictureWidth / width);
  const transformation = { width: Math.round(width * shrunk), height: Math.round(height * shrunk) };
  return new Paragraph({ children: [new ImageRun({ type: 'png', data: Buffer.from(png), transformation })] });
}
