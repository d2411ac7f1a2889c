/** How many characters must be inserted, removed, changed or swapped with their neighbour to turn a into b. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  let above = row;
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substituted = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (above[j - 2] ?? 0) + 1 : Infinity;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, substituted, swapped));
    }
    [above, row] = [row, next];
  }
  return row[b.length] ?? 0;
}

/** The known word that was probably meant: the one at most a third of its length away; null when none is. */
export function nearest(word: string, known: readonly string[]): string | null {
  let best: string | null = null;
  let least = Infinity;
  for (const candidate of known) {
    const away = distance(word, candidate);
    if (away < least && away <= Math.max(1, Math.floor(candidate.length / 3))) [best, least] = [candidate, away];
  }
  return best;
}
