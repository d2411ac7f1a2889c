/** Characters of a name that are kept: beyond them nobody reads it, and file systems stop at 255 bytes. */
const longest = 200;

/** What would act on a terminal or turn text around, where a name is shown, and characters that no file system allows. */
const acting = /[\p{Cc}\p{Cs}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A name that is too long keeps the extension by which a report is known. */
function cut(step: string): string {
  if (step.length <= longest) return step;
  return `${step.slice(0, longest)}…${/\.\w{1,8}$/.exec(step)?.[0] ?? ''}`;
}

function plain(name: string): string {
  const steps = name
    .replace(acting, '\uFFFD')
    .split('/')
    .filter((step) => step !== '' && step !== '.' && step !== '..' && !/^[A-Za-z]:$/.test(step));
  return steps.map(cut).join('/') || '?';
}

/** Names of an archive's files as labels: no step upwards, no drive, nothing unseen, cut where absurdly long, each one once. */
export function memberNames(names: readonly string[]): readonly string[] {
  const copies = new Map<string, number>();
  const taken = new Set<string>();
  return names.map((name) => {
    const base = plain(name);
    let copy = (copies.get(base) ?? 0) + 1;
    while (taken.has(labelled(base, copy))) copy++;
    copies.set(base, copy);
    taken.add(labelled(base, copy));
    return labelled(base, copy);
  });
}

/** The number of a copy stands before the extension, by which a report is known. */
const labelled = (name: string, copy: number): string =>
  copy === 1 ? name : name.replace(/(\.[^./]*)?$/, `#${copy}$1`);
