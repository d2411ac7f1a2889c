import type { KindRules } from '../../rulebook/kinds.js';

/** A place's name as a pattern: of some characters before its rank, or before the one given. */
export const placeOf = (rules: KindRules, characters = '{2,5}?', rank = rules.place_rank.source): string =>
  `(?:${rules.place_character.source}${characters}${rank})`;
