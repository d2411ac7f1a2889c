import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';

export interface Asset {
  readonly type: string;
  /** Read when it is asked for. */
  readonly bytes: () => Buffer;
  /** Named by its content, so that a browser may keep it. */
  readonly lasting: boolean;
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  wasm: 'application/wasm',
};

const page = fileURLToPath(new URL('../page/', import.meta.url));
const pdfjs = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

function filesIn(folder: string, patterns: readonly string[], under: string): (readonly [string, Asset])[] {
  return globSync([...patterns], { cwd: folder }).map((file) => {
    const type = types[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    const asset = { type, bytes: () => readFileSync(join(folder, file)), lasting: file.startsWith('assets/') };
    return [under + file, asset] as const;
  });
}

/** All that the page is made of, by path. What is not listed here cannot be asked for, whatever its path says. */
export function pageAssets(): ReadonlyMap<string, Asset> {
  const files = [
    ...filesIn(page, ['index.html', 'assets/*'], '/'),
    ...filesIn(pdfjs, ['cmaps/*.bcmap', 'standard_fonts/*.{pfb,ttf}', 'wasm/*.{js,wasm}'], '/pdfjs/'),
  ];
  return new Map(files.map(([path, asset]) => [path === '/index.html' ? '/' : path, asset]));
}
