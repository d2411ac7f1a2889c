import { createHash } from 'node:crypto';
import { doubted } from '../claims/believe/doubted.js';
import { claims } from '../claims/claims.js';
import { described } from '../extract/describe/described.js';
import { withoutExplained } from '../claims/tables/tables.js';
import { extract } from '../extract/extract.js';
import { distrusted } from '../judge/distrusted.js';
import { findingsOf } from '../judge/findings.js';
import { judge, outcomeOf } from '../judge/judge.js';
import type { Document } from '../model/document.js';
import { problem, untrustedPages, type Problem } from '../model/problem.js';
import type { Verdict } from '../model/relation.js';
import { schemaVersion, type Evidence, type Figure, type Report } from '../model/report.js';
import { parse, type ParseOptions } from '../parse/parse.js';
import { relate } from '../relate/relate.js';
import { isTooWide, mostColumns } from '../relate/tables/row-totals.js';
import { defaultRulebook, type Rulebook } from '../rulebook/rulebook.js';

export interface AnalyzeOptions extends ParseOptions {
  /** The rules to read and check by; those that gouji ships with unless given. */
  readonly rulebook?: Rulebook;
}

const onPage =
  (pages: ReadonlySet<number>) =>
  ({ page }: Evidence): boolean =>
    page !== null && pages.has(page);

/** All figures, and the lengths of time that something was reckoned with. */
function withReckoned(figures: readonly Figure[], verdicts: readonly Verdict[]): Figure[] {
  const all = new Map(figures.map((it) => [it.id, it]));
  for (const it of verdicts) for (const figure of it.figures) all.set(figure.id, figure);
  return [...all.values()];
}

type Identity = Pick<Report, 'file' | 'sha256'>;

/** The Report of a document that was parsed: everything known about it, without a byte of its file. */
export function examine(document: Document, identity: Identity, rulebook: Rulebook): Report {
  const reading = extract(document, rulebook);
  const source = described(reading, rulebook);
  const { weights } = rulebook.beliefs;
  const found = withoutExplained(judge(relate(reading, rulebook), rulebook.checks), reading, rulebook);
  const told = doubted(found, source.tracks, weights);
  const { verdicts, broken } = distrusted([...told, ...judge(claims(source, rulebook, told), rulebook.checks)]);
  const untrusted = untrustedPages(document.problems);
  const headingBlocks = new Set(reading.headings.map((heading) => heading.block));
  const silent: Problem[] = reading.figures.length === 0 ? [problem('NO_FIGURES', { file: identity.file })] : [];
  const scanned = document.problems.some(({ code }) => code === 'NO_TEXT_LAYER');
  const wordless = !scanned && document.blocks.every(({ kind, text }) => kind === 'furniture' || text.trim() === '');
  const blank = wordless ? [problem('FILE_WORDLESS', { file: identity.file })] : [];
  const untold = broken ? [problem('FIGURES_DISAGREE', { file: identity.file, ...broken })] : [];
  const wide = new Map(reading.tables.filter(isTooWide).map((it) => [it.table.id, it.columns.length]));
  const unsummed = [...wide].map(([table, columns]) =>
    problem('TABLE_TOO_WIDE', { table, columns, limit: mostColumns }),
  );
  return {
    schemaVersion,
    ...identity,
    format: document.format,
    state: document.partial || wordless ? 'ok_partial' : 'ok',
    problems: [...document.problems, ...blank, ...silent, ...unsummed, ...untold],
    ...reading.metadata,
    pages: document.pages,
    headings: [...reading.headings],
    blocks: document.blocks.map(({ id, kind, text, page, anchor }) => ({
      id,
      kind: kind === 'paragraph' && headingBlocks.has(id) ? 'heading' : kind,
      text,
      page,
      ...(anchor && { anchor }),
    })),
    tables: [...new Set(reading.tables.map((it) => it.table))],
    figures: withReckoned(reading.figures, verdicts),
    indicators: [...reading.indicators],
    outcomes: verdicts.map(outcomeOf),
    findings: findingsOf(verdicts, rulebook.checks, document.blocks, reading.headings, onPage(untrusted)),
  };
}

function unread(
  identity: Identity,
  state: Report['state'],
  format: Report['format'],
  problems: readonly Problem[],
): Report {
  const unknown = { title: null, organisation: null, reportKind: null, reportYear: null, filledOn: null };
  const nothing = { ...unknown, identity: null, pages: null };
  const empty = { headings: [], blocks: [], tables: [], figures: [], indicators: [], outcomes: [], findings: [] };
  return { schemaVersion, ...identity, format, state, problems: [...problems], ...nothing, ...empty };
}

/**
 * Bytes in, everything known about them out. Touches no clock, console or database and no file but the library's own data:
 * the same bytes and rules give the same Report to the last byte. A file that cannot be read is a state of the Report, never thrown.
 */
export async function analyze(bytes: Uint8Array, fileName: string, options: AnalyzeOptions = {}): Promise<Report> {
  const identity = { file: fileName, sha256: createHash('sha256').update(bytes).digest('hex') };
  const parsed = await parse(bytes, fileName, options);
  if (!('document' in parsed)) return unread(identity, parsed.state, parsed.format, parsed.problems);
  return examine(parsed.document, identity, options.rulebook ?? defaultRulebook());
}
