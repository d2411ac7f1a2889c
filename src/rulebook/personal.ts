import { join } from 'node:path';
import { z } from 'zod';
import { daysIn } from '../model/calendar.js';
import { rulesDirectory } from './directory.js';
import { readRules } from './yaml.js';

const personalKinds = ['identity', 'phone', 'card'] as const;
export type PersonalKind = (typeof personalKinds)[number];

const shared = {
  name: z.strictObject({ zh: z.string(), en: z.string() }),
  keep: z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]),
};
const digits = z.string().regex(/^\d+$/);
const personalSchema = z.strictObject({
  identity: z.strictObject(shared),
  phone: z.strictObject({
    ...shared,
    beginnings: z.array(digits).nonempty(),
    amounts: z.array(z.string().min(1)).nonempty(),
  }),
  card: z.strictObject({ ...shared, beginnings: z.record(digits, z.array(z.number().int().positive()).nonempty()) }),
});

/** Where a text names a person by number: UTF-16 offsets, end exclusive. */
export interface PersonalSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: PersonalKind;
}

/** Tells identity numbers, telephone numbers and bank cards by what they are made of. */
export class Personal {
  readonly names: Readonly<Record<PersonalKind, { readonly zh: string; readonly en: string }>>;
  readonly #keep: Readonly<Record<PersonalKind, readonly [number, number]>>;
  readonly #phone: RegExp;
  readonly #lengths: Readonly<Record<string, readonly number[]>>;

  constructor({ identity, phone, card }: z.infer<typeof personalSchema>) {
    this.names = { identity: identity.name, phone: phone.name, card: card.name };
    this.#keep = { identity: identity.keep, phone: phone.keep, card: card.keep };
    const third = phone.beginnings.map((it) => `${it}\\d`).join('|');
    const mobile = `(?:${third})([ -]?)\\d{4}\\1\\d{4}`;
    const landline = '(?:[(（]0\\d{2,3}[)）] ?|0\\d{2,3}[-－—])\\d{7,8}';
    const amount = phone.amounts.map((it) => it.replace(/[^\p{L}\p{N}]/gu, '\\$&')).join('|');
    this.#phone = new RegExp(`(?<![\\d.,-])(?:${mobile}|${landline})(?!\\d|[.,]\\d|(?:${amount}))`, 'g');
    this.#lengths = card.beginnings;
  }

  /** In order of place; none overlaps another. */
  find(text: string): PersonalSpan[] {
    const plain = narrow(text);
    const found: PersonalSpan[] = [];
    const add = (kind: PersonalKind, start: number, length: number): void => {
      const end = start + length;
      if (found.every((it) => it.end <= start || it.start >= end)) found.push({ kind, start, end });
    };
    if (!/\d{7}|\d{4}[ -]\d{4}/.test(plain)) return found;
    for (const { 0: it, index } of plain.matchAll(/(?<![0-9A-Za-z.])[1-9]\d{16}[\dXx](?![0-9A-Za-z])/g))
      if (isIdentity(it)) add('identity', index, it.length);
    for (const { 0: it, index } of plain.matchAll(/(?<![0-9A-Za-z.,])\d(?:[ -]?\d){15,18}(?![0-9A-Za-z]|[.,]\d)/g))
      if (this.#isCard(it.replace(/[ -]/g, ''))) add('card', index, it.length);
    for (const { 0: it, index } of plain.matchAll(this.#phone)) add('phone', index, it.length);
    return found.sort((a, b) => a.start - b.start);
  }

  /** The text with all that stands between the ends of such numbers as asterisks; as it is where there are none. */
  masked(text: string): string {
    let shown = text;
    for (const { start, end, kind } of this.find(text).reverse()) {
      const [first, last] = this.#keep[kind];
      shown = shown.slice(0, start + first) + '*'.repeat(end - start - first - last) + shown.slice(end - last);
    }
    return shown;
  }

  #isCard(number: string): boolean {
    const known = Object.entries(this.#lengths).some(
      ([beginning, lengths]) => number.startsWith(beginning) && lengths.includes(number.length),
    );
    return known && luhn(number);
  }
}

export const readPersonal = (directory: string = rulesDirectory): Personal =>
  new Personal(readRules(join(directory, 'personal.yaml'), personalSchema, 'personal.yaml'));

/** Full-width digits as plain ones, each in its place. */
const narrow = (text: string): string =>
  text.replace(/[０-９Ｘ]/g, (it) => String.fromCharCode(it.charCodeAt(0) - 0xfee0));

/** GB 11643: a day of birth within the number, and a last character that the 17 before it give. */
function isIdentity(number: string): boolean {
  const [year = 0, month = 0, day = 0] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)].map(Number);
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  if (!isDay || year < 1880 || year > 2100) return false;
  const sum = Array.from(number.slice(0, 17)).reduce((total, it, at) => total + Number(it) * (2 ** (17 - at) % 11), 0);
  return '10X98765432'[sum % 11] === number[17]?.toUpperCase();
}

/** ISO/IEC 7812: every second digit from the right doubled, the digits of all add up to tens. */
function luhn(number: string): boolean {
  const sum = [...number].reverse().reduce((total, it, at) => {
    const digit = Number(it) * (at % 2 === 1 ? 2 : 1);
    return total + (digit > 9 ? digit - 9 : digit);
  }, 0);
  return sum % 10 === 0;
}
