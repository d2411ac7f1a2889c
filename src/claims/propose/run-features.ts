import type { Spot } from '../../model/description.js';
import { has, inParallel, isAmount, isChange, likeness } from './places.js';
import { standingFeatures } from './standing.js';
import type { Step, Walk } from './walks.js';

/** Figures that are passed in looking for the next one of a measure. */
const reach = 40;
/** Members of which a count beside a run tells. */
const mostCounted = 16;

/** Which marks part the members, and which one stands before the first: a colon opens a list. */
function markFeatures(members: readonly Spot[], end: string, say: (words: string) => string): string[] {
  const [first, ...later] = members.map((it) => it.mark ?? 'none');
  const between = new Set(later).size === 1 ? (later[0] ?? 'none') : 'mixed';
  return [
    say(`mark ${first}`),
    say(`mark ${first} ${end}`),
    `run marks ${between}`,
    say(`marks ${first} ${between} ${end}`),
  ];
}

/** Of columns, what the total says like the members of one: 得 of all scores. */
function columnFeatures(total: Spot, members: readonly Spot[], { by, at, of }: NonNullable<Walk['column']>): string[] {
  const said = [...total.words.lead.keys()].filter((it) => members.every((member) => has(member, 'lead', it)));
  return [
    'run column',
    `run column by ${by}`,
    `run column rows ${bucket(members.length)}`,
    `run column ${at === of - 1 ? 'last' : at === 0 ? 'first' : 'middle'}`,
    ...(said.length > 0 ? ['run column said'] : []),
    ...(members.every(
      (it) => likeness(it.called, total.called) === 'some' || likeness(it.called, total.called) === 'same',
    )
      ? ['run column called']
      : []),
  ];
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

/** What speaks for and against a total being made of a run of figures. */
export function runFeatures(
  spots: readonly Spot[],
  total: Spot,
  { members, passed, folded, skipped, column }: Walk,
  step: Step,
): string[] {
  const side = `${column ? 'column ' : ''}${skipped > 0 ? 'apart ' : ''}${step === 1 ? 'first' : 'last'}`;
  const say = (words: string): string => `run ${side} ${words}`;
  const [first, last] = [members[0], members.at(-1)];
  const found = ['run', `run ${side}`, say(`members ${bucket(members.length)}`)];
  if (skipped > 0) found.push(`run apart skips ${bucket(skipped)}`);
  if (!first || !last) return found;
  // in the clause of the total itself, words before it speak of it and what follows alike
  const within = first.clause === total.clause && step === 1 ? 'lead' : 'clause';
  if (step === 1) {
    if (within === 'lead' && has(total, 'lead', 'breakdown')) found.push('run total listed', say('total listed'));
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
  if (folded > 0) found.push('run folded', say('folded'));
  if (column) found.push(...columnFeatures(total, members, column));
  found.push(...markFeatures(members, end, say));
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
    if (has(first, within, it) || has(first, 'before', it)) found.push(say(`opens ${it}`));
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
      (it) => has(first, within, it) || has(first, 'before', it) || has(total, 'tail', it) || has(total, 'after', it),
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
export function countedAs(spots: readonly Spot[], total: Spot, members: readonly Spot[]): 'as many' | 'other' | null {
  const ats = [total, ...members].map((it) => it.at);
  const near = spots.slice(Math.max(0, Math.min(...ats) - 1), Math.max(...ats) + 2);
  const counts = near.filter(
    (it) =>
      it.figure.kind === 'count' &&
      it.measure !== total.measure &&
      it.sentence === members[0]?.sentence &&
      it.value > 1 &&
      it.value <= mostCounted,
  );
  if (counts.some((it) => it.value === members.length)) return 'as many';
  return counts.some((it) => !isAmount(it)) ? 'other' : null;
}

/** Whether the members of a list are spoken of alike, as far as words of the grammar tell. */
function frameOf(members: readonly Spot[]): 'same' | 'first apart' | 'other' {
  const said = members.map((it) => [...it.words.lead.keys()].sort().join(' '));
  const [head, ...rest] = said;
  if (rest.some((it) => it !== rest[0])) return 'other';
  return head === rest[0] ? 'same' : 'first apart';
}
