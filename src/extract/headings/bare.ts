import { dense } from '../../model/dense.js';
import type { HeadingRules } from '../../rulebook/headings.js';
import { bodyLook, isStyled, standsOut, type BodyLook } from './body.js';
import { tidy, type Item, type Line } from './lines.js';
import type { HeadingNumber } from './number.js';
import { fromArabic } from './numeral.js';

const bare =
  /^[\s\u3000]*([0-9０-９]{1,2})(?:[\s\u3000]+(?=[\p{Script=Han}A-Za-z“《]|20[0-9]{2}年)|(?=\p{Script=Han})(?![年月日个项大类届期次]))/u;
const longest = 30;

/** What a number counts, at the beginning of the words behind it, and not a word of titles that begins like it. */
const unit =
  /^(?:[百千万亿元倍吨米亩辆件台套只栋座份张批楼]|个(?![人体])|年(?!度|终|初|末)|月(?!度)|日(?!常)|名(?![词称单])|项(?!目)|人(?![员民才力口事均])|部(?![门分署])|本(?![年单部级期次])|次(?!年)|户(?!籍|均)|家(?!庭)|所(?![有属])|处(?![室理置])|期(?![末初间])|条(?![件例款])|号|岁|平方|公[里斤顷])/u;

interface Candidate {
  readonly at: number;
  readonly number: HeadingNumber;
  /** Its first subsection follows, or Word says that it is a heading. */
  readonly firm: boolean;
  /** Nothing below shows that it heads anything: it only counts on from headings that are set like it. */
  readonly weak: boolean;
  readonly look: string;
  readonly out: boolean;
  /** Worded as titles of sections are. */
  readonly worded: boolean;
}

const lineAt = (items: readonly Item[], at: number): Line | null => {
  const item = items[at];
  return item?.kind === 'line' ? item.line : null;
};

function bareNumber(line: Line | null): HeadingNumber | null {
  if (line === null || line.number !== null || line.dense.length > longest) return null;
  const [whole = '', digits = ''] = bare.exec(line.text) ?? [];
  const value = fromArabic(digits);
  return value === null || value === 0 || unit.test(line.text.slice(whole.length))
    ? null
    : { kind: 'arabic', value, path: [value], text: digits, end: whole.length };
}

/** True for words that may be a title, and do not stand in a list. */
function mayHead(items: readonly Item[], at: number, { value }: HeadingNumber, body: BodyLook): boolean {
  const line = lineAt(items, at);
  if (line === null || /[。；：，、;:,]/u.test(line.dense)) return false;
  if ((line.look.fontSize ?? Infinity) < (body.fontSize ?? 0) - 0.9) return false;
  return bareNumber(lineAt(items, at - 1))?.value !== value - 1 && bareNumber(lineAt(items, at + 1)) === null;
}

/** True where the item behind a title is something that it heads. */
function isHeaded(below: Item | undefined): boolean {
  if (below?.kind !== 'line') return below?.kind === 'table';
  const { number, dense: words } = below.line;
  return number !== null || words.length > longest || /[。；：]|:$/u.test(words);
}

const lookOf = ({ look }: Line): string => `${look.fontName} ${look.fontSize} ${look.bold} ${look.centred}`;

/** Lines that begin with a bare number and may be headings, in order. `1.1` right behind `1` counts it in. */
function candidatesOf(items: readonly Item[], rules: HeadingRules): Candidate[] {
  const body = bodyLook(items);
  const found: Candidate[] = [];
  const signs = (line: Line, { end }: HeadingNumber): Pick<Candidate, 'look' | 'out' | 'worded'> => {
    const words = dense(line.text.slice(end));
    return {
      look: lookOf(line),
      out: standsOut(line, body, rules),
      worded: rules.ending.test(words) || rules.short_title.test(words),
    };
  };
  let next: HeadingNumber | null = null;
  for (let at = items.length - 1; at >= 0; at--) {
    const line = lineAt(items, at);
    const number = bareNumber(line);
    if (line && number) {
      const counted: boolean = next?.kind === 'decimal' && next.path[0] === number.value && next.path[1] === 1;
      const firm = counted || isStyled(line.look, rules);
      const weak = !firm && !isHeaded(items[at + 1]);
      if (firm || mayHead(items, at, number, body)) found.push({ at, number, firm, weak, ...signs(line, number) });
      if (firm) next = number;
    } else next = line?.number ?? next;
  }
  return found.reverse();
}

/** Headings in a row that a weak one may follow. */
const established = 2;

/** True when a weak candidate counts on from enough others that are set like it. */
const follows = ({ look }: Candidate, chain: readonly Candidate[]): boolean =>
  chain.length >= established && chain.every((it) => it.look === look);

/** Candidates that count on from one; a firm one may begin anywhere. */
function chainsOf(candidates: readonly Candidate[]): readonly (readonly Candidate[])[] {
  const all: Candidate[][] = [];
  const open: Candidate[][] = [];
  for (const candidate of candidates) {
    const { value } = candidate.number;
    const home = open.findLastIndex(
      (chain) => chain.at(-1)?.number.value === value - 1 && (!candidate.weak || follows(candidate, chain)),
    );
    if (home >= 0) {
      open.splice(home + 1);
      open[home]?.push(candidate);
    } else if (!candidate.weak && (value === 1 || candidate.firm)) {
      const chain = [candidate];
      all.push(chain);
      open.push(chain);
    }
  }
  return all;
}

/** Members that vouch for each other where none is firm: fewer where type or words set them all off. */
const enough = { marked: 2, plain: 3 };

/** The members of a chain that are set alike, where one is firm or there are enough of them. */
function headingsOf(chain: readonly Candidate[]): readonly Candidate[] {
  const out = chain.some((it) => it.out);
  const alike = chain.filter((it) => it.firm || it.out === out);
  const least = out || alike.every((it) => it.worded) ? enough.marked : enough.plain;
  return alike.some((it) => it.firm) || alike.length >= least ? alike : [];
}

/** `1 总则`, `2 结论`: a number without a mark behind it numbers a heading where it counts on from heading to heading. */
export function withBareNumbers(items: readonly Item[], rules: HeadingRules): readonly Item[] {
  const numbers = new Map(
    chainsOf(candidatesOf(items, rules))
      .flatMap(headingsOf)
      .map(({ at, number }) => [at, number]),
  );
  return items.map((item, at): Item => {
    const number = numbers.get(at);
    if (item.kind !== 'line' || number === undefined) return item;
    return { kind: 'line', line: { ...item.line, number, words: tidy(item.line.text.slice(number.end)) } };
  });
}
