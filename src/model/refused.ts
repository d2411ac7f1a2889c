/** Files that a process may open, files open on the machine, memory, and processes. */
const refusals: ReadonlySet<string> = new Set(['EMFILE', 'ENFILE', 'ENOMEM', 'EAGAIN']);

/** The code with which the system says that it has no more to give, whatever for; null for any other fault. */
export function refusalOf(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return refusals.has(code) ? code : null;
}

/** The same in the last words of a process. */
export const refusalIn = (words: string): string | null =>
  [...refusals].find((code) => words.includes(`Error: ${code}: `)) ?? null;
