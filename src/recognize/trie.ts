import { foldWord } from './chars.js';

interface Node<T> {
  next: Map<number, Node<T>> | null;
  value: T | undefined;
}

/** Words over folded characters; the longest that stands at a place is found in one walk. */
export class Trie<T> {
  private readonly root: Node<T> = { next: null, value: undefined };
  /** 1 for the characters that words begin with: most places begin none. */
  private readonly begins = new Uint8Array(0x10000);

  /** A word that was there keeps its first value. */
  add(word: string, value: T): void {
    let node = this.root;
    const codes = foldWord(word);
    this.begins[codes[0] ?? 0] = 1;
    for (const code of codes) {
      node.next ??= new Map();
      let next = node.next.get(code);
      if (!next) node.next.set(code, (next = { next: null, value: undefined }));
      node = next;
    }
    node.value ??= value;
  }

  /** The longest word at `i`; null when none stands there. */
  longest(codes: Uint16Array, i: number): { readonly end: number; readonly value: T } | null {
    if (this.begins[codes[i] ?? 0] === 0) return null;
    let node: Node<T> | undefined = this.root;
    let found: { end: number; value: T } | null = null;
    for (let j = i; node; j++) {
      if (node.value !== undefined) found = { end: j, value: node.value };
      node = node.next?.get(codes[j] ?? 0);
    }
    return found;
  }

  /** End of the longest word at `i`, or `i`. */
  end(codes: Uint16Array, i: number): number {
    return this.longest(codes, i)?.end ?? i;
  }

  /** The characters that words begin with. */
  firsts(): Iterable<number> {
    return this.root.next?.keys() ?? [];
  }
}

/** A trie of words read from their last character: finds what stands right before a place. */
export class Endings<T> {
  private readonly root: Node<T> = { next: null, value: undefined };
  /** 1 for the characters that words end in. */
  private readonly ends = new Uint8Array(0x10000);

  add(word: string, value: T): void {
    let node = this.root;
    const codes = foldWord(word).reverse();
    this.ends[codes[0] ?? 0] = 1;
    for (const code of codes) {
      node.next ??= new Map();
      let next = node.next.get(code);
      if (!next) node.next.set(code, (next = { next: null, value: undefined }));
      node = next;
    }
    node.value ??= value;
  }

  /** The longest word that ends just before `end`. */
  longest(codes: Uint16Array, end: number): { readonly start: number; readonly value: T } | null {
    if (end === 0 || this.ends[codes[end - 1] ?? 0] === 0) return null;
    let node: Node<T> | undefined = this.root;
    let found: { start: number; value: T } | null = null;
    for (let j = end; node; j--) {
      if (node.value !== undefined) found = { start: j, value: node.value };
      if (j === 0) break;
      node = node.next?.get(codes[j - 1] ?? 0);
    }
    return found;
  }
}

export function trieOf(words: readonly string[]): Trie<true> {
  const trie = new Trie<true>();
  for (const word of words) trie.add(word, true);
  return trie;
}

export function endingsOf(words: readonly string[]): Endings<true> {
  const endings = new Endings<true>();
  for (const word of words) endings.add(word, true);
  return endings;
}
