import { folded, type Chars } from '../chars.js';
import { ch, code, isDigit, isLatin } from '../numerals.js';
import type { Found } from '../found.js';
import type { Lexicon } from '../lexicon.js';

const measured = new Set([
  'money',
  'percent',
  'score',
  'count',
  'dimension',
  'duration',
  'multiple',
  'fraction',
  'number',
]);

/** <td>5 and <td colspan="2">5: the > of a tag says nothing of the number behind it. */
function endsTag({ codes }: Chars, at: number): boolean {
  const last = codes[at - 2] ?? 0;
  return codes[at - 1] === code('>') && (isLatin(last) || isDigit(last) || last === 0x22 || last === ch.slash);
}

/** 减少了约5万元: the words right before a quantity say which way it went and how exact it is. */
function before(chars: Chars, item: Found, lex: Lexicon): void {
  const { codes } = chars;
  let at = item.start;
  for (let steps = 0; steps < 4; steps++) {
    const read = lex.before.approx.longest(codes, at);
    const approx = read?.value && !endsTag(chars, at) ? { start: read.start, value: read.value } : null;
    const direction = lex.before.direction.longest(codes, at);
    const filler = lex.before.filler.longest(codes, at);
    if (direction && direction.start <= (approx?.start ?? at) && direction.start <= (filler?.start ?? at)) {
      item.more = { ...item.more, direction: direction.value };
      return;
    }
    if (!approx && (!filler || read)) return;
    if (approx && approx.start <= (filler?.start ?? at)) {
      if (item.more.approx === undefined && !(item.kind === 'duration' && approx.value === 'nearly'))
        item.more = { ...item.more, approx: approx.value };
      at = approx.start;
    } else if (filler) {
      if (lex.before.changeTo.longest(codes, at)) return;
      at = filler.start;
    }
  }
}

function after(chars: Chars, item: Found, lex: Lexicon): void {
  if (item.more.approx !== undefined) return;
  const approx = lex.after.approx.longest(chars.codes, item.end);
  if (!approx?.value) return;
  if (item.kind !== 'duration' && folded(chars, item.end, approx.end) === '内') return;
  item.more = { ...item.more, approx: approx.value };
}

/** 由295个精简为25个: two of a kind with a change verb between them. */
function changes(chars: Chars, first: Found, second: Found, lex: Lexicon): boolean {
  if (first.kind !== second.kind || first.unit !== second.unit || !measured.has(first.kind)) return false;
  if (second.start - first.end > 8 || second.start === first.end) return false;
  const to = lex.before.changeTo.longest(chars.codes, second.start);
  if (!to || to.start < first.end) return false;
  const verb = lex.before.direction.longest(chars.codes, to.start);
  const named = verb !== null && verb.start >= first.end;
  return named || (to.start > first.end && lex.before.changeFrom.longest(chars.codes, first.start) !== null);
}

/** 减少（12.34）%: the brackets say once more what the verb says. */
function saidTwice(item: Found): void {
  if (item.more.direction !== 'decrease' || item.more.sign !== 'paren') return;
  const { sign: _said, ...more } = item.more;
  Object.assign(item, { value: item.value.replace(/^-/, ''), number: item.number?.replace(/^-/, '') ?? null, more });
}

export function applyCues(chars: Chars, found: readonly Found[], lex: Lexicon): void {
  for (const [i, item] of found.entries()) {
    if (!measured.has(item.kind)) continue;
    before(chars, item, lex);
    after(chars, item, lex);
    saidTwice(item);
    const previous = found[i - 1];
    if (!previous || !changes(chars, previous, item, lex)) continue;
    previous.more = { ...previous.more, role: 'change-from' };
    item.more = { ...item.more, role: 'change-to' };
  }
}
