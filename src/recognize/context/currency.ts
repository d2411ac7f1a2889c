import { decimal } from '../../model/decimal.js';
import { folded, printed, type Chars } from '../chars.js';
import { lend, type Found } from '../found.js';
import type { Lexicon } from '../lexicon.js';

const yuan = { kind: 'money', unit: 'CNY', unitText: '', factor: decimal(1), exponent: 0 } as const;
/** How far back a clause is searched for what the number counts. */
const reach = 16;
const clauseEnds = '。，；、,;!！?？\n';

/** True when the nearest word that says what is counted says money. */
function afterMoneyWord(chars: Chars, start: number, lex: Lexicon): boolean {
  for (let end = start; end > Math.max(0, start - reach); end--) {
    const found = lex.before.money.longest(chars.codes, end);
    if (found) return found.value;
    if (clauseEnds.includes(String.fromCharCode(chars.codes[end - 1] ?? 0))) return false;
  }
  return false;
}

/** 元 alone, with its scales: the currency is said elsewhere. */
const bareYuan = /^[千万亿]*元$/u;
/** 折合, 相当于: the other currency is said beside one's own. */
const converts = /[合当]于?$/u;
/** Where traditional characters are written, 元 alone is of the currency that is named: 新臺幣, 港幣, 澳門元. */
const traditional = /[幣臺圓門]/u;

/** The currency that is named right at an amount, in traditional characters; null where none is. */
function namedAt(chars: Chars, item: Found, lex: Lexicon): string | null {
  const word = lex.currencyBefore.longest(chars.codes, item.start);
  const converted = converts.test(folded(chars, Math.max(0, item.start - 3), item.start));
  return word && !converted && traditional.test(printed(chars, item.start, word.end)) ? item.unit : null;
}

/** 新臺幣5,000元，支出3,000元: in a sentence that names one currency, and that with its first amount, 元 is of it. */
export function applyNamed(chars: Chars, found: readonly Found[], lex: Lexicon): void {
  let named: string | null = null;
  let [first, from] = [true, 0];
  for (const item of found) {
    if (item.kind !== 'money') continue;
    if (folded(chars, from, item.start).includes('。')) [named, first] = [null, true];
    const word = lex.currencyBefore.longest(chars.codes, item.start);
    const bare = item.unit === 'CNY' && !word && bareYuan.test(item.unitText);
    if (bare && named) Object.assign(item, { unit: named, more: { ...item.more, inherited: 'currency' } });
    else if (item.unit !== named) named = first ? namedAt(chars, item, lex) : null;
    [first, from] = [false, item.end];
  }
}

/** 投入资金3.5亿, 四千万收购: a scaled number without a unit beside a word for money. */
export function applyCurrency(chars: Chars, found: readonly Found[], lex: Lexicon): void {
  for (const item of found) {
    if (item.kind !== 'number' || item.unit !== null) continue;
    const range = item.numeral === undefined && item.unitText !== '';
    if (!range && !item.numeral?.scaled) continue;
    if (!afterMoneyWord(chars, item.start, lex) && lex.after.money.end(chars.codes, item.end) === item.end) continue;
    if (item.numeral) lend(item, yuan, 'currency');
    else Object.assign(item, { kind: 'money', unit: 'CNY', more: { ...item.more, inherited: 'currency' } });
  }
}
