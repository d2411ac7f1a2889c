// What a reader expects of each line of faults.jsonl, by its id: each check gets what gouji made of the line's inputs and says whether it is that.
// Used by faults.mjs.

const serious = new Set(['error', 'warning', 'review']);
const bare = (text) => text.normalize('NFKC').replace(/[\s,]/g, '');

const valuesOf = (report, kind) => report.figures.filter((it) => it.kind === kind).map((it) => it.value);
const same = (found, wanted) => found.length === wanted.length && found.every((it, at) => it === wanted[at]);
const money = (report, ...wanted) => same(valuesOf(report, 'money'), wanted);
const worth = (report, text, value, unit) =>
  report.figures.some((it) => bare(it.text) === bare(text) && it.value === value && it.unit === unit);
const rowOf = (table, label) => table.cells.find((it) => bare(it.text) === label)?.row;
/** The figure of the cell `text` in the row `label` of the first table, in yuan. */
const cellWorth = (report, label, text, value) => {
  const [table] = report.tables;
  const at = table && rowOf(table, label);
  return report.figures.some(
    (it) => it.table?.row === at && bare(it.text).startsWith(text) && it.value === value && it.unit === 'CNY',
  );
};
const sizeOf = ({ cells }) => {
  const most = (at, span) => Math.max(0, ...cells.map((it) => it[at] + it[span]));
  return `${most('row', 'rowSpan')}x${most('col', 'colSpan')}`;
};
const says = (report, ...codes) => report.problems.some(({ code }) => codes.includes(code));
/** A finding above info whose words and evidence show all of these. */
const told = (report, ...words) =>
  report.findings.some((it) => {
    const text = bare([it.message, it.arithmetic, ...it.evidence.map(({ text: quote }) => quote)].join(' '));
    return serious.has(it.severity) && words.every((word) => text.includes(word));
  });
const held = ({ outcomes, figures }, ...texts) => {
  const byId = new Map(figures.map((it) => [it.id, bare(it.text)]));
  return outcomes.some(
    (it) => it.status.startsWith('passed') && texts.every((text) => it.figures.some((id) => byId.get(id) === text)),
  );
};
const headed = (report, number, title) => report.headings.some((it) => it.number === number && it.title === title);
const hasLine = (report, text) => report.blocks.some((it) => bare(it.text) === text);
/** Whether amounts printed like 12,345,678.60 are among those read, in yuan. */
const amounts = (report, ...printed) =>
  printed.every((text) => valuesOf(report, 'money').some((it) => Number(it) === Number(bare(text))));

/** A command that was refused in plain words: neither success nor called a defect, and no warning of the machine beside it. */
const plainly = ({ status, stderr }) =>
  status !== 0 && status !== 70 && /\S/.test(stderr) && !/gouji itself failed|\bat .*\.js:|\w+Warning:/.test(stderr);

