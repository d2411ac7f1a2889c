import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/model/document.js';
import { formatNumber } from '../../../src/parse/docx/number-formats.js';
import { docxOf } from '../read.js';
import { everyNumber, labelsIn, type LabelsBySection } from './numbering/every-number.js';

/** What LibreOffice prints: made by fixtures/build/print-labels.ts, kept so that the test needs no LibreOffice. */
const printed = labelsIn(readFileSync(new URL('./numbering/libreoffice.txt', import.meta.url), 'utf8').split('\n'));

const linesOf = (block: Block): string[] => {
  if (block.kind === 'table') return block.cells.map((cell) => cell.text);
  if (block.kind !== 'paragraph' || block.label === null) return [block.text];
  return [`${block.label} ${block.text.slice(block.label.length).trimStart()}`];
};

async function readLabels(): Promise<LabelsBySection> {
  const { blocks } = await docxOf(everyNumber());
  return labelsIn(blocks.flatMap(linesOf));
}

/** Formats that LibreOffice does not know and prints in other digits, with what Word prints: number-formats.test.ts has their rows. */
const unknownToLibreOffice: Readonly<Record<string, string>> = {
  decimalFullWidth: 'decimal',
  decimalFullWidth2: 'decimal',
  decimalEnclosedParen: 'decimal',
  decimalEnclosedFullstop: 'decimal',
  numberInDash: 'decimal',
  hex: 'decimal',
  taiwaneseDigital: 'decimal',
  ideographZodiacTraditional: 'decimal',
  // read as counting, though §17.18.59 writes it digit by digit
  ideographDigital: 'chineseCountingThousand',
  // §17.18.59: ideographs in circles, not digits
  ideographEnclosedCircle: 'decimalEnclosedCircle',
};

/** Sections in which LibreOffice departs from Word and the standard: why, and the labels that differ. */
const departures: Readonly<
  Record<string, { readonly why: string; readonly labels: Readonly<Record<string, string>> }>
> = {
  chineseCounting: {
    why: 'from 100 on its digits stand in a row (§17.18.59); that is where it differs from chineseCountingThousand',
    labels: digitsInARow(),
  },
  taiwaneseCounting: { why: 'as chineseCounting', labels: digitsInARow() },
  'a start override that the level begins at each time': {
    why: 'only the override of the first level is kept (§17.9.26: whenever the level begins)',
    labels: { 2: '（四）', 3: '（五）', 5: '（四）' },
  },
  'a level of its own in place of the list’s': { why: 'decimalFullWidth is not known', labels: { 2: '第２项' } },
  'never starting again': { why: 'lvlRestart is not read (§17.9.10)', labels: { 5: '第三条', 7: '第四条' } },
  'starting again only under the first level': {
    why: 'lvlRestart is not read (§17.9.10)',
    labels: { 5: '（2）', 6: '（3）' },
  },
  'legal numbering': {
    why: 'isLgl is not read (§17.9.4)',
    labels: { 2: '1.1', 3: '1.2', 4: '1.2.1', 6: '2.1', 7: '2.1.1' },
  },
  bullet: { why: 'a bullet is no number: it makes no label', labels: noLabels('bullet') },
  'bullets between numbers': {
    why: 'a bullet is no number: it makes no label',
    labels: { 2: '', 3: '', 6: '' },
  },
  'other paragraphs between': { why: 'a deleted paragraph is printed and counted', labels: { 4: '五、' } },
};

function digitsInARow(): Record<string, string> {
  const above = [...(printed.get('chineseCounting') ?? []).keys()].filter((value) => Number(value) >= 100);
  return Object.fromEntries(above.map((value) => [value, `${formatNumber(Number(value), 'ideographDigital')}、`]));
}

function noLabels(section: string): Record<string, string> {
  return Object.fromEntries([...(printed.get(section) ?? [])].map(([at]) => [at, '']));
}

describe('labels are those that LibreOffice prints', async () => {
  const read = await readLabels();

  it('of every section', () => {
    expect([...read.keys()]).toEqual([...printed.keys()]);
    expect(printed.size).toBeGreaterThan(50);
  });

  it.each([...printed.keys()].filter((name) => !(name in unknownToLibreOffice)))('%s', (name) => {
    const expected = Object.fromEntries(printed.get(name) ?? []);
    const { labels } = departures[name] ?? { labels: {} };
    for (const [at, label] of Object.entries(labels)) expect(label, 'no departure any more').not.toBe(expected[at]);
    expect(Object.fromEntries(read.get(name) ?? [])).toEqual({ ...expected, ...labels });
  });

  it.each(Object.entries(unknownToLibreOffice))('%s, which LibreOffice prints as %s', (name, instead) => {
    expect(printed.get(name)).toEqual(printed.get(instead));
    const ours = [...(read.get(name) ?? [])].map(([value]) => [value, `${formatNumber(Number(value), name)}、`]);
    expect([...(read.get(name) ?? [])]).toEqual(ours);
    expect(read.get(name)).not.toEqual(printed.get(name));
  });
});
