import type { AccountName, Classifications } from '../../rulebook/classification.js';

/** 教育支出 and 教育, 城乡社区支出 and 城乡社区事务 are one name, written in full or in short. */
const short = (name: string): string => name.replace(/(?:支出|事务)$/, '');
const inForce = ({ since, until }: AccountName, year: number): boolean =>
  (since === null || since <= year) && (until === null || year <= until);

/** Names of subjects by function in the years of their use. */
export class Subjects {
  constructor(
    readonly classifications: Classifications,
    readonly year: number,
  ) {}

  /** The 类 that a name belongs or belonged to; null where there is none, or more than one. */
  groupCalled(name: string): string | null {
    return this.classifications.groupNamed('functional', name);
  }

  /** The 款 of a 类 that a name belongs or belonged to; null where there is none. */
  codeCalled(name: string, group: string): string | null {
    const named = this.classifications.called('functional', name).find((it) => it.code.slice(0, -2) === group);
    return named?.code ?? null;
  }

  /** What a code was called in the year, for a name that it bears in other years only; null where the name is right, short or unknown. */
  wanted(code: string, name: string): string | null {
    const names = this.classifications.namesOf('functional', code);
    const current = names.filter((it) => inForce(it, this.year));
    const own = new Set(this.classifications.called('functional', name).map((it) => it.code));
    if (!own.has(code) || current.some((it) => short(it.name) === short(name))) return null;
    return current[0]?.name ?? null;
  }

  /** The one other code that a name belongs to, where the code beside it is known under other names; null otherwise. */
  rightful(code: string, name: string): string | null {
    const codes = new Set(
      this.classifications
        .called('functional', name)
        .map((it) => it.code)
        .filter((it) => it.length === code.length),
    );
    if (codes.size !== 1 || codes.has(code)) return null;
    const known = this.classifications.namesOf('functional', code);
    const [other] = codes;
    return known.length > 0 && known.every((it) => short(it.name) !== short(name)) ? (other ?? null) : null;
  }

  /** Whether a code bears a name, or ever did. */
  known(code: string, name: string): boolean {
    return this.classifications.called('functional', name).some((it) => it.code === code);
  }
}
