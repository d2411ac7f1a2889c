import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { commonWords, dictionary } from './dictionary.js';

// A step of the build: writes the part of nodejieba's dictionary that is used, which loads in a sixth of the time and a quarter of the memory.
const { DEFAULT_DICT } = createRequire(import.meta.url)('nodejieba') as { readonly DEFAULT_DICT: string };
writeFileSync(dictionary.dict, `${commonWords(readFileSync(DEFAULT_DICT, 'utf8').split('\n')).join('\n')}\n`);
// nodejieba takes no empty list
writeFileSync(dictionary.idfDict, '的 1.0\n');
