/** Names that one pattern may become; more is a slip of its writer. */
const most = 500;
const group = /\{([^{}]*)\}/u;

/**
 * The names that a pattern stands for, in order: `公务用车{购置|更新}{费|}` is four. Throws for a brace that has no other, and
 * for too many names.
 */
export function namesOf(pattern: string): readonly string[] {
  let names: readonly string[] = [pattern];
  while (names.some((name) => group.test(name))) {
    names = names.flatMap((name) => {
      const [whole, inside = ''] = group.exec(name) ?? [];
      return whole === undefined ? [name] : inside.split('|').map((word) => name.replace(group, () => word));
    });
    if (names.length > most) throw new Error(`“${pattern}” stands for more than ${most} names`);
  }
  if (names.some((name) => /[{}]/u.test(name))) throw new Error(`“${pattern}” has a brace without its other`);
  return [...new Set(names)];
}
