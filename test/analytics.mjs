// Compares what one SQL query says of the corpus with the gold tables: income and spending of every final account and budget in
// yuan, and name, weight and score of every row of the score sheets. Used by floors.mjs.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';

const scales = { 元: 0, 万元: 4, 亿元: 8 };
const dense = (text) => text.replace(/[\s\u3000]+/g, '');

/** A printed amount in 1/10,000 yuan. */
function e4(printed, unit) {
  const [whole, part = ''] = printed.replace(/,/g, '').split('.');
  return BigInt(whole + part.padEnd(4 + scales[unit], '0').slice(0, 4 + scales[unit]));
}

/** The amount in the cell right of one of the names; null where the table has none. */
function besides(table, names) {
  for (const row of table.cells) {
    const at = row.findIndex((cell) => names.includes(dense(cell)));
    if (at >= 0 && /^[\d,.]+$/.test(row[at + 1] ?? '')) return e4(row[at + 1], table.unit);
  }
  return null;
}

const summary = /^(?!.*财政拨款).*(?:收入支出|收支)(?:决算|预算)总表$/;

function goldAccounts(gold) {
  const table = (gold.tables ?? []).find((it) => summary.test(it.title ?? '') && scales[it.unit] !== undefined);
  if (!table) return [];
  return [
    ['income', besides(table, ['本年收入合计']) ?? besides(table, ['收入总计'])],
    ['spending', besides(table, ['本年支出合计']) ?? besides(table, ['支出总计'])],
  ].filter(([, value]) => value !== null);
}

function goldIndicators(gold) {
  const table = (gold.tables ?? []).find((it) => it.cells[0]?.includes('三级指标') && it.cells[0].includes('得分'));
  if (!table) return [];
  const [name, weight, score] = ['三级指标', '分值', '得分'].map((it) => table.cells[0].indexOf(it));
  return table.cells.slice(1).map((row) => `${dense(row[name]) || '合计'} ${row[weight]} ${row[score]}`);
}

/** `{ 'analytics.accounts': percent, 'analytics.indicators': percent }` of the gold figures that the database gives alike. */
export function analytics(corpus) {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-analytics-'));
  try {
    const path = join(folder, 'a.db');
    const golds = readdirSync(corpus)
      .filter((it) => it.endsWith('.gold.json'))
      .map((it) => JSON.parse(readFileSync(join(corpus, it), 'utf8')))
      .filter((gold) => goldAccounts(gold).length + goldIndicators(gold).length > 0);
    const files = golds.map(({ file }) => join(corpus, basename(file)));
    spawnSync('node', ['dist/cli/main.js', 'import', ...files, '--db', path], { encoding: 'utf8' });
    const database = new BetterSqlite3(path, { readonly: true }).defaultSafeIntegers();
    const tally = { accounts: [0, 0], indicators: [0, 0] };
    const say = (key, right, what) => {
      tally[key][1]++;
      if (right) tally[key][0]++;
      else console.log(`analytics: not as in the document: ${what}`);
    };
    for (const gold of golds) {
      const file = basename(gold.file);
      const [report] = database.prepare('SELECT min(document) AS document FROM v_documents WHERE file = ?').all(file);
      // A DOCX and its PDF are one report, of which one edition counts.
      const row = database
        .prepare(
          `SELECT s.* FROM v_income_spending s JOIN v_reports chosen ON chosen.document = s.document
           JOIN v_reports own ON own.title = chosen.title AND own.report_year = chosen.report_year
           WHERE own.document = ? AND s.fund = 'all'`,
        )
        .get(report.document);
      for (const [name, value] of goldAccounts(gold))
        say('accounts', row?.[`${name}_e4`] === value, `${file} ${name}: ${value} beside ${row?.[`${name}_e4`]}`);
      const rows = database
        .prepare(
          `SELECT name || ' ' || weight || ' ' || score AS line FROM v_indicators
           WHERE document = ? AND kind <> 'result' AND score IS NOT NULL ORDER BY seq`,
        )
        .all(report.document)
        .map(({ line }) => line);
      goldIndicators(gold).forEach((line, at) =>
        say('indicators', rows[at] === line, `${file}: ${line} beside ${rows[at]}`),
      );
    }
    database.close();
    const percent = ([right, all]) => (all === 0 ? 0 : Number(((100 * right) / all).toFixed(1)));
    console.log(`\n== analytics: accounts ${tally.accounts.join('/')}, indicators ${tally.indicators.join('/')}`);
    return { 'analytics.accounts': percent(tally.accounts), 'analytics.indicators': percent(tally.indicators) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
