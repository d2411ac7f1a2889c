import type { Block } from '../../model/document.js';
import type { Mention, Passage, Reading, TableReading } from '../../model/reading.js';
import type { Doubt, WordsRelation } from '../../model/relation.js';
import type { Classifications } from '../../rulebook/classification.js';
import { failingOrOne, quoted, wordsRelation } from '../quoted.js';
import type { NarratedItem } from '../structure/narrated-items.js';
import { accountsOf } from './listed-subjects.js';
import { Subjects } from './subjects.js';

const otherYear: Doubt = { status: 'ambiguous', reason: 'the sentence speaks of another year' };
const misread: Doubt = {
  status: 'ambiguous',
  reason: 'most rows of the table differ: its columns may have been misread',
};

/** A list names so many 类 before it is one of subjects. */
const fewest = 2;

/** 按功能分类：社会保障和就业支出41.45万元，卫生健康支出8.89万元: the 类 that a paragraph lists with their amounts. */
function listedIn({ mentions, text, heading }: Passage, block: Block, subjects: Subjects): WordsRelation[] {
  const named = mentions.flatMap((it) => {
    const name = it.figure.label.replace(/（类）$/, '');
    const code = it.figure.kind === 'money' ? subjects.groupCalled(name) : null;
    return code !== null && /支出$/.test(name) ? [{ it, code, name }] : [];
  });
  if (new Set(named.map(({ code }) => code)).size < fewest) return [];
  return named.flatMap(({ it, code, name }): WordsRelation[] => {
    const at = text.lastIndexOf(name, it.figure.start);
    if (at < 0) return [];
    const wanted = subjects.wanted(code, name);
    const doubt = wanted !== null && speaksOfAnother(text, it, subjects.year) ? otherYear : null;
    const words = quoted(block, at, name, heading);
    return [wordsRelation('account-of-year', words, wanted === null, { wanted: wanted ?? '', doubt })];
  });
}

/** How far before a figure the year of its sentence is looked for. */
const farthest = 200;

function speaksOfAnother(text: string, { figure }: Mention, year: number): boolean {
  const before = text.slice(Math.max(0, figure.start - farthest), figure.start);
  const sentence = before.slice(before.lastIndexOf('。') + 1);
  return (
    /上年|去年|以前年度/.test(sentence) ||
    [...sentence.matchAll(/(?:19|20)\d{2}(?=年)/g)].some((it) => Number(it[0]) !== year)
  );
}

/** 医疗卫生与计划生育支出（类）行政事业单位医疗（款）…（项）: the 类 and the 款 of each item told of. */
function narratedIn(items: readonly NarratedItem[], subjects: Subjects): WordsRelation[] {
  return items.flatMap(({ placed: { block, heading }, names: [kind, group], at }): WordsRelation[] => {
    const code = subjects.groupCalled(kind);
    if (code === null) return [];
    const of = (name: string, own: string, from: number): WordsRelation[] => {
      const start = block.text.indexOf(name, from);
      const wanted = subjects.wanted(own, name);
      const words = quoted(block, start, name, heading);
      return start < 0 ? [] : [wordsRelation('account-of-year', words, wanted === null, { wanted: wanted ?? '' })];
    };
    const within = subjects.codeCalled(group, code);
    return [...of(kind, code, at), ...(within === null ? [] : of(group, within, at + kind.length))];
  });
}

/** So many of a table's rows whose code and name do not belong together are no misprint. */
const mostWrong = 0.2;

function rowsIn(reading: TableReading, subjects: Subjects): WordsRelation[] {
  const rows = accountsOf(reading).map((it) => ({
    ...it,
    wanted: subjects.wanted(it.code, it.name),
    other: subjects.rightful(it.code, it.name),
    known: subjects.known(it.code, it.name),
  }));
  const wrong = rows.filter(({ other }) => other !== null);
  const told = rows.filter(({ known, other }) => known || other !== null);
  const doubt = wrong.length > 1 && wrong.length > mostWrong * told.length ? misread : null;
  const years = rows
    .filter(({ known }) => known)
    .map(({ exhibit, wanted }) => wordsRelation('account-of-year', exhibit, wanted === null, { wanted: wanted ?? '' }));
  const codes = told.map(({ exhibit, other, beside }) =>
    wordsRelation('code-against-name', exhibit, other === null, {
      wanted: other ?? '',
      against: beside ? [beside] : [],
      doubt,
    }),
  );
  return [...failingOrOne(years), ...failingOrOne(codes)];
}

/** Subjects by function under the names of the year reported on, and each beside its own code. */
export function accountYears(
  reading: Reading,
  items: readonly NarratedItem[],
  classifications: Classifications,
): WordsRelation[] {
  const { reportYear } = reading.metadata;
  if (reportYear === null) return [];
  const subjects = new Subjects(classifications, reportYear);
  const blocks = new Map(reading.blocks.map((it) => [it.id, it]));
  const listed = reading.passages.flatMap((it) => {
    const block = blocks.get(it.block);
    return block ? failingOrOne(listedIn(it, block, subjects)) : [];
  });
  return [
    ...listed,
    ...failingOrOne(narratedIn(items, subjects)),
    ...reading.tables.flatMap((it) => rowsIn(it, subjects)),
  ];
}
