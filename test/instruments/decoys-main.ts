import { parseArgs } from 'node:util';
import { columns, share } from './columns.js';
import { alarms, decoyed, sides, type Decoyed, type Said, type Side } from './decoys.js';
import { documentsAt } from './documents.js';

// Prints what gouji says of reports whose digits were scrambled, beside what it says of the reports themselves: what is still confirmed
// (chance), and what is alarmed on, with the words kept (told by the words alone) and with words that say nothing (told by nothing).
//   npm run decoys -- PATH… [--draws N] [--verbose] [--json]
//     --draws: so many times, each with other digits (once unless told); figures are sums over them, so that chance weighs less
//     --verbose: every chance agreement and every alarm; --json: the sums, for scripts

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    draws: { type: 'string', default: '1' },
    verbose: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const draws = Number(values.draws);
if (positionals.length === 0 || !(Number.isInteger(draws) && draws > 0)) {
  console.error('usage: npm run decoys -- PATH… [--draws N] [--verbose] [--json]');
  process.exit(2);
}

const severities = ['error', 'warning', 'review'] as const;
const documents: Decoyed[] = [];
for await (const read of documentsAt(positionals)) {
  if (!('document' in read)) continue;
  for (let draw = 0; draw < draws; draw++) {
    const it = decoyed(read.file, read.document, draw);
    documents.push(it);
    if (values.verbose) for (const side of ['scrambled', 'wordless'] as const) list(it, side);
  }
}

function list({ file, said }: Decoyed, side: Side): void {
  for (const it of said[side].passed)
    console.log(`${file} ${side}: passed ${it.check} over ${it.figures.length} figures`);
  for (const { severity, rule, arithmetic, message } of said[side].findings)
    if (severity !== 'info') console.log(`${file} ${side}: ${severity} ${rule} ${arithmetic || message}`);
}

const add = (of: (said: Said) => number, side: Side): number =>
  documents.reduce((sum, { said }) => sum + of(said[side]), 0);

function totals(side: Side) {
  const sum = (of: (said: Said) => number): number => add(of, side);
  return {
    judged: sum((it) => it.judged),
    passed: sum((it) => it.passed.length),
    prose: { figures: sum((it) => it.figures.prose), confirmed: sum((it) => it.confirmed.prose) },
    cells: { figures: sum((it) => it.figures.cells), confirmed: sum((it) => it.confirmed.cells) },
    ...Object.fromEntries(severities.map((severity) => [severity, sum((it) => alarms(it, severity))])),
  };
}

/** Which rules pass by chance and which alarm. */
function byRule(): string[][] {
  const rules = new Set(
    documents.flatMap(({ said }) =>
      (['scrambled', 'wordless'] as const).flatMap((side) => [
        ...said[side].passed.map((it) => it.check),
        ...said[side].findings.map((it) => it.rule),
      ]),
    ),
  );
  const passed = (side: Side, rule: string) =>
    add((it) => it.passed.filter(({ check }) => check === rule).length, side);
  const alarmed = (side: Side, rule: string) =>
    add((it) => it.findings.filter((own) => own.rule === rule && own.severity !== 'info').length, side);
  return [...rules]
    .sort()
    .map((rule) =>
      [rule, ...sides.map((side) => passed(side, rule)), ...sides.map((side) => alarmed(side, rule))].map(String),
    );
}

function print(): void {
  const lines = sides.map((side) => {
    const { judged, passed, prose, cells } = totals(side);
    const confirmed = [prose, cells].map((it) => share(it.confirmed, it.figures));
    const raised = severities.map((severity) => String(add((it) => alarms(it, severity), side)));
    return [side, String(judged), String(passed), ...confirmed, ...raised];
  });
  console.log(
    columns([['rule', ...sides.map((it) => `passed ${it}`), ...sides.map((it) => `alarms ${it}`)], ...byRule()]),
  );
  console.log(
    `\nover ${totals('true').prose.figures} figures of text and ${totals('true').cells.figures} of cells in ${documents.length / draws} reports`,
  );
  console.log(
    columns([
      ['', 'judged', 'passed', 'prose confirmed', 'cells confirmed', 'errors', 'warnings', 'reviews'],
      ...lines,
    ]),
  );
}

if (values.json) console.log(JSON.stringify(Object.fromEntries(sides.map((side) => [side, totals(side)]))));
else print();
