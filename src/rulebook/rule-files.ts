import { readdirSync, statSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { GoujiError } from '../model/error.js';
import { unreadable } from './unreadable.js';

/** More than any rule needs; a folder beyond it is not what it is taken for. */
const limits = { files: 1000, bytes: 128 * 1024 };

/** Names of the YAML files of one folder of rules, in order; none where there is no such folder. Throws RULE_INVALID beyond the limits. */
export function ruleFiles(directory: string, folder: string): readonly string[] {
  let names: string[];
  try {
    names = readdirSync(join(directory, folder));
  } catch (error) {
    if (isMissing(error)) return [];
    throw unreadable(folder, error);
  }
  const files = names.filter((name) => name.endsWith('.yaml')).sort();
  if (files.length > limits.files) throw invalid(folder, `${files.length} files are over the limit of ${limits.files}`);
  for (const name of files) {
    const stat = statOf(join(directory, folder, name), `${folder}/${name}`);
    if (!stat?.isFile()) throw invalid(`${folder}/${name}`, 'is no ordinary file');
    if (stat.size > limits.bytes)
      throw invalid(`${folder}/${name}`, `${stat.size} bytes are over the limit of ${limits.bytes}`);
  }
  return files;
}

function statOf(path: string, name: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw unreadable(name, error);
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

const invalid = (file: string, issue: string): GoujiError => new GoujiError('RULE_INVALID', { file, line: 1, issue });
