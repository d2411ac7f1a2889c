import type { Spot } from '../../model/description.js';
import type { Candidate, Claimant } from '../candidate.js';
import { intervalOf, sum } from '../interval.js';
import { has, inParallel, isAmount, isChange, likeness } from './places.js';
import { standingFeatures } from './standing.js';

/** Members of a run. */
const most = 16;
/** Figures of the measure between a total and the run behind it, or before it, that makes it. */
const mostSkipped = { [1]: 10, [-1]: 2 } as const;
/** Figures that one walk from a total passes. */
const reach = 40;

interface Walk {
  readonly members: readonly Spot[];
  /** Figures of the measure that were passed over because a bracket or 其中 sets them apart. */
  readonly passed: number;
  /** Figures between the total and the run. */
  readonly skipped: number;
}

/** Whether a run may begin, or end, with a figure that does not stand beside its total: where something is divided anew. */
function mayBegin(spots: readonly Spot[], total: Spot, it: Spot, step: 1 | -1): boolean {
  if (step === -1) return has(total, 'near', 'total', 'net');
  const before = spots[it.at - 1];
  return (
    !before ||
    before.phrase !== it.phrase ||
    has(it, 'clause', 'grounds', 'breakdown', 'ofwhich') ||
    has(it, 'before', 'grounds', 'breakdown', 'ofwhich')
  );
}

/**
 * Runs of figures of one measure that begin beside a total and go away from it, each longer by one. What stands in deeper brackets
 * or is a change is passed over.
 */
function* walks(spots: readonly Spot[], total: Spot, step: 1 | -1, skipped: number): Generator<Walk> {
  const members: Spot[] = [];
  let [passed, left] = [0, skipped];
  for (let at = total.at + step; at >= 0 && Math.abs(at - total.at) <= reach && members.length < most; at += step) {
    const it = spots[at];
    if (!it || Math.abs(it.sentence - total.sentence) > 2) return;
    if (!isAmount(it) || it.measure !== total.measure) continue;
    const [first] = members;
    if ((first && it.depth > first.depth) || isChange(it)) {
      passed++;
      continue;
    }
    if (left-- > 0) continue;
    if (skipped > 0 && members.length === 0 && !mayBegin(spots, total, it, step)) return;
    members.push(it);
    // what repeats the total or says nothing beside it is no breakdown of it
    if (it.value === total.value) return;
    if (members.length >= 2 && members.filter((member) => member.value !== 0).length >= 2)
      yield { members: step === 1 ? [...members] : members.toReversed(), passed, skipped };
  }
}

/** The nearest figure on one side that is wanted; null where none is within reach. */
function neighbour(spots: readonly Spot[], of: Spot, step: 1 | -1, wanted: (it: Spot) => boolean): Spot | null {
  for (let at = of.at + step; Math.abs(at - of.at) <= reach; at += step) {
    const it = spots[at];
    if (!it) return null;
    if (wanted(it)) return it;
  }
  return null;
}

const bucket = (count: number): string => (count <= 4 ? String(count) : count <= 7 ? '5-7' : '8+');