/** `reports` stand in the order of the line's inputs; `tools` runs commands and reads more bytes. */
export const expected = {
  10: ({ reports: [report] }) => headed(report, '一、', '部门概况') && headed(report, '二、', '决算情况'),
  12: ({ reports: [report], tools }) => {
    const printed = report.blocks.map(({ id, text }) => `${numberAt(report, id)}${text}`).join('\n');
    return ['第三十六条', '（一）'].every((it) => printed.includes(it) && tools.isFound(it));
  },
  15: ({ reports: [report] }) =>
    Object.entries({ 乙: '200.50', 丁: '400.50', 戊: '500.50', 己: '600.50', 庚: '700.50' }).every(([label, text]) =>
      cellWorth(report, label, text, `${Number(text) * 10_000}`),
    ) &&
    report.figures.some((it) => it.value === '3000000' && it.unit === 'CNY') &&
    report.figures.some((it) => it.value === '35' && it.unit === '人') &&
    report.figures.some((it) => it.value === '12.5' && it.unit === '%'),
  17: ({ reports: [report] }) => report.tables.length === 2 && worth(report, '10', '100000', 'CNY'),
  19: ({ reports: [report], tools }) => {
    const text = tools.analyze('lines.txt', report.blocks.map((it) => it.text).join('\n'));
    const read = ({ figures, outcomes }) =>
      JSON.stringify([
        figures.map((it) => [it.text, it.value, it.unit, it.label]),
        outcomes.filter((it) => it.figures.length > 0).map((it) => [it.check, it.status]),
      ]);
    return report.tables.length > 0 && read(report) === read(text);
  },
  22: ({ reports }) =>
    reports.every(({ figures }) => {
      const values = figures.map((it) => it.value);
      const visible = ['12345600', '12000000', '345600'];
      return visible.slice(0, 2).every((it) => values.includes(it)) && values.every((it) => visible.includes(it));
    }),
  23: ({ reports: [report] }) => money(report, '12345600', '12000000'),
  24: ({ reports: [report] }) => money(report, '12345600'),
  25: ({ reports: [report] }) => says(report, 'PART_IGNORED') || amounts(report, '12,345,600', '12,000,000', '345,600'),
  27: ({ reports: [long, commas, plain] }) =>
    [long, commas, plain].every(({ tables }) => tables.length === 1 && sizeOf(tables[0]) === '4x3') &&
    amounts(long, '12,345,678.60', '21,345,678.70', '11,000,000.60', '31,000,000.70', '23,345,679.20') &&
    [commas, plain].every((it) => amounts(it, '12,345,678.90', '11,345,678.90', '13,345,678.90', '10,445,678.90')),
  30: ({ reports: [report] }) => worth(report, '350.00', '3500000', 'CNY') && worth(report, '50.00', '500000', 'CNY'),
  31: ({ reports: [report] }) =>
    report.state === 'ok' && report.tables.length === 1 && report.tables[0].cells.some((it) => it.rowSpan === 30),
  34: ({ reports: [report] }) => money(report, '12345600', '12000000') && report.figures.length === 2,
  35: ({ reports: [one, two] }) =>
    [one, two].every(({ tables, figures }) => tables.length === 1 && figures.filter((it) => it.table).length === 16) &&
    sizeOf(one.tables[0]) === '5x5' &&
    sizeOf(two.tables[0]) === '6x5',
  36: ({ reports: [report] }) => {
    const at = report.figures.find((it) => it.text === '95.00');
    return report.tables.some(({ cells }) =>
      cells.some(
        ({ text, row, col, colSpan }) =>
          bare(text) === '2022年' && row < at?.table?.row && col <= at.table.col && at.table.col < col + colSpan,
      ),
    );
  },
  37: ({ reports: [lines, caption] }) =>
    ['本年收入300.00万元', '本年支出240.00万元', '年末结转60.00万元'].every((it) => hasLine(lines, it)) &&
    [lines, caption].every((it) => hasLine(it, '单位:万元') && worth(it, '100.00', '1000000', 'CNY')),
  38: ({ reports: [report] }) =>
    money(report, '100000', '200000000', '210000000', '12000.01') && told(report, '210000000.00'),
  39: ({ reports: [{ figures }] }) => figures.every((it) => ['300000', '2'].includes(it.value)),
  40: ({ reports: [report] }) =>
    same(valuesOf(report, 'multiple'), ['1.5', '3.5']) && same(valuesOf(report, 'percent'), ['25']),
  41: ({ reports: [report] }) => same(valuesOf(report, 'percent'), ['30..50', '20..30', '60..80', '70..80']),
  42: ({ reports: [report] }) => money(report, '123456.78', '123456789'),
  43: ({ reports: [report] }) =>
    same(
      report.figures.map((it) => `${it.value} ${it.unit}`),
      ['12345000 CNY', '5.2 %', '12345000 CNY'],
    ),
  44: ({ reports: [report] }) => report.figures.some((it) => it.value === '0.5' && it.unit === 'pp'),
  45: ({ reports: [report] }) => same(valuesOf(report, 'ratio'), ['3:1', '1:2']) && report.figures.length === 2,
  47: ({ reports: [report] }) => money(report, '10', '10.05') && report.figures.length === 2,
  48: ({ reports: [missed, met] }) => {
    const rows = missed.findings.filter((it) => it.rule === 'missed-target');
    return rows.length === 12 && !met.findings.some((it) => serious.has(it.severity));
  },
  50: ({ reports: [report] }) => report.figures.length === 0,
  54: ({ reports: [report] }) => told(report, '1220.95', '1202.95'),
  55: ({ reports: [fen, zero] }) => told(fen, '1220.95', '12029501.84') && told(zero, '1220.95', '12029500.00'),
  56: ({ reports: [report] }) => held(report, '1202.95万元', '12029501.84'),
  57: ({ reports: [report] }) => told(report, '43万元', '34万元'),
  59: ({ reports: [report] }) => told(report, '1220.95', '1202.95'),
  60: ({ reports: [report] }) => told(report, '839', '25.80', '864.8', '2.7'),
  66: ({ reports }) => reports.filter(({ file, state }) => /dup/.test(file) && state === 'ok').length === 2,
  69: ({ reports: [report] }) =>
    says(report, 'ENCODING_DOUBTFUL') ||
    (report.title === '某局2023年度部門決算' && valuesOf(report, 'money').includes('12345600')),
  75: ({ tools }) => {
    const imported = tools.gouji('import x.txt --db :memory:');
    const listed = tools.gouji('findings --db :memory:');
    return (plainly(imported) && plainly(listed)) || (imported.status === 0 && listed.status === 0);
  },
  76: ({ tools }) =>
    [
      'gouji check --json x.txt > /dev/full',
      'gouji check wrong.txt > /dev/full',
      'trap "" XFSZ; ulimit -f 1; gouji check --json x.txt x.txt > cut.json',
    ].every((line) => plainly(tools.shell(line))),
  79: ({ tools }) => {
    const run = tools.gouji('check --timeout 99999999999 x.txt');
    return plainly(run) || (run.status === 0 && run.stderr === '');
  },
  80: ({ tools }) => plainly(tools.shell('mkdir gone; cd gone; rmdir ../gone; gouji check ../x.txt')),
};

function numberAt({ headings }, block) {
  return headings.find((it) => it.block === block)?.number ?? '';
}
