import { say, type Code, type Params } from './catalogue.js';

/** Something that a document's reader must know of its text: stored with it, never thrown. */
export interface Problem {
  readonly code: Code;
  readonly params: Readonly<Record<string, string | number>>;
  /** Chinese; another language is rendered from code and params. */
  readonly message: string;
  readonly page?: number;
}

export function problem<C extends Code>(code: C, params: Params<C>, page?: number): Problem {
  const words = params as Readonly<Record<string, string | number>>;
  return { code, params: words, message: say(code, words, 'zh'), ...(page === undefined ? {} : { page }) };
}

/** Pages whose text layer may say anything. */
export const untrustedPages = (
  problems: readonly { readonly code: string; readonly page?: number | undefined }[],
): ReadonlySet<number> =>
  new Set(problems.flatMap((it) => (it.code === 'PAGE_UNRELIABLE' && it.page !== undefined ? [it.page] : [])));
