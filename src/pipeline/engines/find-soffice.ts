import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['soffice', 'libreoffice'];
/** Where macOS keeps it, beside what PATH has. */
const elsewhere = ['/Applications/LibreOffice.app/Contents/MacOS/soffice'];

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * The program of LibreOffice: what GOUJI_SOFFICE names, or the first on PATH; null where there is none, or GOUJI_SOFFICE is empty. Windows has
 * none: its conversions could not be held in bounds.
 */
export function findSoffice(environment: NodeJS.ProcessEnv = process.env): string | null {
  if (process.platform === 'win32') return null;
  const named = environment['GOUJI_SOFFICE'];
  if (named !== undefined) return isProgram(named) ? named : null;
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const all = [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...elsewhere];
  return all.find(isProgram) ?? null;
}
