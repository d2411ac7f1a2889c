import type { Piece } from '../cut.js';

/** A time of day in minutes, with where it stands. */
export interface ClockAt {
  readonly start: number;
  readonly end: number;
  readonly clock: number;
}

const mostHours = 24;

const minutesOf = (value: string): number | null => {
  const [, hours, minutes] = /^(\d{1,2}):(\d\d)/.exec(value) ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
};

/** 20:30, 上午8时30分, 20时: the time of day that begins with a piece; a bare number is one with what hours are told in. */
export function clockAt<T>(pieces: readonly Piece<T>[], at: number, oclock: readonly string[]): ClockAt | null {
  const [piece, next] = [pieces[at], pieces[at + 1]];
  if (piece?.is !== 'quantity') return null;
  const { kind, value, unitText, start, end, approx } = piece.quantity;
  if (approx !== undefined) return null;
  if (kind === 'time') {
    const clock = minutesOf(value);
    return clock === null ? null : { start, end, clock };
  }
  const hours = Number(value);
  if (!/^\d{1,2}$/.test(value) || hours > mostHours) return null;
  if (kind === 'count' && oclock.includes(unitText)) return { start, end, clock: hours * 60 };
  const told = kind === 'number' && next?.is === 'word' && next.start === end && oclock.includes(next.text);
  return told ? { start, end: end + next.text.length, clock: hours * 60 } : null;
}
