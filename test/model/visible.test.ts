import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { visible, visibleCells, visibleJson, visibleLines } from '../../src/model/visible.js';

const cases: readonly [why: string, text: string, shown: string][] = [
  ['plain words stay', '青石镇（本级）2024.docx', '青石镇（本级）2024.docx'],
  ['colour and cursor commands', '\u001b[31m红', '\\u{1b}[31m红'],
  ['a C1 control', 'a\u009b2J', 'a\\u{9b}2J'],
  ['a line feed cannot fake a second line', 'a\nb', 'a\\nb'],
  ['a carriage return cannot overwrite', 'a\rb', 'a\\u{0d}b'],
  ['an override cannot turn a name around', 'cod.\u202excod', 'cod.\\u{202e}xcod'],
  ['half a character', 'a\ud800b', 'a\\u{d800}b'],
  ['a whole one beyond the BMP', '𠮷野', '𠮷野'],
];
test.each(cases)('%s', (_why, text, shown) => expect(visible(text)).toBe(shown));

test('lines of composed text stay lines', () => {
  expect(visibleLines('a\u001b\nb\tc\r\n')).toBe('a\\u{1b}\nb c\\u{0d}\n');
});

test('a cell keeps its breaks and tabs, but no carriage return that overwrites', () => {
  expect(visibleCells('a\r\nb\tc\rd\u202e\n')).toBe('a\r\nb\tc\\u{0d}d\\u{202e}\n');
});

test('JSON reads back the same', () => {
  assert(
    property(string({ unit: 'binary' }), (text) => {
      const json = visibleJson(JSON.stringify({ [text]: text }, null, 2));
      expect(JSON.parse(json)).toEqual({ [text]: text });
      expect(json).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u);
    }),
  );
});

test('nothing that acts is left', () => {
  assert(property(string({ unit: 'binary' }), (text) => void expect(visible(text)).not.toMatch(/\p{Cc}/u)));
});
