import { groupedBy } from '../../model/grouped.js';
import { printed } from '../../model/printed.js';
import type { Mention, Passage } from '../../model/reading.js';
import { units, type Formula } from '../../rulebook/formula.js';
import { trialIn, type Declared, type Found, type Scope, type Trial } from './relation-in.js';

/** Mentions that state how much something is in the unit of a formula. */
export const statedIn = (mentions: readonly Mention[], unit: Formula['unit']): readonly Mention[] =>
  mentions.filter(
    ({ act, figure }) => (act === 'level' || act === 'rate') && figure.kind === unit && printed(figure) !== null,
  );

/** The one figure that a label names among mentions. */
export function labelled(mentions: readonly Mention[], label: RegExp): Found {
  const found = mentions.filter((it) => label.test(it.figure.label));
  return new Set(found.map((it) => it.figure.value)).size > 1 ? 'several' : (found[0]?.figure ?? null);
}

const labelScope = (mentions: readonly Mention[]): Scope => {
  const find: Scope['total'] = (it) => (it.by === 'label' ? labelled(mentions, it.label) : null);
  return { total: find, term: find };
};

/** Formulas over labels, tried in every sentence and, where none states all of them, in the paragraph. */
export function inSentences(passages: readonly Passage[]): (declared: Declared) => Trial[] {
  const stretches = passages.map((passage) => ({
    text: passage.text.slice(passage.start, passage.end),
    scopes: new Map(
      units.map((unit) => {
        const stated = statedIn(passage.mentions, unit);
        const sentences = [...groupedBy(stated, (it) => it.sentence).values()];
        return [unit, [...sentences, stated].filter((it) => it.length > 1).map(labelScope)] as const;
      }),
    ),
  }));
  return (declared) => {
    const { unless, unit } = declared.formula;
    return stretches.flatMap(({ text, scopes }) => {
      if (unless?.test(text)) return [];
      const own = scopes.get(unit) ?? [];
      const found = own.slice(0, -1).flatMap((it) => trialIn(declared, it) ?? []);
      return found.length > 0 ? found : own.slice(-1).flatMap((it) => trialIn(declared, it) ?? []);
    });
  };
}
