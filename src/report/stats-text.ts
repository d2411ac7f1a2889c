import Table from 'cli-table3';
import type { Language } from '../model/catalogue.js';
import type { DatabaseStats } from '../model/database-stats.js';
import { word } from '../model/words.js';
import { bytesText } from './amount-text.js';

/** A table of tables, and what all of it comes to. */
export function statsText(measured: DatabaseStats, language: Language): string {
  const { path, documents, ratio, bytes, logBytes, freeBytes, textBytes, tables } = measured;
  const table = new Table({
    head: (['table', 'rows', 'bytes'] as const).map((key) => word(key, language)),
    colAligns: ['left', 'right', 'right'],
    style: { head: [], border: [] },
  });
  for (const it of tables) table.push([it.table, it.rows === null ? '' : String(it.rows), bytesText(it.bytes)]);
  const sizes = {
    bytes: bytesText(bytes),
    log: bytesText(logBytes),
    free: bytesText(freeBytes),
    text: bytesText(textBytes),
  };
  const total = word('databaseStats', language, { path, documents, ratio: ratio ?? word('none', language), ...sizes });
  return `${table.toString()}\n${total}\n`;
}
