#!/usr/bin/env node
// Runs cases.jsonl of a shared folder on the built project: pages of text and tables with the finding that is expected, or none.
// Prints one line a case and `N/M as expected, D declared wrong`; a case that is declared wrong here says why.
//
//   node test/cases.mjs ../shared/domain/cases.jsonl
import { readFileSync } from 'node:fs';
import { analyze, parseNumber } from '../dist/index.js';
import { examine } from '../dist/pipeline/analyze.js';
import { extract } from '../dist/extract/extract.js';
import { gridOf } from '../dist/extract/tables/grid.js';
import { headerRowsOf } from '../dist/extract/tables/shape.js';
import { blockId, plainLook, tableText } from '../dist/model/document.js';
import { defaultRulebook } from '../dist/rulebook/rulebook.js';
import { tableKindOf } from '../dist/rulebook/tables.js';

const rulebook = defaultRulebook();

/** Rules whose findings answer for a kind of finding that the cases name. */
const rules = {
  'total-balance': ['income-equals-spending'],
  'table-missing': ['required-tables'],
  'year-mismatch': ['title-year', 'as-of-date'],
  'empty-table-note-wrong': ['empty-table-note-subject', 'empty-table-note'],
  'empty-table-note-missing': ['empty-table-unexplained'],
  'subject-name-mismatch': ['account-name'],
  'intertable-mismatch': ['table-against-table', 'budget-income-against-summary', 'budget-spending-against-summary'],
  'direction-contradiction': ['sibling-directions'],
  'template-residue': ['template-residue'],
  'percent-recalc': ['growth-rate', 'completion-rate', 'share-of-total', 'change-amount'],
  // an amount that fits neither the item's own nor its growth is one finding, led by the graver
  'item-amount-conflict': ['item-amount', 'growth-rate'],
  'scope-term': ['scope-words'],
  punctuation: ['doubled-words', 'unpaired-marks'],
  'text-table-mismatch': ['text-against-table', 'text-near-table'],
  'row-sum': ['table-row-total', 'final-spending-row', 'final-general-row', 'budget-spending-row'],
};

const declaredWrong = {
  common_code_mirror_rule_detects_amount_mismatch:
    'Amounts of one code need not agree between income and spending: money carried over is spent without being income of the year.',
  budget_cross_table_rule_emits_multi_page_refs:
    'A department with income besides fiscal appropriations has two different totals; the case itself calls it debatable.',
  narrative_rule_emits_section_and_table_pages:
    'The table gives its amount in the column of labels and its label in the column of amounts: what the amount is of is not certain.',
};

const page = { page: null, stretches: [] };
function block(given, index, number) {
  const base = { id: blockId(index), page: number, stretches: [] };
  if (typeof given === 'string') return { ...base, kind: 'paragraph', text: given, label: null, look: plainLook };
  const cells = given.flatMap((row, r) =>
    row.map((text, c) => ({ row: r, col: c, rowSpan: 1, colSpan: 1, text: text ?? '', ...page, page: number })),
  );
  const columns = Math.max(...given.map((row) => row.length));
  return { ...base, kind: 'table', text: tableText(cells), rows: given.length, columns, headerRows: 0, cells };
}

/** Each page's lines as paragraphs, then its tables. */
function documentOf(pages) {
  const given = pages.flatMap(({ text, tables = [] }, i) =>
    [...text.split('\n').filter((line) => line.trim() !== ''), ...tables].map((it) => [it, i + 1]),
  );
  const blocks = given.map(([it, number], index) => block(it, index, number));
  return { format: 'pdf', pages: pages.length, blocks, problems: [], partial: false };
}
const check = (pages) => examine(documentOf(pages), { file: 'case.pdf', sha256: '0'.repeat(64) }, rulebook).findings;

const bare = (text) => text.normalize('NFKC').replace(/[\s"“”]/g, '');
function shows(finding, { quote = [], computed = [] }) {
  const said = bare(
    [finding.message, finding.arithmetic, ...finding.evidence.flatMap((it) => [it.text, it.context])].join(' '),
  );
  return [...quote, ...computed].every((words) => said.includes(bare(words)));
}

/** What is wrong with a case; null where it comes out as expected. */
const tasks = {
  check({ pages, expected, none_of: never }) {
    const findings = check(pages);
    if (expected === 'none') {
      const told = findings.filter((it) => (rules[never] ?? [it.rule]).includes(it.rule));
      return told.length === 0 ? null : told.map((it) => it.message).join('; ');
    }
    const missing = expected.filter(
      (want) => !findings.some((it) => (rules[want.kind] ?? []).includes(it.rule) && shows(it, want)),
    );
    return missing.length === 0 ? null : `no ${missing.map((it) => it.kind)}; found ${findings.map((it) => it.rule)}`;
  },
  parse_number({ input, expected }) {
    const found = parseNumber(input);
    return (found === null ? null : Number(found)) === expected ? null : `read as ${found}`;
  },
  header_rows({ input, expected }) {
    const table = block(input, 0, 1);
    const found = headerRowsOf(table, gridOf(table));
    return found === expected ? null : `${found} header rows`;
  },
  table_kind({ input, expected }) {
    const kinds = { budget_basic: 'basic_expenditure', budget_spending: 'expenditure' };
    const found = tableKindOf(input.title, rulebook.tables);
    return (kinds[found] ?? found) === expected ? null : `kind ${found}`;
  },
  table_merge({ input, expected }) {
    const { tables } = extract(documentOf(input.map(({ rows }) => ({ text: '', tables: [rows] }))), rulebook);
    const percent = tables.flatMap((it) => it.columns).filter((it) => /%$/.test(it.path.at(-1) ?? ''));
    const row = tables.some((it) => it.rows.some((at) => at.label === expected.has_row && at.role === 'data'));
    return row && percent.every((it) => it.role === 'rate') ? null : 'row or rate column lost';
  },
  async report_year({ input, expected }) {
    const text = input.pages.join('\n');
    const { reportYear } = await analyze(new TextEncoder().encode(text), input.filename.replace(/\.pdf$/, '.txt'));
    return reportYear === expected ? null : `year ${reportYear}`;
  },
};

let held = 0;
let wrong = 0;
const lines = readFileSync(process.argv[2] ?? '../shared/domain/cases.jsonl', 'utf8')
  .trim()
  .split('\n');
for (const line of lines) {
  const given = JSON.parse(line);
  const fault = await tasks[given.task](given);
  if (fault === null) held++;
  else if (declaredWrong[given.id]) wrong++;
  console.log(
    `${fault === null ? 'ok   ' : declaredWrong[given.id] ? 'wrong' : 'FAIL '} ${given.id}${fault === null ? '' : `: ${declaredWrong[given.id] ?? fault}`}`,
  );
}
console.log(`${held}/${lines.length} as expected, ${wrong} declared wrong`);
process.exit(held + wrong === lines.length ? 0 : 1);
