import type { KindRules } from '../../rulebook/kinds.js';

/** What a document's kind is told from, all without white space. */
export interface KindCues {
  readonly title: string;
  readonly headings: readonly string[];
  readonly texts: readonly string[];
}

const hits = (patterns: readonly RegExp[], where: readonly string[]): number =>
  patterns.filter((pattern) => where.some((text) => pattern.test(text))).length;

/** The id of the kind with the most points. Of equals the first listed wins. */
export function kindOf({ title, headings, texts }: KindCues, rules: KindRules): string {
  if (rules.template.test(title)) return 'template';
  const said = [...texts, ...headings];
  let best = { id: 'other', points: rules.least - 1 };
  for (const kind of rules.kinds) {
    const points =
      rules.weights.title * hits(kind.title, [title]) +
      rules.weights.heading * hits(kind.heading, headings) +
      rules.weights.text * hits(kind.text, said);
    if (points > best.points) best = { id: kind.id, points };
  }
  return best.id;
}
