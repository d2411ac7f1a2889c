import { decimal } from '../../model/decimal.js';
import type { Chars } from '../chars.js';
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
