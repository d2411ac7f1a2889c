import type { Chars } from './chars.js';
import type { Found } from './found.js';
import type { Lexicon } from './lexicon.js';
import { isNumeralChar } from './numerals.js';
import { quantityAt } from './signed.js';
import { Trie } from './trie.js';

const each = new Trie<string>();
for (const [word, per] of Object.entries({ 每小时: 'h', 每秒: 's', 每秒钟: 's' })) each.add(word, per);
const speeds: Readonly<Record<string, string>> = { km: 'km/h', m: 'm/s' };

/** 每小时十公里: a speed with its time in front. `i` is at 每. */
export function speedAt(chars: Chars, i: number, lex: Lexicon): Found | null {
  const found = each.longest(chars.codes, i);
  if (!found || !isNumeralChar(chars.codes[found.end] ?? 0)) return null;
  const distance = quantityAt(chars, found.end, found.end, lex, null);
  const unit = speeds[distance?.unit ?? ''];
  if (!distance || unit?.split('/')[1] !== found.value) return null;
  return { ...distance, start: i, unit };
}
