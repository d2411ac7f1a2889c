import { quote } from '../quote.js';
import { anyOf } from '../../../rulebook/any-of.js';
import type { Beside } from './beside.js';
import type { Lexicon } from './lexicon.js';
import type { Paragraph } from './paragraph.js';

/** No more of a paragraph is looked at before a count. */
const reach = 400;
/** More or fewer by so many is a slip. */
const mostOff = 2;

/** Counts of persons right behind their names, which roles part: 组长陈立，副组长何敏、孙大勇，组员赵倩、吴迪共6人. */
export function countsByRole(paragraphs: readonly Paragraph[], { rules }: Lexicon): Beside[] {
  const role = `(?:${anyOf(rules.roles)})(?:${anyOf(rules.copulas)})?[：:]?`;
  const name = '\\p{sc=Han}{2,4}?';
  const group = `${role}${name}(?:、${name})*`;
  const listed = new RegExp(`${group}(?:[，,；;、]\\s*${group})+[，,]?(?:${anyOf(rules.closers)})?$`, 'u');
  const lead = new RegExp(role, 'gu');
  return paragraphs.flatMap((paragraph) =>
    paragraph.counts.flatMap((count): Beside[] => {
      if (!rules.persons.includes(count.counter)) return [];
      const from = Math.max(0, count.start - reach);
      const found = listed.exec(paragraph.text.slice(from, count.start));
      if (!found) return [];
      const closed = found[0].replace(new RegExp(`[，,]?(?:${anyOf(rules.closers)})?$`, 'u'), '');
      const names = closed.split(/[，,；;、]/u).map((it) => it.trim().replace(lead, ''));
      if (names.some((it) => it.length < 2) || Math.abs(names.length - count.value) > mostOff) return [];
      const [start, end] = [from + found.index, from + found.index + closed.length];
      const { block, heading } = paragraph.placed;
      const list = quote(block, start, end, heading);
      return [{ paragraph, stated: count, items: names, possible: [names.length], partial: false, list }];
    }),
  );
}
