import { dense } from '../../model/dense.js';
import type { Fields } from './sources.js';

const mark = '\\s*(?:（[^）]*）|\\([^)]*\\))?\\s*[:：]\\s*';
/** A wide gap or the next key ends a value. */
const valueEnd = /\t|\n|\s{2,}|\u3000{2,}|[\s\u3000]*[\p{Script=Han}]{2,8}(?:（[^）]*）)?[:：]/u;

/** Characters set wide; a key where a colon is behind them: `填 报 单 位：`. */
const wide = /(?:\p{Script=Han}[ \u3000]{1,8})+\p{Script=Han}(?=([ \u3000]*[:：])?)/gu;
const narrow = (text: string): string =>
  text.replace(wide, (words, colon: string | undefined) => (colon === undefined ? words : dense(words)));

function valueIn(text: string, keyed: RegExp, nextKey: RegExp): string | null {
  const match = /[:：]/.test(text) ? keyed.exec(text) : null;
  if (!match) return null;
  const rest = text.slice(match.index + match[0].length);
  const known = nextKey.exec(rest);
  const value = known ? rest.slice(0, known.index) : rest;
  const end = valueEnd.exec(value);
  return dense(end ? value.slice(0, end.index) : value);
}

/** Values printed behind a key, on its line, on the next one, or in the cell beside it; in the order they stand. */
export function valuesOf(fields: Fields, key: RegExp, nextKey: RegExp): readonly string[] {
  const keyed = new RegExp(`(?<!\\p{Script=Han})(?:${key.source})${mark}`, 'u');
  const whole = new RegExp(`^(?:${key.source})(?:（[^）]*）|\\([^)]*\\))?[:：]?$`, 'u');
  const lines = fields.lines.map(narrow);
  const beside = lines.flatMap((text, at) => {
    const value = valueIn(text, keyed, nextKey);
    return value === null ? [] : [value === '' ? dense(lines[at + 1] ?? '') : value];
  });
  const inCells = fields.rows.flatMap((row) =>
    row.flatMap((cell, at) => {
      if (whole.test(cell)) return [row[at + 1] ?? ''];
      return [valueIn(cell, keyed, nextKey) ?? ''];
    }),
  );
  return [...beside, ...inCells].filter((value) => value !== '');
}
