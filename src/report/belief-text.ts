import type { BeliefTold } from '../model/belief.js';
import type { Language } from '../model/catalogue.js';
import { visible } from '../model/visible.js';
import { word, type WordKey } from '../model/words.js';

const marks = {
  zh: { colon: '：', comma: '、', semicolon: '；', bracket: (it: string) => `（${it}）` },
  en: { colon: ': ', comma: ', ', semicolon: '; ', bracket: (it: string) => ` (${it})` },
} as const;

/** `12 : 1`, and `1 : 2.9` for what is likelier not so. */
function oddsText(odds: string): string {
  const value = Number(odds);
  return value >= 1 ? `${odds} : 1` : `1 : ${Number((1 / value).toPrecision(2))}`;
}

const percent = (thousandths: number): string => (thousandths / 10).toFixed(1);

function reasonText({ reason, count }: BeliefTold['reasons'][number], language: Language): string {
  if (reason === 'between' && count === '0') return word('nothingBetween', language);
  const text = word(`reason_${reason}`, language);
  return count === undefined ? text : word('reasonCounted', language, { reason: text, count });
}

/** The words about one figure, each with what it was taken for: `年利率（单价、利息）`. */
function wordsText(words: BeliefTold['words'], language: Language): string {
  const { comma, bracket } = marks[language];
  const taken = new Map<string, string[]>();
  for (const { text, class: of } of words) taken.set(text, [...(taken.get(text) ?? []), word(`class_${of}`, language)]);
  return [...taken].map(([text, senses]) => `${visible(text)}${bracket(senses.join(comma))}`).join(comma);
}

/** The lines that tell why a claim is believed to be meant. `printedOf`: a figure as printed, by its id. */
export function beliefText(it: BeliefTold, printedOf: (figure: string) => string, language: Language): string[] {
  const { colon, comma, semicolon } = marks[language];
  const quoted = (figure: string): string => `“${visible(printedOf(figure))}”`;
  const line = (key: WordKey, parts: readonly string[], by: string): string[] =>
    parts.length === 0 ? [] : [`  ${word(key, language)}${colon}${parts.join(by)}\n`];
  const reasonsOf = (sign: 1 | -1): string[] =>
    it.reasons.filter(({ weight }) => weight * sign > 0).map((reason) => reasonText(reason, language));
  const spokenOf = [...new Set(it.words.map(({ figure }) => figure))];
  const words = spokenOf.map((of) => {
    const own = it.words.filter(({ figure }) => figure === of);
    return `${quoted(of)} ${wordsText(own, language)}`;
  });
  const rivals = it.rivals.map(({ shape, figures, share, holds }) =>
    word(holds ? 'beliefRivalHolds' : 'beliefRival', language, {
      what: word(`shape_${shape}`, language),
      figures: figures.map(quoted).join(comma),
      share: percent(share),
    }),
  );
  return [
    `${word('belief', language)}${colon}${word('beliefOdds', language, { odds: oddsText(it.odds) })}\n`,
    `  ${word('beliefPrior', language, { prior: percent(it.prior), none: percent(it.none) })}\n`,
    ...line('beliefWords', words, semicolon),
    ...line('beliefFor', reasonsOf(1), comma),
    ...line('beliefAgainst', reasonsOf(-1), comma),
    ...line('beliefRivals', rivals, semicolon),
    ...line('beliefMends', it.mends.map(quoted), comma),
  ];
}
