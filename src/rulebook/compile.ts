import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { compiledRules, textKey } from './compiled.js';
import { rulesDirectory } from './directory.js';

// The last step of the build: writes the values of every rule file, by its text, to where compiled.ts looks for them.
const files = readdirSync(rulesDirectory, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(yaml|json)$/.test(file))
  .sort();
const values = Object.fromEntries(
  files.map((file) => {
    const text = readFileSync(join(rulesDirectory, file), 'utf8');
    return [textKey(text), parse(text) as unknown];
  }),
);
writeFileSync(compiledRules, JSON.stringify(values));
