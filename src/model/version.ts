import { readFileSync } from 'node:fs';

/** Of the program, from package.json beside src/ or dist/. */
export function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}
