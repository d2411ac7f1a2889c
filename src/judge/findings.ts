import { createHash } from 'node:crypto';
import { arithmeticIn, step } from '../model/arithmetic.js';
import { Breaks } from '../model/breaks.js';
import { isPassed } from '../model/decided.js';
import { cellAt, cellsInRow, type Block } from '../model/document.js';
import { fill } from '../model/catalogue.js';
import type { BeliefTold } from '../model/belief.js';
import type { Alarm, Exhibit, Verdict } from '../model/relation.js';
import type { Evidence, Figure, Finding, Heading, Severity } from '../model/report.js';
import type { Check } from '../rulebook/check.js';

interface Raised {
  readonly check: Check;
  readonly alarm: Alarm;
  readonly belief: BeliefTold | undefined;
}

const hash = (parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\u001f')).digest('hex').slice(0, 16);
const normal = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

const sentenceEnds = new WeakMap<Block, Breaks>();

/** Longer than any sentence that people write: a text without stops is shown so far on either side of a figure. */
const mostContext = 600;

/** The sentence that a figure stands in; for a cell, the texts of its row. */
function contextOf(figure: Exhibit, block: Block | undefined): string {
  if (!block) return '';
  if (figure.table && block.kind === 'table') {
    const { row } = figure.table;
    return cellsInRow(block, row)
      .filter((cell) => cell.text.trim() !== '')
      .map((cell) => cell.text.trim())
      .join(' ');
  }
  let sentences = sentenceEnds.get(block);
  if (!sentences) sentenceEnds.set(block, (sentences = new Breaks(block.text, /[。！？\n]/g)));
  const after = sentences.from(figure.end);
  const start = Math.max(sentences.before(figure.start) + 1, figure.start - mostContext);
  const end = Math.min(after === null ? block.text.length : after + 1, figure.end + mostContext);
  return block.text.slice(start, end).trim();
}

function evidenceOf(figure: Exhibit, blocks: ReadonlyMap<string, Block>): Evidence {
  const block = blocks.get(figure.block);
  const text =
    block && figure.table ? (cellAt(block, figure.table.row, figure.table.col)?.text ?? '') : (block?.text ?? '');
  return {
    document: null,
    figure: figure.id,
    block: figure.block,
    start: figure.start,
    end: figure.end,
    page: figure.page,
    box: figure.box,
    text: text.slice(figure.start, figure.end),
    context: contextOf(figure, block),
  };
}

const rank = { error: 0, warning: 1, review: 2, info: 3 } as const;

/**
 * The figure on which an alarm hangs: its own suspect, else the one that fails more than one relation and holds in none
 * (收入支出总计0万元 fits neither its change nor its table).
 */
function suspectsOf(verdicts: readonly Verdict[], raised: readonly Raised[]): (it: Raised) => Exhibit | null {
  const failing = new Map<Exhibit, number>();
  for (const { alarm } of raised)
    for (const it of new Set(alarm.evidence)) if (it.id !== null) failing.set(it, (failing.get(it) ?? 0) + 1);
  const holding = new Set(verdicts.filter(isPassed).flatMap((it) => it.figures));
  return ({ alarm }) => {
    if (alarm.suspect) return alarm.suspect;
    const own = alarm.evidence.filter((it) => (failing.get(it) ?? 0) > 1 && !holding.has(it as Figure));
    return own.length === 1 ? (own[0] ?? null) : null;
  };
}

/** Alarms that hang on one wrong figure become one: the gravest leads, the others are listed. */
function cluster(raised: readonly Raised[], suspectOf: (it: Raised) => Exhibit | null): (readonly Raised[])[] {
  const groups: Raised[][] = [];
  /** The first group in which a figure is suspected, and the first that shows it where it suspects none. */
  const suspected = new Map<Exhibit, number>();
  const shown = new Map<Exhibit, number>();
  for (const it of raised) {
    const suspect = suspectOf(it);
    const related = suspect
      ? [suspected.get(suspect), shown.get(suspect)]
      : it.alarm.evidence.map((figure) => suspected.get(figure));
    const first = Math.min(...related.map((group) => group ?? groups.length));
    const group = (groups[first] ??= []);
    group.push(it);
    const [figures, index] = suspect ? [[suspect], suspected] : [it.alarm.evidence, shown];
    for (const figure of figures) index.set(figure, Math.min(index.get(figure) ?? first, first));
  }
  return groups.map((group) => [...group].sort((a, b) => rank[a.alarm.severity] - rank[b.alarm.severity]));
}

function headingPath(figure: Exhibit, headings: ReadonlyMap<string, Heading>): string[] {
  const path: string[] = [];
  for (let at = figure.heading; at !== null;) {
    const heading = headings.get(at);
    if (heading) path.unshift(heading.title);
    at = heading?.parent ?? null;
  }
  return path;
}

/** Figures of a page whose text cannot be trusted raise a question at most. */
function capped(severity: Severity, evidence: readonly Evidence[], untrusted: (it: Evidence) => boolean): Severity {
  const doubtful = evidence.some(untrusted);
  return doubtful && rank[severity] < rank.review ? 'review' : severity;
}

/** Forms of what one change would mend. */
const hints: ReadonlySet<string> = new Set(['ifReads', 'ifPointMoves']);

/** The arithmetic of the leading alarm, then that of the others where it is not the same. What would mend several is said once. */
function stepsOf(lead: Alarm, others: readonly Raised[]): Finding['steps'] {
  const leading = arithmeticIn(lead.steps, 'zh');
  const also = others.filter(({ alarm }) => arithmeticIn(alarm.steps, 'zh') !== leading);
  const steps = [...lead.steps, ...also.flatMap(({ alarm }) => [step('also'), ...alarm.steps])];
  const said = new Set<string>();
  const once = steps.filter((it) => {
    if (!hints.has(it.form)) return true;
    const words = arithmeticIn([it], 'zh');
    return !said.has(words) && said.add(words);
  });
  return once.map(({ form, params }) => ({ form, params: { ...params } }));
}

/** What people see: one finding a cause, with its quotations re-read from the document and ids that survive re-import.
 *  `untrusted`: whether it stands on a page whose text layer may say anything. */
export function findingsOf(
  verdicts: readonly Verdict[],
  checks: ReadonlyMap<string, Check>,
  blocks: readonly Block[],
  headings: readonly Heading[],
  untrusted: (it: Evidence) => boolean,
): Finding[] {
  const byBlock = new Map(blocks.map((block) => [block.id as string, block]));
  const byHeading = new Map(headings.map((heading) => [heading.id, heading]));
  const raised = verdicts.flatMap(({ relation, alarm }): Raised[] => {
    const check = checks.get(relation.check);
    return alarm && check ? [{ check, alarm, belief: relation.belief }] : [];
  });
  const seen = new Map<string, number>();
  return cluster(raised, suspectsOf(verdicts, raised)).flatMap((group): Finding[] => {
    const [lead, ...others] = group;
    if (!lead) return [];
    const { check, alarm, belief } = lead;
    const figures = [...new Set(group.flatMap((it) => it.alarm.evidence))];
    const [first, ...rest] = figures.map((figure) => evidenceOf(figure, byBlock));
    if (!first) return [];
    const key = hash([check.id, ...alarm.evidence.map((figure) => normal(figure.text))]);
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    const steps = stepsOf(alarm, others);
    return [
      {
        id: hash([key, String(ordinal)]),
        subject: hash([
          check.id,
          ...alarm.evidence.map((figure) => figure.label),
          ...headingPath(alarm.evidence[0], byHeading),
        ]),
        rule: check.id,
        severity: capped(alarm.severity, [first, ...rest], untrusted),
        params: { ...alarm.params },
        message: fill(check.message.zh, alarm.params),
        arithmetic: arithmeticIn(steps, 'zh'),
        steps,
        hypothesis: alarm.hypothesis,
        ...(belief && { belief }),
        evidence: [first, ...rest],
      },
    ];
  });
}
