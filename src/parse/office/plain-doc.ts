import WordExtractor from 'word-extractor';
import type { Document } from '../../model/document.js';
import { problem } from '../../model/problem.js';
import { blocksOfText } from '../text/parse-text.js';

/** A row of a table ends with the mark of a cell; the rows of one table may run into each other, so that their cells have no place. */
const isRow = (line: string): boolean => line.endsWith('\t');

/** The words of a DOC without its tables, whose cells cannot be told apart here; null where the file is damaged. */
export async function parsePlainDoc(bytes: Uint8Array, file: string): Promise<Document | null> {
  let text: string;
  try {
    const document = await new WordExtractor().extract(Buffer.from(bytes));
    text = [document.getBody(), document.getFootnotes(), document.getEndnotes()].join('\n');
  } catch {
    return null;
  }
  const lines = text.split('\n');
  const tables = lines.filter((line, i) => isRow(line) && !isRow(lines[i - 1] ?? '')).length;
  const blocks = blocksOfText(lines.filter((line) => !isRow(line)));
  const told = problem('DOC_WITHOUT_TABLES', { file, count: tables });
  return { format: 'doc', pages: null, blocks, problems: [told], partial: true };
}
