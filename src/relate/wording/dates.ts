import type { Reading } from '../../model/reading.js';
import type { WordsRelation } from '../../model/relation.js';
import { quoted, wordsRelation } from '../quoted.js';

const kindsOfYear = new Set(['final_dept', 'perf_dept', 'perf_project']);

/** Reports filled in before their year was over. */
export function datesChecked({ paragraphs, metadata }: Reading): WordsRelation[] {
  const { filledOn, reportYear, reportKind } = metadata;
  if (filledOn === null || reportYear === null || !kindsOfYear.has(reportKind ?? '')) return [];
  const [year = '', month = '', day = ''] = filledOn.split('-').map((it) => String(Number(it)));
  const printed = new RegExp(`${year}\\s*[年.-]\\s*0?${month}\\s*[月.-]\\s*0?${day}[日号]?`);
  const placed = paragraphs.findLast(({ block }) => printed.test(block.text));
  const words = placed && printed.exec(placed.block.text);
  if (!placed || !words) return [];
  const holds = filledOn >= `${reportYear}-07-01`;
  const exhibit = quoted(placed.block, words.index, words[0], placed.heading);
  return [wordsRelation('filled-after-year', exhibit, holds, { wanted: `${reportYear}年度结束以后` })];
}