function featuresOf(spots: readonly Spot[], total: Spot, { members, passed, skipped }: Walk, step: 1 | -1): string[] {
  const side = `${skipped > 0 ? 'apart ' : ''}${step === 1 ? 'first' : 'last'}`;
  const say = (words: string): string => `run ${side} ${words}`;
  const [first, last] = [members[0], members.at(-1)];
  const found = ['run', `run ${side}`, say(`members ${bucket(members.length)}`)];
  if (skipped > 0) found.push(`run apart skips ${bucket(skipped)}`);
  if (!first || !last) return found;
  if (step === 1) {
    const named = likeness(total.ownTerms, first.opener);
    found.push(say(`named ${named}`), `run named ${named}`);
  }
  const next = neighbour(spots, last, 1, (it) => it.measure === total.measure && isAmount(it) && !isChange(it));
  const end = !next
    ? 'end'
    : next.sentence !== last.sentence
      ? 'sentence'
      : next.clause - last.clause > 1
        ? 'gap'
        : 'runs on';
  if (step === 1) found.push(say(`ends ${end}`));
  const before = neighbour(spots, first, -1, (it) => it.measure === total.measure && isAmount(it) && it !== total);
  if (step === -1)
    found.push(say(`begins ${!before ? 'start' : before.sentence !== first.sentence ? 'sentence' : 'runs on'}`));
  found.push(
    say(
      `sentence ${Math.min(2, Math.abs(first.sentence - total.sentence))}/${Math.min(2, last.sentence - first.sentence)}`,
    ),
  );
  if (passed > 0) found.push(say('passed'));
  for (const it of ['total', 'net', 'remain', 'actual', 'plan', 'ofwhich', 'prior', 'up', 'down', 'closing'] as const)
    if (has(total, 'clause', it)) found.push(say(`total ${it}`));
  for (const it of [
    'breakdown',
    'ofwhich',
    'grounds',
    'partial',
    'rest',
    'besides',
    'total',
    'prior',
    'compare',
  ] as const)
    if (has(first, 'clause', it) || has(first, 'before', it)) found.push(say(`opens ${it}`));
  if (has(total, 'tail', 'breakdown') || has(total, 'tail', 'ofwhich')) found.push(say('tail opens'));
  if (has(total, 'tail', 'total')) found.push(say('tail total'));
  const later = members.slice(1);
  for (const it of [
    'total',
    'rest',
    'partial',
    'ofwhich',
    'besides',
    'prior',
    'plan',
    'grounds',
    'from',
    'to',
  ] as const)
    if (later.some((member) => has(member, 'lead', it))) found.push(say(`within ${it}`));
  if (has(last, 'tail', 'partial')) found.push(say('etc'));
  const clauses = new Set(members.map((it) => it.clause));
  found.push(
    say(clauses.size === members.length ? 'a clause each' : clauses.size === 1 ? 'one clause' : 'mixed clauses'),
  );
  const depths = new Set(members.map((it) => it.depth));
  if (depths.size > 1) found.push(say('depths'));
  if (first.depth !== total.depth) found.push(say('bracketed'));
  const opener =
    (['ofwhich', 'breakdown', 'grounds'] as const).find(
      (it) => has(first, 'clause', it) || has(first, 'before', it) || has(total, 'tail', it) || has(total, 'after', it),
    ) ?? 'nothing';
  const named = has(total, 'clause', 'total') ? 'total' : 'plain';
  const shape = clauses.size === members.length ? 'each' : clauses.size === 1 ? 'one' : 'mixed';
  if (step === 1)
    found.push(say(`${opener} ${end}`), say(`${opener} ${named} ${end}`), say(`${opener} ${end} ${shape}`));
  else found.push(say(`${named} ${shape} ${has(total, 'near', 'total', 'closing', 'net') ? 'near' : ''}`));
  const partial = members.some((it) => has(it, 'lead', 'partial')) || has(last, 'tail', 'partial');
  if (partial) found.push(say(`partial ${opener}`));
  if (members.some((it) => it.value > total.value)) found.push(say('larger member'));
  if (new Set(members.map((it) => it.figure.unitText)).size > 1) found.push(say('units'));
  if (members.some((it, i) => i > 0 && likeness(it.ownTerms, members[i - 1]?.ownTerms ?? it.ownTerms) === 'same'))
    found.push(say('same name'));
  const counted = countedAs(spots, total, members);
  if (counted !== null) found.push(`run counted ${counted}`, say(`counted ${counted}`));
  const parallel = inParallel(members);
  if (parallel) found.push('run parallel', say(`parallel ${opener}`));
  const alike = frameOf(members);
  found.push(`run frame ${alike}`, say(`frame ${alike} ${step === 1 ? end : named}`));
  found.push(
    ...standingFeatures(spots, total, members, {
      calls: opener !== 'nothing' || has(total, 'near', 'total'),
      says: parallel && (step === -1 || end !== 'runs on'),
    }),
  );
  const gap = spots
    .slice(Math.min(total.at, first.at) + 1, Math.max(total.at, last.at))
    .filter((it) => isAmount(it) && it.measure !== total.measure).length;
  if (gap > 0) found.push(say(`others ${gap > members.length ? 'many' : 'few'}`));
  return found;
}

