/** Numbers of fewer digits that say something are a slip of each other by chance. */
const fewestDigits = 3;
const fewestWrong = 4;

/** The digits of a whole number, zeros at the end left off where `all` is not asked. */
const digitsOf = (value: string): string => value.replace(/\.0+$/, '');

/**
 * Whether an amount is another with a slip of the hand: its digits in another order, as where a place was left out
 * (壹佰叁拾柒万零贰佰 for 1,307,200), or one of them wrong. Ten times as much is no slip: a deposit is a tenth of its contract.
 */
export function isMiswritten(capital: string, other: string): boolean {
  const [a, b] = [digitsOf(capital), digitsOf(other)];
  if (a.length !== b.length || a === b || !/^[\d.]+$/.test(a + b)) return false;
  const told = Math.max(...[a, b].map((it) => it.replace(/\D|0+$/g, '').length));
  if (told < fewestDigits) return false;
  const wrong = Array.from(a).filter((it, i) => it !== b[i]).length;
  const reordered = [a, b].map((it) => Array.from(it).sort().join(''));
  return reordered[0] === reordered[1] || (wrong === 1 && told >= fewestWrong);
}
