import { absolute, add, compare, decimal, subtract } from '../../model/decimal.js';
import { isOneSlip } from '../../model/misprint.js';
import { printed } from '../../model/printed.js';
import type { Mention, Passage, Reading } from '../../model/reading.js';
import type { EqualRelation } from '../../model/relation.js';
import type { Figure, Fund, Heading, Stage } from '../../model/report.js';
import type { ItemNames, Said } from './item-name.js';
import { TableItems, type TableItem } from './table-items.js';

/** Stages that documents use for one another where a table has no column of its own for each. */
const likeStages: readonly ReadonlySet<Stage>[] = [
  new Set<Stage>(['final', 'executed', 'actual']),
  new Set<Stage>(['budget', 'initial_budget']),
];
const alike = (a: Stage, b: Stage): boolean => a === b || likeStages.some((set) => set.has(a) && set.has(b));
const another = /上年|去年|上一年|往年|以前年度|历年|同期/;
const account = /(?:（款）)([^（）]+)（项）/;

/** A figure of the text with what its words say it is. */
interface Claim {
  readonly mention: Mention;
  readonly said: Said;
  /** Its item is not named in its own clause but is what the paragraph is about. */
  readonly inherited: boolean;
}

function comparable(text: Figure, cell: Figure): boolean {
  if (text.kind === 'money') return cell.kind === 'money' && cell.unit === text.unit;
  const whole = cell.kind === 'count' || (cell.kind === 'number' && cell.step === '1');
  return text.kind === 'count' && whole && (cell.unit === null || cell.unit === text.unit);
}

/** Whether one of the two, at its own precision, can be the other; one unit in the last place is a tail, not a difference. */
function agrees(a: Figure, b: Figure): boolean {
  const [x, y] = [printed(a), printed(b)];
  if (!x || !y) return true;
  const coarser = compare(x.half, y.half) > 0 ? x.half : y.half;
  return compare(absolute(subtract(x.value, y.value)), add(coarser, coarser)) <= 0;
}

