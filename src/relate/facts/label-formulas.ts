import { printed, type Term } from '../../model/printed.js';
import type { Mention, Passage } from '../../model/reading.js';
import type { Relation } from '../../model/relation.js';
import type { Check, LabelFormula } from '../../rulebook/check.js';

const states = (mention: Mention, kind: LabelFormula['kind']): boolean =>
  (mention.act === 'level' || mention.act === 'rate') &&
  mention.figure.kind === kind &&
  printed(mention.figure) !== null;

/** The one mention that a pattern names; null for none, undefined where several differ. */
function named(mentions: readonly Mention[], pattern: RegExp): Mention | null | undefined {
  const found = mentions.filter((it) => pattern.test(it.figure.label));
  return new Set(found.map((it) => it.figure.value)).size > 1 ? undefined : (found[0] ?? null);
}

function relationIn(check: Check, formula: LabelFormula, mentions: readonly Mention[]): Relation | null {
  const total = named(mentions, formula.total);
  if (!total) return null;
  const signed = [
    ...formula.plus.map((pattern) => ({ pattern, weight: 1 as const })),
    ...formula.minus.map((pattern) => ({ pattern, weight: -1 as const })),
  ].map((it) => ({ ...it, mention: named(mentions, it.pattern) }));
  const optional = new Set(formula.optional.map((it) => it.source));
  const known = signed.every(
    ({ pattern, mention }) => mention !== undefined && (mention !== null || optional.has(pattern.source)),
  );
  if (!known) return null;
  const terms = signed.flatMap(({ mention, weight }): Term[] =>
    mention && mention !== total ? [{ figure: mention.figure, weight }] : [],
  );
  const [only, ...more] = terms;
  if (!only || new Set([total.figure, ...terms.map((it) => it.figure)]).size <= terms.length) return null;
  const base = { check: check.id, doubt: null };
  if (formula.at_least) return { ...base, kind: 'at-most', lesser: only.figure, greater: total.figure };
  if (more.length === 0) return { ...base, kind: 'equal', left: total.figure, right: only.figure };
  return { ...base, kind: 'sum', total: total.figure, terms, complete: true };
}

const kinds = ['money', 'count', 'percent'] as const;

/** What a passage states of each kind, sentence by sentence and then as a whole; stretches of one figure relate nothing. */
function stretchesOf({ mentions }: Passage): ReadonlyMap<LabelFormula['kind'], readonly (readonly Mention[])[]> {
  return new Map(
    kinds.map((kind) => {
      const stated = mentions.filter((it) => states(it, kind));
      const sentences = new Map<number, Mention[]>();
      for (const it of stated) {
        const together = sentences.get(it.sentence);
        if (together) together.push(it);
        else sentences.set(it.sentence, [it]);
      }
      return [kind, [...sentences.values(), stated].filter((it) => it.length > 1)] as const;
    }),
  );
}

/** Formulas over labels, tried in every sentence and, where none states all of them, in the paragraph. */
export function labelFormulas(checks: Iterable<Check>, passages: readonly Passage[]): Relation[] {
  const declared = [...checks].flatMap((check) =>
    check.relation && 'labels' in check.relation ? [{ check, formula: check.relation.labels }] : [],
  );
  return passages.flatMap((passage) => {
    const stretches = stretchesOf(passage);
    return declared.flatMap(({ check, formula }): Relation[] => {
      if (formula.unless?.test(passage.text.slice(passage.start, passage.end))) return [];
      const own = stretches.get(formula.kind) ?? [];
      const found = own.slice(0, -1).flatMap((it) => relationIn(check, formula, it) ?? []);
      const whole = own.at(-1);
      return found.length > 0 || !whole ? found : [relationIn(check, formula, whole) ?? []].flat();
    });
  });
}
