import type { Said } from './frame.js';

/** Digits that must be printed before one slip says anything. */
const fewest = 3;

const oneOff = (a: string, b: string): boolean => {
  const at = [...a].findIndex((digit, i) => digit !== b[i]);
  const [x, y] = [a.slice(at), b.slice(at)];
  return x.slice(1) === y.slice(1) || (x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2));
};

/** Whether one digit was left out of the shorter. */
const dropped = (long: string, short: string): boolean =>
  [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short);

/** Whether a number is another with one digit wrong, left out or doubled, two exchanged, its point moved or its sign turned. */
function isSlip(printed: number, right: number, decimals: number): boolean {
  const [a, b] = [printed, right].map((it) => Math.abs(it).toFixed(decimals).replace('.', '').replace(/^0+/, ''));
  if (a === undefined || b === undefined || a.length < fewest || b.length < fewest) return false;
  if (a === b) return Math.sign(printed) !== Math.sign(right);
  const trimmed = [a, b].map((it) => it.replace(/0+$/, ''));
  if (trimmed[0] === trimmed[1] && (trimmed[0]?.length ?? 0) >= 2) return true;
  if (Math.sign(printed) !== Math.sign(right)) return false;
  if (a.length === b.length) return oneOff(a, b);
  return a.length === b.length + 1 ? dropped(a, b) : b.length === a.length + 1 && dropped(b, a);
}

/** Whether one slip of the hand in what is claimed, or in one of the figures that make it, is all that parts the two. */
export function slips({ claimant, operands, computed }: Said, sum: boolean): boolean {
  const middle = (computed[0] + computed[1]) / 2;
  const unitOf = (it: typeof claimant): number => Number(it.figure.step);
  const units = (value: number, step: number): number => Math.round(value / step);
  const step = unitOf(claimant);
  if (!(step > 0)) return false;
  if (isSlip(units(claimant.value, step), units(middle, step), 0)) return true;
  const gap = claimant.value - middle;
  return (
    sum &&
    operands.some((it) => {
      const own = unitOf(it);
      return [it.value + gap, it.value - gap].some(
        (right) => right > 0 === it.value > 0 && isSlip(units(it.value, own), units(right, own), 0),
      );
    })
  );
}
