/** The value that holds for most characters; null for no text. */
export function prevailing<T, Piece extends { readonly text: string }>(
  pieces: readonly Piece[],
  pick: (it: Piece) => T,
): T | null {
  const weights = new Map<T, number>();
  for (const it of pieces) weights.set(pick(it), (weights.get(pick(it)) ?? 0) + it.text.length);
  let best: T | null = null;
  let most = 0;
  for (const [value, weight] of weights) if (weight > most) [best, most] = [value, weight];
  return best;
}
