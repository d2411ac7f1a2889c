/** The time that an amount is of: what happened during a year, or what was held at its end. */
export interface When {
  readonly year: number;
  readonly held: boolean;
  /** The document says that it changed the amount since it was first reported. */
  readonly restated: boolean;
}

export const keyOf = ({ year, held }: When): string => `${held ? 'end of' : 'during'} ${year}`;

const change = /增减|变动|变化|比上年|较上年|比较|差额|差异|幅度|增长|增加|减少|完成/;
const restatement = /重述|重列|追溯|调整后|重分类后/;
const year = '((?:19|20)\\d{2})';
const sep = '[年./\\-]';
const endOf = new RegExp(`${year}(?:${sep}12(?:月|[./\\-])31日?|年?(?:年末|末|年底|底|期末))`, 'g');
const startOf = new RegExp(`${year}(?:${sep}0?1(?:月|[./\\-])0?1日?(?!\\d)|年初(?!预算|批复))`, 'g');
const during = new RegExp(`${year}(?:年|(?!\\d))`, 'g');
const relative: readonly [RegExp, number, boolean][] = [
  [/上年(?:年)?末|上年度末|上期期?末|去年年?末/, -1, true],
  [/期末|年末/, 0, true],
  [/(?:期初|年初)(?!预算|批复)/, -1, true],
  [/上年|上期|去年|上一年/, -1, false],
  [/本年|本期|当年|今年/, 0, false],
];

/** The time that words name; null where they name none, several, or a change between two. */
export function whenIn(words: string, reported: number): When | null {
  if (change.test(words)) return null;
  const restated = restatement.test(words);
  const named = new Map<string, When>();
  let rest = words;
  const take = (pattern: RegExp, offset: number, held: boolean): void => {
    rest = rest.replace(pattern, (_all, digits: string) => {
      const when = { year: Number(digits) + offset, held, restated };
      named.set(keyOf(when), when);
      return '';
    });
  };
  take(startOf, -1, true);
  take(endOf, 0, true);
  take(during, 0, false);
  const [only, ...others] = named.values();
  if (others.length > 0) return null;
  if (only) return only;
  const found = relative.find(([pattern]) => pattern.test(words));
  return found ? { year: reported + found[1], held: found[2], restated } : null;
}

/** True where words speak of a change of what amounts include: they then say nothing of the year itself. */
export const namesChange = (words: string): boolean => change.test(words);
