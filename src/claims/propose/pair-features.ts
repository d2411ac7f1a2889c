import type { Spot } from '../../model/description.js';
import { likeness, nearness, placeOf, tagOf } from './places.js';

/** What is said of a claim that a figure is made of two others of one measure: how the sentence puts it, and their places, words, distances and names. */
export function pairFeatures(
  shape: string,
  cue: string,
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
    say(`names ${likeness(a.terms, b.terms)}`),
    say(`named ${named}`),
    say(`cue ${cue} named ${named}`),
  ];
  if (construction !== null) {
    found.push(say(`says ${construction}`), say(`says ${construction} cue ${cue}`));
    found.push(say(`says ${construction} names ${likeness(a.terms, b.terms)}`));
  }
  if (claimant.value === 100) found.push(say('of 100'), say(`cue ${cue} of 100`));
  if (a.value > b.value) found.push(say(`cue ${cue} a > b`));
  if (a.figure.unitText === b.figure.unitText) found.push(say('unit'));
  if (a.depth !== claimant.depth || b.depth !== claimant.depth) found.push(say('depth'));
  return found;
}
