import type { WordsRelation } from '../../../model/relation.js';
import type { Length, Nth, TimePiece, TimeTrack } from '../../../model/times.js';
import type { Times } from '../../../rulebook/times.js';
import { claim, failingOrOne, is, quote, sentencesOf } from './pieces.js';
import { yearsIn, type YearAt } from './years.js';

/** How many pieces may stand between a year and what was founded in it. */
const reach = 8;
const mostLight = 2;

const endsClause = (piece: TimePiece | undefined): boolean =>
  !piece || ['moment', 'comma', 'semicolon', 'stop', 'close', 'open'].includes(piece.is);

/** 建站35周年, 开馆的第八个年头: years are counted from there, and nothing is founded. */
function counts(pieces: readonly TimePiece[], at: number): boolean {
  const next = is(pieces[at + 1], 'light', 'gone', 'total') ? pieces[at + 2] : pieces[at + 1];
  return next?.is === 'length' || next?.is === 'nth';
}

const founds = (piece: TimePiece | undefined): boolean => is(piece, 'founded', 'begun');

/** 成立于1986年, 1959年建馆: the word for what was founded in a year; null where nothing was. */
function foundingAt(pieces: readonly TimePiece[], at: number): TimePiece | null {
  for (let i = at + 1; i <= at + reach && !endsClause(pieces[i]); i++) {
    if (founds(pieces[i]) && !counts(pieces, i)) return pieces[i] ?? null;
  }
  for (let i = at - 1; i >= at - mostLight && i >= 0; i--) {
    if (founds(pieces[i])) return pieces[i] ?? null;
    if (!is(pieces[i], 'light', 'from') && pieces[i]?.is !== 'open') return null;
  }
  return null;
}

/** The word before a count of years, of that from which they are counted: 建站35周年, 投用的第八个年头, 通车已满20年. */
function originOf(pieces: readonly TimePiece[], at: number): TimePiece | null {
  let i = at - 1;
  while (i > at - 1 - mostLight && is(pieces[i], 'light', 'total', 'gone') && !founds(pieces[i])) i--;
  const before = pieces[i];
  return before && founds(before) ? before : null;
}

/** Whether years that are counted from one event may be counted from another: a founding has many names, what came later has its own. */
function isOne(track: TimeTrack, founding: TimePiece, origin: TimePiece | null): boolean {
  if (is(founding, 'founded') && (!origin || is(origin, 'founded'))) return true;
  if (!origin) return false;
  const said = ({ start, end }: TimePiece): string => track.text.slice(start, end);
  return [...said(founding)].some((it) => said(origin).includes(it));
}

interface Counted {
  readonly piece: Length | Nth;
  readonly at: number;
  /** The years that may have gone by since the founding. */
  readonly gone: readonly number[];
}

/** 35周年, 建厂50年, 第八个年头: what counts years from a founding. */
function countedIn(pieces: readonly TimePiece[], { units }: Times): Counted[] {
  return pieces.flatMap((piece, at): Counted[] => {
    const before = is(pieces[at - 1], 'total', 'gone') ? originOf(pieces, at) : pieces[at - 1];
    if (piece.is === 'nth') {
      const years = units['nth-year'].includes(piece.unitText) && piece.unitText.length > 1;
      return years ? [{ piece, at, gone: [piece.number - 1, piece.number] }] : [];
    }
    if (piece.is !== 'length' || piece.unit !== 'year' || piece.approximate || !Number.isInteger(piece.number))
      return [];
    const { number } = piece;
    if (units.anniversary.includes(piece.unitText)) return [{ piece, at, gone: [number] }];
    const told = units['nth-year'].includes(piece.unitText) && piece.unitText.length > 1;
    if (told) return [{ piece, at, gone: [number, number - 1] }];
    if (before && founds(before) && !is(pieces[at + 1], 'before', 'after', 'by'))
      return [{ piece, at, gone: [number, number - 1] }];
    return [];
  });
}

/** The years of a paragraph up to and with a sentence in which something was founded, the nearest last. */
function foundingsIn(
  track: TimeTrack,
  sentences: readonly (readonly TimePiece[])[],
  origin: TimePiece | null,
): YearAt[] {
  return sentences.flatMap((pieces) =>
    yearsIn(pieces).filter(({ at }) => {
      const founding = foundingAt(pieces, at);
      return founding !== null && isOne(track, founding, origin);
    }),
  );
}

function anniversaryClaim(
  track: TimeTrack,
  sentences: readonly (readonly TimePiece[])[],
  { piece, at, gone }: Counted,
): WordsRelation | null {
  const pieces = sentences.at(-1) ?? [];
  const word = pieces[at - 1];
  const known = word?.is === 'word' ? word.knownYear : null;
  const foundings = known === null ? foundingsIn(track, sentences, originOf(pieces, at)) : [];
  // two things were founded: which of them the years count from is not said
  const years = new Set(known === null ? foundings.map((it) => it.year) : [known]);
  const [founded] = years;
  if (founded === undefined || years.size > 1) return null;
  const others = yearsIn(pieces).filter(
    (it) => it.year > founded && !foundings.some((one) => one.moment === it.moment),
  );
  // 2013年八十五周年: the year in the clause of the count is its own
  const own = others.filter((it) => it.moment.clause === piece.clause && it.at < at).slice(-1);
  const nows = (own.length > 0 ? own : others).map((it) => it.year);
  if (nows.length === 0) return null;
  const holds = nows.some((it) => gone.includes(it - founded));
  const now = nows.at(-1) ?? founded;
  const wanted = String(now - founded + (piece.is === 'nth' ? 1 : 0));
  const against = [...foundings.slice(-1), ...(own.length > 0 ? own : others.slice(-1))].map(({ moment }) =>
    quote(track, moment.start, moment.end),
  );
  const sure = new Set(nows).size === 1;
  return claim('year-count', quote(track, piece.start, piece.end), holds, {
    wanted,
    against,
    ...(sure ? {} : { most: 'review' as const }),
  });
}

/** Anniversaries that are not as many years from the founding as the dates beside them. */
export function anniversaries(tracks: readonly TimeTrack[], times: Times): readonly WordsRelation[] {
  return failingOrOne(
    tracks.flatMap((track) => {
      const sentences = sentencesOf(track);
      return sentences.flatMap((pieces, i) =>
        countedIn(pieces, times).flatMap(
          (it) => anniversaryClaim(track, sentences.slice(Math.max(0, i - 2), i + 1), it) ?? [],
        ),
      );
    }),
  );
}
