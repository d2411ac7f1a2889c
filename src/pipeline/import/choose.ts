import picomatch from 'picomatch';

/** Which files of a folder are wanted: paths relative to the folder that was named, with slashes. */
export interface Choice {
  readonly takes: (path: string) => boolean;
  /** Whether nothing below this folder is wanted. */
  readonly prunes: (folder: string) => boolean;
}

/**
 * Files that some pattern of `include` matches (or all, where there is none) and none of `exclude`. A pattern without a slash is
 * held against the name alone, at any depth; one with a slash against the path from the folder that was named. `*` stays within a
 * name, `**` spans folders, `?`, `[…]`, `{a,b}` and `!(…)` are as in a shell; names that begin with a dot match too. A folder that
 * `exclude` matches is not entered.
 */
export function choiceOf(include: readonly string[], exclude: readonly string[]): Choice {
  const included = matcher(include);
  const excluded = matcher(exclude);
  return {
    takes: (path) => (included === null || included(path)) && !(excluded?.(path) ?? false),
    prunes: (folder) => excluded?.(folder) ?? false,
  };
}

/** Null where there is no pattern. */
export function matcher(patterns: readonly string[]): ((path: string) => boolean) | null {
  if (patterns.length === 0) return null;
  const all = patterns.map((pattern) => picomatch(pattern, { dot: true, basename: !pattern.includes('/') }));
  return (path) => all.some((matches) => matches(path));
}
