import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = (name: string): string => fileURLToPath(new URL(`../../../dist/${name}`, import.meta.url));

/** What the build writes for nodejieba: words that are common enough, and the list of weights for keywords, which nobody asks for. */
export const dictionary = { dict: built('words.dict'), idfDict: built('keywords.idf') } as const;

/** False before the first build: then nodejieba's own, larger files serve. */
export const isBuilt = (): boolean => Object.values(dictionary).every(existsSync);

/** How often a word must occur in the texts that nodejieba's dictionary was counted in. A quarter of its words are so common. */
const oftenEnough = 20;

/** The lines of nodejieba's dictionary (`word count tag`) whose words are common enough. */
export const commonWords = (lines: readonly string[]): string[] =>
  lines.filter((line) => Number(line.split(' ')[1]) >= oftenEnough);
