import { assert, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvLine, protectedText, type CsvValue } from '../../src/report/csv.js';

/** A reader of RFC 4180 that knows nothing of the writer. */
function read(line: string): string[] {
  const cells = [''];
  let quoted = false;
  for (const character of line.slice(0, -2)) {
    const last = cells.length - 1;
    if (character === '"') {
      // The second quote of a pair, which stands for one, opens the cell again.
      if (!quoted && cells[last] !== '') cells[last] += '"';
      quoted = !quoted;
    } else if (character === ',' && !quoted) cells.push('');
    else cells[last] += character;
  }
  return cells;
}

describe('a line of CSV', () => {
  const cases: readonly [why: string, values: readonly CsvValue[], line: string][] = [
    ['text is quoted, numbers are bare', ['合计', 12, '-12.30', '2024'], '"合计",12,-12.30,2024\r\n'],
    ['nothing for null, nor for an empty text', ['a', null, ''], '"a",,\r\n'],
    ['quotes are doubled, breaks kept', ['a"b', 'c\nd'], '"a""b","c\nd"\r\n'],
    ['a formula becomes text', ['=1+1', '+1 a', '-x', '@a'], `"'=1+1","'+1 a","'-x","'@a"\r\n`],
    ['a full-width sign counts too', ['＝1', '＋1', '－1', '＠a'], `"'＝1","'＋1","'－1","'＠a"\r\n`],
    ['behind spaces', [' =1', '\u00a0=1', '\u200b=1'], `"' =1","'\u00a0=1","'\u200b=1"\r\n`],
    ['on a second line', ['a\n=1', 'a\r\n =1'], `"'a\n=1","'a\r\n =1"\r\n`],
    ['a sign inside is nothing', ['12 + 7 = 19', '2024-03-01'], '"12 + 7 = 19","2024-03-01"\r\n'],
    ['what only begins like a number is text', ['1.', '1e5', '--1'], `"1.","1e5","'--1"\r\n`],
  ];
  test.each(cases)('%s', (_why, values, line) => expect(csvLine(values)).toBe(line));

  test('whatever the text, another reader gets it back, and no line of it starts a formula', () => {
    assert(
      property(string({ unit: 'binary' }), (text) => {
        const [cell = '', last] = read(csvLine([text, 'end']));
        expect(last).toBe('end');
        expect([text, `'${text}`]).toContain(cell);
        if (!/^-?\d+(\.\d+)?$/.test(cell)) expect(cell).not.toMatch(/^\s*[=+\-@]/);
      }),
    );
    expect(protectedText('合计')).toBe('合计');
  });
});
