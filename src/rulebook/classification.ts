import { groupedBy } from '../model/grouped.js';
import { join } from 'node:path';
import { z } from 'zod';
import { accountLists, type AccountList } from '../model/report.js';
import { readRules } from './yaml.js';

const year = z.number().int().min(1990).max(2100);
const name = z.string().min(1);
const entrySchema = z.union([
  name,
  z.strictObject({
    name,
    /** First year of the code, or of its present name. */
    since: year.optional(),
    former: z
      .array(z.strictObject({ name, since: year.optional(), until: year.optional() }))
      .nonempty()
      .optional(),
  }),
]);
const listSchema = z.strictObject({
  list: z.enum(accountLists),
  codes: z.record(z.string().regex(/^\d{3}(?:\d{2}){0,2}$/, 'must be 3, 5 or 7 digits'), entrySchema),
});

/** A code under one of its names, and the years in which it was so called; null is open. */
export interface AccountName {
  readonly code: string;
  readonly name: string;
  readonly since: number | null;
  readonly until: number | null;
}

/** The first digits tell the four languages of codes apart: 101–110, 201–234, 301–399, 501–599. */
const prefixes: Readonly<Record<AccountList, RegExp>> = {
  revenue: /^1(?:0\d|10)/,
  functional: /^2(?:0[1-9]|[12]\d|3[0-4])/,
  economic_department: /^3(?:0[1-9]|1[0-3]|99)/,
  economic_government: /^5(?:0[1-9]|1[0-5]|99)/,
};

/** The list that a code of 3, 5 or 7 digits belongs to; null where it belongs to none. */
export function listOf(code: string): AccountList | null {
  if (!/^\d{3}(?:\d{2}){0,2}$/.test(code)) return null;
  return accountLists.find((list) => prefixes[list].test(code)) ?? null;
}

/** One key for wordings that differ in brackets, quotation marks and white space only. */
const accountKey = (text: string): string =>
  text
    .replace(/[\s\u3000]+/g, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
    .replace(/["“”]/g, '');

/** The official lists of 政府收支分类科目, each read from rules/classification when it is first asked for. */
export class Classifications {
  readonly #lists = new Map<AccountList, readonly AccountName[]>();
  readonly #byName = new Map<AccountList, ReadonlyMap<string, readonly AccountName[]>>();
  readonly #byCode = new Map<AccountList, ReadonlyMap<string, readonly AccountName[]>>();
  readonly #groups = new Map<AccountList, ReadonlyMap<string, string>>();
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** Every name of every code. Throws RULE_INVALID for a list that is not what it must be. */
  names(list: AccountList): readonly AccountName[] {
    const known = this.#lists.get(list) ?? this.#read(list);
    this.#lists.set(list, known);
    return known;
  }

  /** The code of a 类 by any name that it ever had; null where no 类 or more than one is called so. */
  groupNamed(list: AccountList, words: string): string | null {
    let groups = this.#groups.get(list);
    if (!groups) this.#groups.set(list, (groups = this.#groupsOf(list)));
    return groups.get(accountKey(words)) ?? null;
  }

  /** Every code that was ever called so, under the name that it then had. */
  called(list: AccountList, words: string): readonly AccountName[] {
    let byName = this.#byName.get(list);
    if (!byName) this.#byName.set(list, (byName = groupedBy(this.names(list), (it) => accountKey(it.name))));
    return byName.get(accountKey(words)) ?? [];
  }

  /** Every name that a code ever had. */
  namesOf(list: AccountList, code: string): readonly AccountName[] {
    let byCode = this.#byCode.get(list);
    if (!byCode) this.#byCode.set(list, (byCode = groupedBy(this.names(list), (it) => it.code)));
    return byCode.get(code) ?? [];
  }

  #groupsOf(list: AccountList): ReadonlyMap<string, string> {
    const groups = new Map<string, string>();
    for (const { code, name: called } of this.names(list)) if (code.length === 3) groups.set(accountKey(called), code);
    return groups;
  }

  #read(list: AccountList): AccountName[] {
    const file = `classification/${list.replaceAll('_', '-')}.yaml`;
    const own = listSchema
      .refine((it) => it.list === list, { path: ['list'], message: `must be “${list}”` })
      .superRefine(({ codes }, context) => {
        for (const code of Object.keys(codes)) {
          const issue = faultOf(code, list, codes);
          if (issue !== null) context.addIssue({ code: 'custom', path: ['codes', code], message: issue });
        }
      });
    return Object.entries(readRules(join(this.#directory, file), own, file).codes).flatMap(([code, entry]) =>
      namesOf(code, entry),
    );
  }
}

function faultOf(code: string, list: AccountList, codes: Readonly<Record<string, unknown>>): string | null {
  if (listOf(code) !== list) return `is no code of the list “${list}”`;
  return code.length === 3 || code.slice(0, -2) in codes
    ? null
    : `stands under ${code.slice(0, -2)}, which is not listed`;
}

function namesOf(code: string, entry: z.infer<typeof entrySchema>): AccountName[] {
  if (typeof entry === 'string') return [{ code, name: entry, since: null, until: null }];
  const former = (entry.former ?? []).map(({ name: called, since = null, until = null }) => ({
    code,
    name: called,
    since,
    until,
  }));
  const ends = former.flatMap(({ until }) => until ?? []);
  const since = entry.since ?? (ends.length > 0 ? Math.max(...ends) + 1 : null);
  return [{ code, name: entry.name, since, until: null }, ...former];
}
