import type { Spot } from '../../model/description.js';
import { isChange, isOfListed, likeness, nearness, placeOf, tagOf } from './places.js';
import { standingFeatures } from './standing.js';

/** What the words of a claimant say it is, and whether that is what is proposed. */
export interface Cue {
  readonly cue: string;
  readonly calls: boolean;
}

/** What the names of two operands say: what is called alike belongs together, the more so where nothing else is called so. */
function nameFeatures(
  a: Spot,
  b: Spot,
  group: readonly Spot[],
  say: (it: string) => string,
  cue: string,
  far: string,
): string[] {
  const alike = likeness(a.terms, b.terms);
  const found = [say(`names ${alike}`), say(`${cue} names ${alike}`), say(`names ${alike} far ${far}`)];
  const isOnly =
    alike === 'same' && !group.some((it) => it !== a && it !== b && likeness(a.terms, it.terms) === 'same');
  if (isOnly) found.push('any names only', say('names only'), say(`${cue} names only`), say(`names only far ${far}`));
  return found;
}

/** What is said of a claim that a figure is made of two others of one measure: how the sentence puts it, and their places, words, distances and names. */
export function pairFeatures(
  spots: readonly Spot[],
  shape: string,
  { cue, calls }: Cue,
  construction: string | null,
  claimant: Spot,
  [a, b]: readonly [Spot, Spot],
  group: readonly Spot[],
): string[] {
  const say = (it: string): string => `${shape} ${it}`;
  const named = `${likeness(a.ownTerms, claimant.ownTerms)}/${likeness(b.ownTerms, claimant.ownTerms)}`;
  const found = [
    shape,
    say(`cue ${cue}`),
    say(`${placeOf(a, claimant, group)}/${placeOf(b, claimant, group)}`),
    say(`${tagOf(a)}/${tagOf(b)}`),
    say(`far ${nearness(a, claimant)}/${nearness(b, claimant)}`),
    say(`named ${named}`),
    say(`cue ${cue} named ${named}`),
    ...nameFeatures(a, b, group, say, `cue ${cue}`, `${nearness(a, claimant)}/${nearness(b, claimant)}`),
  ];
  const called = `${likeness(a.called, claimant.called)}/${likeness(b.called, claimant.called)}`;
  found.push(say(`called ${called}`), say(`cue ${cue} called ${called}`));
  if (construction !== null) {
    found.push(say(`says ${construction}`), say(`says ${construction} cue ${cue}`));
    found.push(say(`says ${construction} names ${likeness(a.terms, b.terms)}`));
  }
  const places = `${placeOf(a, claimant, group)}/${placeOf(b, claimant, group)}`;
  const far = `${nearness(a, claimant)}/${nearness(b, claimant)}`;
  const said = construction?.split(/[ ,]/)[0] ?? 'nothing';
  const levels = group.filter((it) => it.sentence === claimant.sentence && it.at < claimant.at && !isChange(it)).length;
  found.push(
    say(`cue ${cue} at ${places}`),
    say(`cue ${cue} at ${places} far ${far}`),
    say(`cue ${cue} at ${places} of ${Math.min(4, levels)}`),
    say(`cue ${cue} at ${places} ${tagOf(a)}/${tagOf(b)}`),
    say(`cue ${cue} ${said} of ${Math.min(4, levels)} far ${far}`),
    say(`cue ${cue} at ${places} named ${named}`),
    say(`cue ${cue} at ${places} ${a.value < b.value ? 'a < b' : 'a > b'}`),
  );
  if (claimant.value === 100) found.push(say('of 100'), say(`cue ${cue} of 100`));
  if (a.value > b.value) found.push(say(`cue ${cue} a > b`));
  if (a.figure.unitText === b.figure.unitText) found.push(say('unit'));
  if (a.measure !== b.measure) found.push(say('mixed each'), 'mixed each');
  found.push(...standingFeatures(spots, claimant, [a, b], { calls, says: construction !== null }));
  if (isOfListed(claimant, [a, b])) found.push('any of a list behind');
  if (a.depth !== claimant.depth || b.depth !== claimant.depth) found.push(say('depth'));
  return found;
}
