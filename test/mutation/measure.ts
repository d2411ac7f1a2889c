import { examine } from '../../src/pipeline/analyze.js';
import type { Document } from '../../src/model/document.js';
import type { Finding, Report } from '../../src/model/report.js';
import { defaultRulebook } from '../../src/rulebook/rulebook.js';
import type { Claim } from './claim.js';
import { edited } from './edit.js';
import { mutationKinds, mutationsOf, type Mutation } from './mutate.js';
import type { Spot } from './spots.js';

export interface Trial {
  readonly file: string;
  readonly mutation: Mutation;
  readonly caught: boolean;
  /** New findings that do not quote the changed figure. */
  readonly elsewhere: readonly Finding[];
  /** New findings in all. */
  readonly raised: number;
}

/** A small generator of numbers below 2³² from a seed (mulberry32): the same sample in every run. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let it = Math.imul(state ^ (state >>> 15), state | 1);
    it ^= it + Math.imul(it ^ (it >>> 7), it | 61);
    return (it ^ (it >>> 14)) >>> 0;
  };
}
const seedOf = (text: string): number =>
  [...text].reduce((hash, char) => Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16777619), 2166136261);

/** So many claims of one kind are tried in one document. */
const most = 20;

/** One mutation of each kind for each of the chosen claims. */
export function sample(file: string, document: Document, claims: readonly Claim[]): Mutation[] {
  const kinds = [...new Set(claims.map((it) => it.kind))];
  const chosen = kinds.flatMap((kind) => {
    const own = claims.filter((it) => it.kind === kind);
    const stride = Math.max(1, own.length / most);
    return own.filter((_, i) => Math.floor(i / stride) !== Math.floor((i - 1) / stride));
  });
  return chosen.flatMap((claim, i) => {
    const all = mutationsOf(document, claim);
    const next = generator(seedOf(`${file} ${i} ${claim.text}`));
    return mutationKinds.flatMap((kind) => {
      const own = all.filter((it) => it.kind === kind);
      return own[next() % Math.max(1, own.length)] ?? [];
    });
  });
}

type Quoted = Finding['evidence'][number];

/** Whether a quotation stands where the edit was made, or shows what an edit took away: its sentence, its row or its column. */
function quotes(report: Report, it: Quoted, { edit, kind, beside }: Mutation): boolean {
  const moved = edit.text.length - (edit.end - edit.start);
  const cellOf = report.figures.find(({ id }) => id === it.figure)?.table ?? null;
  const covers = (spot: Spot, start: number, end: number): boolean => {
    if (it.block !== spot.block.id) return false;
    if (spot.cell) return cellOf?.row === spot.cell.row && cellOf.col === spot.cell.col;
    return it.start < end && start < it.end;
  };
  const { cell, block } = edit.spot;
  if (kind === 'drop') return it.block === block.id && (!cell || cellOf?.row === cell.row || cellOf?.col === cell.col);
  if (covers(edit.spot, Math.min(edit.spot.start, edit.start), edit.start + edit.text.length)) return true;
  return beside.some((spot) => {
    const by = spot.block === block && spot.start >= edit.end ? moved : 0;
    return covers(spot, spot.start + by, spot.end + by);
  });
}

/** What a finding computes, claim by claim, without what it guesses; a finding may gather several. */
const claimed = ({ rule, message, arithmetic }: Finding): string[] =>
  arithmetic === '' ? [rule + message] : arithmetic.split('；另：').map((it) => it.replace(/；[^；]*则相符$/, ''));

/** What gouji says of each mutated document that it does not say of the sound one. */
export function measure(file: string, document: Document, mutations: readonly Mutation[]): Trial[] {
  const rulebook = defaultRulebook();
  const identity = { file, sha256: '0'.repeat(64) };
  const before = examine(document, identity, rulebook).findings;
  const known = new Set(before.flatMap(claimed));
  return mutations.map((mutation): Trial => {
    const report = examine(edited(document, mutation.edit), identity, rulebook);
    const shows = ({ evidence }: Finding): boolean => evidence.some((it) => quotes(report, it, mutation));
    const raised = report.findings.filter(
      (it) => it.severity !== 'info' && claimed(it).some((claim) => !known.has(claim)),
    );
    const elsewhere = raised.filter((it) => !shows(it));
    return { file, mutation, caught: raised.some(shows), elsewhere, raised: raised.length };
  });
}
