/** Text as searches compare it: compatibility forms and letter case made alike, white space and thousands commas left out. */
export interface Folded {
  readonly text: string;
  /** Where the character of the original stood that each UTF-16 unit of `text` comes from. */
  readonly from: readonly number[];
}

const quotes: Readonly<Record<string, string>> = { '“': '"', '”': '"', '‘': "'", '’': "'" };
/** ASCII and the characters of everyday Chinese, which fold to themselves. */
const plain = /^[!-&(-@[-~\u4e00-\u9fa5]$/;

function foldCharacter(char: string): string {
  if (plain.test(char)) return char;
  return (quotes[char] ?? char.normalize('NFKC')).toLowerCase().replace(/[\s\p{Cc}\p{Cf}]+/gu, '');
}

/** 2,940.05 is searched as 2940.05. */
const isThousandsComma = (text: string, at: number): boolean =>
  /^[,，]$/.test(text.charAt(at)) && /\d/.test(text.charAt(at - 1)) && /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5));

/** Folds character by character, so that a match can be shown where it was printed. Linear. */
export function fold(original: string): Folded {
  const parts: string[] = [];
  const from: number[] = [];
  let at = 0;
  for (const char of original) {
    const folded = isThousandsComma(original, at) ? '' : foldCharacter(char);
    for (let i = 0; i < folded.length; i++) from.push(at);
    parts.push(folded);
    at += char.length;
  }
  return { text: parts.join(''), from };
}

/** What SQLite's own tokenizer keeps as one token each; any other letter or digit is spelled by its number. */
const asItself = /^[a-z0-9\u4e00-\u9fa5]$/;
const counted = /[\p{L}\p{N}]/u;

/** A character of folded text as a token; null for a mark, which is not indexed: a hit is compared with the whole words. */
function tokenOf(char: string): string | null {
  if (asItself.test(char)) return char;
  return counted.test(char) ? `u${(char.codePointAt(0) ?? 0).toString(16)}` : null;
}

/** The letters and digits of folded text, each as one token. */
export const tokensOf = (folded: string): string[] => Array.from(folded, tokenOf).filter((it) => it !== null);

/**
 * A block's text as the index takes it; null when that would be longer than `most`, since a text of a few bytes may fold to
 * one a hundred times as long.
 */
export function indexed(text: string, most: number): string | null {
  const tokens: string[] = [];
  let length = 0;
  let at = 0;
  for (const char of text) {
    const folded = isThousandsComma(text, at) ? '' : foldCharacter(char);
    for (const one of folded) {
      const token = tokenOf(one);
      if (token === null) continue;
      length += token.length + 1;
      tokens.push(token);
    }
    if (length > most) return null;
    at += char.length;
  }
  return tokens.join(' ');
}
