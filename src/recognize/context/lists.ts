import { folded, type Chars } from '../chars.js';
import { lend, type Found, type Lent } from '../found.js';
import { ch, code } from '../numerals.js';

const joins = '、和与及,，;；';
const sharing = new Set(['money', 'percent', 'score', 'count', 'dimension', 'duration', 'multiple']);

/** True when one list sign or word, and nothing else, stands between two places. */
function listed(chars: Chars, from: number, to: number, signs: string): boolean {
  return to - from === 1 && signs.includes(String.fromCharCode(chars.codes[from] ?? 32));
}

function lentBy(found: Found): Lent | null {
  if (found.unit === null || !found.numeral || !found.factor || !sharing.has(found.kind)) return null;
  const { unit, kind, unitText, factor, numeral } = found;
  return { kind, unit, unitText, factor, exponent: numeral.exponent };
}

/** 分别为95、88、92分: numbers of a list take the unit of its last member. */
export function shareUnits(chars: Chars, found: readonly Found[]): void {
  for (let last = found.length - 1; last > 0; last--) {
    const owner = found[last];
    const lent = owner ? lentBy(owner) : null;
    if (!lent) continue;
    for (let i = last - 1; i >= 0; i--) {
      const [item, next] = [found[i], found[i + 1]];
      if (
        !item ||
        !next ||
        item.kind !== 'number' ||
        item.unit !== null ||
        !item.numeral ||
        item.numeral.plainDigits > 9
      )
        break;
      if (!listed(chars, item.end, next.start, '、和与及')) break;
      lend(item, lent, 'unit');
      last = i;
    }
  }
}

const respective = [code('分'), code('别')];

function afterRespective(chars: Chars, start: number): boolean {
  for (let i = start - 2; i >= Math.max(0, start - 8); i--) {
    if (chars.codes[i] === respective[0] && chars.codes[i + 1] === respective[1]) return true;
    if ([ch.stop, ch.wideComma, ch.comma].includes(chars.codes[i] as never)) return false;
  }
  return false;
}

/** 分别为12.5万元、8万元和3.6万元: members of one list share a number. */
export function groupLists(chars: Chars, found: readonly Found[]): void {
  let group = 0;
  for (let i = 0; i < found.length; i++) {
    const first = found[i];
    if (!first || !sharing.has(first.kind) || !afterRespective(chars, first.start)) continue;
    let end = i;
    for (let next = found[end + 1]; next && next.kind === first.kind; next = found[end + 1]) {
      if (!listed(chars, found[end]?.end ?? 0, next.start, joins)) break;
      end++;
    }
    if (end === i) continue;
    group++;
    for (let j = i; j <= end; j++) {
      const member = found[j];
      if (member) member.more = { ...member.more, group };
    }
    i = end;
  }
}

/** 伍拾万元整（¥500,000.00）: the same amount said again in brackets. */
export function restate(chars: Chars, found: readonly Found[]): void {
  for (let i = 1; i < found.length; i++) {
    const [first, second] = [found[i - 1], found[i]];
    if (
      first?.kind !== 'money' ||
      second?.kind !== 'money' ||
      first.value !== second.value ||
      first.unit !== second.unit
    )
      continue;
    const between = second.start - first.end > 8 ? '' : folded(chars, first.end, second.start);
    if (/^\((小写|大写|人民币)*[:：]?$/u.test(between)) second.more = { ...second.more, role: 'restatement' };
  }
}