/** Whether a count beside a run says of how many members it is: 四个渠道, 分为五类. */
function countedAs(spots: readonly Spot[], total: Spot, members: readonly Spot[]): 'as many' | 'other' | null {
  const ats = [total, ...members].map((it) => it.at);
  const near = spots.slice(Math.max(0, Math.min(...ats) - 1), Math.max(...ats) + 2);
  const counts = near.filter(
    (it) =>
      it.figure.kind === 'count' &&
      it.measure !== total.measure &&
      it.sentence === members[0]?.sentence &&
      it.value > 1 &&
      it.value <= most,
  );
  if (counts.some((it) => it.value === members.length)) return 'as many';
  return counts.some((it) => !isAmount(it)) ? 'other' : null;
}

/** Whether something of the list is no single number, so that it may well be a member. */
function misses(total: Spot, members: readonly Spot[]): boolean {
  return [total, ...members].toSorted((a, b) => a.at - b.at).some((it, i) => i > 0 && it.passed > 0);
}

/** Whether words behind a list say that it goes on, and no count says that it is whole. */
const goesOn = (spots: readonly Spot[], total: Spot, members: readonly Spot[]): boolean => {
  const last = members.at(-1);
  return last !== undefined && has(last, 'tail', 'partial') && countedAs(spots, total, members) !== 'as many';
};

const apartFrom = ['total', 'up', 'down', 'prior', 'plan', 'ofwhich'] as const;

/** What speaks for a total having no breakdown that begins there. */
function noneFeatures(total: Spot, step: 1 | -1, skipped: number): string[] {
  const side = step === 1 ? 'first' : 'last';
  const where = skipped > 0 ? 'apart' : side;
  const said = apartFrom.filter((it) => has(total, 'clause', it));
  return [
    'none run',
    `none run ${where}`,
    `none run ${side} skips ${skipped}`,
    ...said.map((it) => `none run ${where} ${it}`),
    ...(total.each.length > 0 ? ['none run each'] : []),
  ];
}

/** Whether the members of a list are spoken of alike, as far as words of the grammar tell. */
function frameOf(members: readonly Spot[]): 'same' | 'first apart' | 'other' {
  const said = members.map((it) => [...it.words.lead.keys()].sort().join(' '));
  const [head, ...rest] = said;
  if (rest.some((it) => it !== rest[0])) return 'other';
  return head === rest[0] ? 'same' : 'first apart';
}

/** Totals, first or last, and the runs of figures beside them that may make them. One total may be broken down in several ways: each is claimed by itself. */
export function runs(spots: readonly Spot[], total: Spot): Claimant[] {
  if (!isAmount(total) || total.value === 0) return [];
  const claimants: Claimant[] = [];
  for (const step of [1, -1] as const) {
    for (let skipped = 0; skipped <= mostSkipped[step]; skipped++) {
      const candidates = [...walks(spots, total, step, skipped)].map((walk): Candidate => ({
        shape: 'run',
        unsaid: misses(total, walk.members) || goesOn(spots, total, walk.members),
        operands: walk.members,
        stated: intervalOf(total),
        compute: sum,
        features: featuresOf(spots, total, walk, step),
        relation: () => ({
          kind: 'sum',
          check: 'parts-of-total',
          doubt: null,
          total: total.figure,
          terms: walk.members.map((it) => ({ figure: it.figure, weight: 1 as const })),
          complete: true,
        }),
      }));
      if (candidates.length > 0)
        claimants.push({ spot: total, candidates, features: noneFeatures(total, step, skipped) });
    }
  }
  return claimants;
}
