import type { Chars } from '../chars.js';
import { gap } from '../chars.js';
import type { Found } from '../found.js';
import type { Lexicon } from '../lexicon.js';
import { ch, code, isNumeralChar } from '../numerals.js';

/** What makes a word with 点 before it: 点位, 点子. */
const wordsOfPoint = '位子名击评心阵球数状面对';
/** How far back in its sentence a word for a rate is looked for. */
const reach = 40;
const stops = new Set(['。', '；', ';', '!', '?'].map(code));

/** True when the words before say that a rate has changed: 合格率92%，提高. */
function afterRate(chars: Chars, start: number, lex: Lexicon): boolean {
  const filler = lex.before.filler.longest(chars.codes, start);
  const verb = lex.before.points.longest(chars.codes, filler?.start ?? start);
  if (!verb) return false;
  for (let end = verb.start; end > Math.max(0, verb.start - reach); end--) {
    if (lex.before.rate.longest(chars.codes, end)) return true;
    if (stops.has(chars.codes[end - 1] ?? 0) || (chars.gaps[end] ?? 0) >= gap.newline) return false;
  }
  return false;
}

/** 0.5个点, 提高3个点: percentage points, which 12个点位 and 新增5个点 are not. */
export function applyPoints(chars: Chars, found: readonly Found[], lex: Lexicon): void {
  for (const [i, item] of found.entries()) {
    if (item.kind !== 'count' || item.unit !== '个' || chars.codes[item.end] !== ch.point) continue;
    const next = chars.codes[item.end + 1] ?? 0;
    const isWord = wordsOfPoint.includes(String.fromCharCode(next || 32)) || isNumeralChar(next);
    const overlaps = (found[i + 1]?.start ?? chars.length) <= item.end;
    if (isWord || overlaps || chars.gaps[item.end] !== gap.none) continue;
    if (!item.number?.includes('.') && !afterRate(chars, item.start, lex)) continue;
    Object.assign(item, { kind: 'percent', unit: 'pp', end: item.end + 1, unitText: `${item.unitText}点` });
  }
}
