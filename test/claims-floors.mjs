// Figures of floors.mjs about contradictions in texts that nobody tuned on: passages, tables and reports by other hands, real documents, and
// what the instruments (coverage, decoys, slips in any figure) show over a few reports of each kind.
import { join } from 'node:path';
import { least, numbers, runNode, runOwn } from './evaluation.mjs';

/** Budgets and final accounts of several makers. */
const accounts = [
  'corpus/pt-wanli-ys-2024.pdf',
  'corpus/pt-zfb-ys-2025-dept.pdf',
  'corpus/final-accounts-market-2023.docx',
  'wild/dwys-ptfly-2024.pdf',
  'wild/js-ptsq-2025.txt',
  'wild/ys-jsjcy-2018.pdf',
  'wild/ys-jsrd-2017.pdf',
  'wild/ys-ptczj-2025.pdf',
];
const bulletins = ['wild/gb-guojia-2024.txt', 'wild/gb-nanjing-2024.docx', 'wild/gb-zhoukou-2023.pdf'];
const annual = ['corpus/000002-vanke-ar-2007.pdf'];

const percent = (part, all) => (all === 0 ? 0 : Number(((100 * part) / all).toFixed(1)));

/** Lists of passages or of small documents: errors caught, sound ones alarmed on. */
function passages(shared, name, ...lists) {
  const paths = lists.map((list) => join(shared, list)).join(',');
  const script = join(shared, 'eval/excerpts.mjs');
  const text = runNode(name, script, '--lib', 'dist/index.js', '--excerpts', paths, '--kinds');
  const [caught, alarmed] = numbers(/errors caught (\d+)\/\d+; sound passages with a false alarm (\d+)/, text);
  const [passed] = numbers(/checks that hold and passed (\d+)\//, text);
  return { [`${name}.caught`]: caught, [`${name}.alarmed`]: least(alarmed), [`${name}.passed`]: passed };
}

/** Real documents with a reader's verdicts on what is said of them. */
function wild(shared) {
  const script = join(shared, 'eval/wild.mjs');
  const text = runNode('wild', script, '--cli', 'node dist/cli/main.js', '--dir', join(shared, 'wild'));
  const [failed, found] = numbers(/^TOTAL documents \d+ {2}failed (\d+) {2}contradictions found (\d+)/m, text);
  const [right, wrong] = numbers(/errors and warnings \d+: right (\d+), wrong (\d+)/, text);
  const [askedWrong] = numbers(/reviews \d+: wrong (\d+)/, text);
  return {
    'wild.failed': least(failed),
    'wild.found': found,
    'wild.right': right,
    'wild.wrong': least(wrong),
    'wild.askedWrong': least(askedWrong),
  };
}

/** The share of figures that some judged relation touches, of running text and of cells. */
function coverage(shared, name, files) {
  const paths = files.map((file) => join(shared, file));
  const title = `coverage of ${name}`;
  const { documents } = JSON.parse(runOwn(title, 'instruments/coverage-main.ts', ...paths, '--json'));
  const of = (place) => {
    const counts = documents.flatMap((it) => Object.values(it.coverage[place]));
    const sum = (key) => counts.reduce((total, it) => total + it[key], 0);
    return percent(sum('judged'), sum('figures'));
  };
  return { [`coverage.${name}.prose`]: of('prose'), [`coverage.${name}.cells`]: of('cells') };
}

/** What is still confirmed, and what is alarmed on, of reports whose digits were scrambled: sums over three draws, since one is mostly chance. */
function decoys(shared) {
  const paths = ['authored', ...accounts].map((path) => join(shared, path));
  const found = JSON.parse(runOwn('decoys', 'instruments/decoys-main.ts', ...paths, '--draws', '3', '--json'));
  return Object.fromEntries(
    ['scrambled', 'wordless'].flatMap((side) =>
      ['passed', 'error', 'warning', 'review'].map((name) => [`decoys.${side}.${name}`, least(found[side][name])]),
    ),
  );
}

/** One slip in any figure: caught, of all that were tried (of those over which a relation was judged the share falls when more are judged), and another figure accused. */
function anySlip(shared) {
  const paths = ['authored', ...accounts].map((path) => join(shared, path));
  const text = runOwn('one slip in any figure', 'mutation/main.ts', '--any', ...paths, '--most', '8');
  const [all, caught, elsewhere] = numbers(/^all +(\d+) +(\d+) +[\d.]+ % +\d+ +\d+ +(\d+)/m, text);
  return { 'any.caught': percent(caught, all), 'any.elsewhere': least(percent(elsewhere, all)) };
}

/** Evaluations, each of which returns figures by name. */
export const claims = (shared) => [
  () => passages(shared, 'passages', 'passages/b.jsonl', 'passages/c.jsonl'),
  () => passages(shared, 'mini', 'passages/mini.jsonl'),
  () => passages(shared, 'tables', 'tables/tables.jsonl'),
  () => wild(shared),
  () => coverage(shared, 'annual', annual),
  () => coverage(shared, 'accounts', accounts),
  () => coverage(shared, 'bulletins', bulletins),
  () => decoys(shared),
  () => anySlip(shared),
];
