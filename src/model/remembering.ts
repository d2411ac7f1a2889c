/**
 * A pure function of a text that keeps its answers: headings and labels come again in every row. It forgets all of them when they
 * have become many, so that a process that reads thousands of files does not grow.
 */
export function remembering<T>(answer: (text: string) => T, most = 4096): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as T;
    if (known.size >= most) known.clear();
    const made = answer(text);
    known.set(text, made);
    return made;
  };
}
