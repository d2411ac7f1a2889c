import { groupedBy } from '../../model/grouped.js';
import type { Heading } from '../../model/report.js';
import type { Placed, Reading } from '../../model/reading.js';
import type { WordsRelation } from '../../model/relation.js';
import { failingOrOne, quoted, wordsRelation } from '../quoted.js';

const digits = '一二三四五六七八九';

/** 二十三 is 23; null for what is no number below a hundred. */
function chinese(text: string): number | null {
  const match = new RegExp(`^([${digits}])?(十)?([${digits}])?$`).exec(text);
  if (!match || text === '') return null;
  const [, tens, ten, ones] = match;
  if (ten === undefined) return tens !== undefined && ones === undefined ? digits.indexOf(tens) + 1 : null;
  return (tens === undefined ? 1 : digits.indexOf(tens) + 1) * 10 + (ones === undefined ? 0 : digits.indexOf(ones) + 1);
}

const listed = new RegExp(`(?:^|[。；：:;，,\\s])([${digits}]十?[${digits}]?)是(?=[\\p{L}“])`, 'gu');

/** 一是…二是…四是: within one paragraph the ordinals go on one by one. */
function ordinalsIn({ block, heading }: Placed): WordsRelation[] {
  const found = [...block.text.matchAll(listed)].flatMap((match) => {
    const value = chinese(match[1] ?? '');
    return value === null ? [] : [{ value, at: match.index + match[0].indexOf(match[1] ?? ''), text: `${match[1]}是` }];
  });
  if (found.length < 2) return [];
  const broken = found.find((it, i) => {
    const before = found[i - 1];
    return before !== undefined && it.value !== before.value + 1 && it.value !== 1;
  });
  const shown = broken ?? found[0];
  if (!shown) return [];
  return [wordsRelation('listed-ordinals', quoted(block, shown.at, shown.text, heading), broken === undefined)];
}

/** The kind of a heading's number and its value: 一、 and （一） are two kinds. Arabic numbers count lists as often as headings. */
function numberOf({ number }: Heading): { readonly kind: string; readonly value: number } | null {
  const core = /^(?:第)?[（(]?([一二三四五六七八九十]+)[）)]?(?:[、.．章节]|部分)?$/.exec(number.trim());
  const value = chinese(core?.[1] ?? '');
  return value === null ? null : { kind: number.trim().replace(core?.[1] ?? '', '#'), value };
}

interface Member {
  readonly heading: Heading;
  readonly value: number;
  readonly kind: string;
}

/** Headings with a number, by their parent and the kind of their number. */
function seriesOf(headings: readonly Heading[]): Member[][] {
  const members = headings.flatMap((heading): Member[] => {
    const it = numberOf(heading);
    return it ? [{ heading, ...it }] : [];
  });
  const series = groupedBy(members, (it) => `${it.heading.parent ?? ''} ${it.kind}`);
  return [...series.values()].filter((it) => it.length > 2 && !it.some((member) => member.heading.inferred));
}

const printedAs = (kind: string, value: number): string =>
  kind.replace(
    '#',
    value < 10
      ? (digits[value - 1] ?? '')
      : `${value < 20 ? '' : digits[Math.floor(value / 10) - 1]}十${digits[(value % 10) - 1] ?? ''}`,
  );

/** Numbers of headings under one parent: each once, none left out. A number that stands anywhere in the text is not left out. */
function headingNumbers({ headings, paragraphs, metadata }: Reading): WordsRelation[] {
  if (metadata.reportKind === 'template') return [];
  const blocks = new Map(paragraphs.map(({ block }) => [block.id as string, block]));
  const stands = (number: string): boolean => paragraphs.some(({ block }) => block.text.includes(number));
  const all = seriesOf(headings).flatMap((members) =>
    members.slice(1).flatMap((it, i): WordsRelation[] => {
      const before = members[i];
      const block = blocks.get(it.heading.block);
      if (!before || !block) return [];
      const start = Math.max(0, block.text.indexOf(it.heading.title));
      const words = quoted(block, start, it.heading.title, it.heading.id);
      const wanted = printedAs(it.kind, before.value + 1);
      const gap = it.value === before.value + 2 && !stands(wanted);
      return [
        wordsRelation('heading-repeated', words, it.value !== before.value, { wanted }),
        wordsRelation('heading-gap', words, !gap, { wanted }),
      ];
    }),
  );
  return ['heading-repeated', 'heading-gap'].flatMap((check) => failingOrOne(all.filter((it) => it.check === check)));
}

/** Numbers of headings and of listed points, in order. */
export const ordinalsChecked = (reading: Reading): WordsRelation[] => [
  ...failingOrOne(reading.paragraphs.flatMap(ordinalsIn)),
  ...headingNumbers(reading),
];
