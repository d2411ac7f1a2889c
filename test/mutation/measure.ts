import type { Document } from '../../src/model/document.js';
import type { Finding, Report } from '../../src/model/report.js';
import type { Claim } from './claim.js';
import { edited } from './edit.js';
import { mutationKinds, mutationsOf, type Mutation } from './mutate.js';
import { generator, seedOf } from './random.js';
import { Sound } from './sound.js';
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

/** So many claims of one kind are tried in one document. */
const most = 8;

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

/** What gouji says of each mutated document that it does not say of the sound one. */
export function measure(file: string, document: Document, mutations: readonly Mutation[]): Trial[] {
  const sound = new Sound(file, document);
  return mutations.map((mutation): Trial => {
    const { report, findings, fresh } = sound.raisedBy(edited(document, mutation.edit));
    const shows = ({ evidence }: Finding): boolean => evidence.some((it) => quotes(report, it, mutation));
    const elsewhere = findings.filter((it) => !shows(it) && fresh.has(it));
    return { file, mutation, caught: findings.some(shows), elsewhere, raised: findings.length };
  });
}