/** 「…（款）住房公积金（项）」 at the head of a paragraph is what its bare 预算安排 and 支出决算 speak of. */
function topicOf(passage: Passage): string | null {
  const head = passage.text.slice(0, 90).replace(/[\s“”"]+/g, '');
  const match = head.includes('（款）') ? /([^（）“”"]+)（款）([^（）]+)（项）/.exec(head) : null;
  const [, group = '', item = ''] = match ?? [];
  return match ? `${group.replace(/^.*[）、.．]/, '')}/${item}` : null;
}

/** 行政运行 in “行政运行”科目安排: the name that quotation marks set apart right before a figure. */
const quotedName = /[“"]([^“”"]{2,20})[”"](?:[（(][类款项][）)]|科目|项目|经费|支出|预算|安排|[为是:：])*$/u;

function claimsIn(passage: Passage, names: ItemNames, year: number | null, section: Fund | null): Claim[] {
  const topic = topicOf(passage);
  return passage.mentions.flatMap((mention): Claim[] => {
    if (mention.act !== 'level' || (mention.figure.kind !== 'money' && mention.figure.kind !== 'count')) return [];
    const years = [...mention.lead.matchAll(/((?:19|20)\d{2})年/g)].map((it) => Number(it[1]));
    if (another.test(mention.lead) || years.some((it) => it !== year)) return [];
    const words = mention.before.replace(/[\s“”"]+/g, '');
    const item = account.exec(words);
    const read = names.read(item ? words.slice(words.indexOf('（款）') + 3).replace('（项）', '') : words);
    const quoted = quotedName.exec(mention.before)?.[1];
    const said = { ...read, names: quoted ? [...read.names, quoted] : read.names, fund: read.fund ?? section };
    if (item && topic !== null)
      return [{ mention, said: { ...said, names: [topic, ...said.names] }, inherited: false }];
    const bare =
      said.names.every((name) => name.length < 2) ||
      /^(?:预算|支出|收入)?(?:安排|预算|决算)?$/.test(said.names[0] ?? '');
    if (bare && topic !== null && (said.stage !== null || /安排/.test(words)))
      return [{ mention, said: { ...said, stage: said.stage ?? 'budget', names: [topic] }, inherited: true }];
    return bare ? [] : [{ mention, said, inherited: false }];
  });
}

/** What tables state of the claim's item at its stage: by the fullest of its names that any table knows. */
function itemsFor({ mention, said }: Claim, items: TableItems, names: ItemNames): readonly TableItem[] {
  for (const name of said.names) {
    if (name.length < 4 && !names.isMetric(name)) continue;
    const found = items.find(name).filter((it) => comparable(mention.figure, it.figure));
    if (found.length > 0) return found;
  }
  return [];
}

function atStage(found: readonly TableItem[], stage: Stage | null): readonly TableItem[] {
  if (stage === null) {
    const stages = new Set(found.map((it) => it.stage));
    return stages.size === 1 ? found : [];
  }
  const exact = found.filter((it) => it.stage === stage);
  return exact.length > 0 ? exact : found.filter((it) => it.stage !== null && alike(it.stage, stage));
}

const oneValue = (found: readonly TableItem[]): boolean =>
  found.every((it) => agrees(it.figure, found[0]?.figure ?? it.figure));

/** Where tables differ, those of the fund that the words or the section name. */
function ofFund(found: readonly TableItem[], fund: Fund | null): readonly TableItem[] {
  const same = found.filter((it) => it.fund === fund);
  return oneValue(found) || same.length === 0 ? found : same;
}

interface Judged {
  readonly cell: Figure;
  readonly check: 'text-against-table' | 'text-near-table';
}

function against(claim: Claim, found: readonly TableItem[]): Judged | null {
  const text = claim.mention.figure;
  const candidates = ofFund(atStage(found, claim.said.stage), claim.said.fund);
  const equal = candidates.find((it) => agrees(text, it.figure));
  const check = claim.inherited ? 'text-near-table' : 'text-against-table';
  if (equal) return { cell: equal.figure, check };
  const [first] = candidates;
  if (!first || found.some((it) => agrees(text, it.figure))) return null;
  if (!oneValue(candidates)) return null;
  const slip = isOneSlip(decimal(text.value), decimal(first.figure.value));
  const printedTwice = new Set(candidates.map((it) => `${it.table}:${it.figure.table?.col}`)).size > 1;
  if (slip) return { cell: first.figure, check: 'text-against-table' };
  return printedTwice ? { cell: first.figure, check } : null;
}

/** The fund that the nearest heading names. */
function fundOfSection(heading: string | null, headings: ReadonlyMap<string, Heading>, names: ItemNames): Fund | null {
  for (let at = heading; at !== null; at = headings.get(at)?.parent ?? null) {
    const fund = names.fundIn(headings.get(at)?.title ?? '');
    if (fund !== null) return fund;
  }
  return null;
}

/**
 * Figures of the text whose words name exactly one figure of the tables: the row, and the column that gives it as a whole.
 * `broken`: totals of tables that their own rows contradict; they are found wrong without the text.
 */
export function textAgainstTables(reading: Reading, names: ItemNames, broken: ReadonlySet<Figure>): EqualRelation[] {
  if (reading.tables.length === 0) return [];
  const items = new TableItems(reading.tables, names);
  const headings = new Map(reading.headings.map((it) => [it.id, it]));
  const told = new Set<string>();
  return reading.passages.flatMap((passage) =>
    claimsIn(passage, names, reading.metadata.reportYear, fundOfSection(passage.heading, headings, names)).flatMap(
      (claim): EqualRelation[] => {
        const left = claim.mention.figure;
        const judged = against(claim, itemsFor(claim, items, names));
        const key = `${judged?.check} ${judged?.cell.id} ${left.value}`;
        if (!judged || (broken.has(judged.cell) && !agrees(left, judged.cell))) return [];
        if (told.size === told.add(key).size) return [];
        return [{ kind: 'equal', check: judged.check, doubt: null, left, right: judged.cell }];
      },
    ),
  );
}
