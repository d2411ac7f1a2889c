import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const home = process.cwd();
let folder: string | null = null;

/** An empty folder of the running test, made when it is first asked for. */
export function ownFolder(): string {
  return (folder ??= realpathSync(mkdtempSync(join(tmpdir(), 'gouji-test-'))));
}

/** After each test: removes its folder, and leaves it first where a command has run in it. */
export function removeOwnFolder(): void {
  if (folder === null) return;
  process.chdir(home);
  rmSync(folder, { recursive: true, force: true });
  folder = null;
}
