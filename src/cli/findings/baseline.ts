import { basename } from 'node:path';
import type { Code, Params } from '../../model/catalogue.js';
import { GoujiError } from '../../model/error.js';
import type { Option } from '../command.js';

export const baselineOption: Option = {
  flags: '--baseline <file>',
  about: {
    zh: '已知的发现（findings -f json、ndjson 或 check --json 的输出），不计入 --fail-on',
    en: 'findings that are known (output of findings -f json or ndjson, or of check --json): --fail-on does not count them',
  },
};

/** Of which document a finding is. */
interface Source {
  readonly sha256: string;
  readonly file: string;
}
export type IsKnown = (finding: { readonly id: string }, source: Source) => boolean;

/** One finding of a file of a name or of a content: a corrected copy keeps what is still true of it. */
const keysOf = (id: string, { sha256, file }: Source): string[] => [`${id} ${sha256}`, `${id} ${basename(file)}`];

/** What a baseline knows; null without one. Rejects with BASELINE_INVALID and the line that is no finding, or with what is wrong with the file. */
export async function readBaseline(path: string | undefined): Promise<IsKnown | null> {
  if (path === undefined) return null;
  const known = new Set<string>();
  for (const { value, line } of valuesIn(await contentOf(path), path)) {
    const found = findingsIn(value);
    if (found === null) throw new GoujiError('BASELINE_INVALID', { path, line });
    for (const { id, source } of found) for (const key of keysOf(id, source)) known.add(key);
  }
  return ({ id }, source) => keysOf(id, source).some((key) => known.has(key));
}

async function contentOf(path: string): Promise<string> {
  const { withNamed } = await import('../../pipeline/named-file.js');
  const taken = await withNamed(path, (file) => file.bytes());
  if ('problem' in taken) throw new GoujiError(taken.problem.code, taken.problem.params as Params<Code>);
  return taken.done.toString('utf8').replace(/^\uFEFF/, '');
}

/** One JSON text, or one on each line. */
function valuesIn(content: string, path: string): { readonly value: unknown; readonly line: number }[] {
  try {
    return [{ value: JSON.parse(content) as unknown, line: 1 }];
  } catch {
    return content.split('\n').flatMap((text, at) => {
      if (text.trim() === '') return [];
      try {
        return [{ value: JSON.parse(text) as unknown, line: at + 1 }];
      } catch {
        throw new GoujiError('BASELINE_INVALID', { path, line: at + 1 });
      }
    });
  }
}

interface Known {
  readonly id: string;
  readonly source: Source;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function sourceOf(value: unknown): Source | null {
  if (!isObject(value)) return null;
  const { sha256, file } = value;
  return typeof sha256 === 'string' && typeof file === 'string' ? { sha256, file } : null;
}

/** The findings of a Report, of a list of findings, or the finding itself; null for anything else. */
function findingsIn(value: unknown): Known[] | null {
  if (!isObject(value)) return null;
  const { id, document, findings } = value;
  if (typeof id === 'string') {
    const source = sourceOf(document);
    return source ? [{ id, source }] : null;
  }
  if (!Array.isArray(findings)) return null;
  const report = sourceOf(value);
  const all = findings.map((it: unknown): Known | null => {
    const source = report ?? (isObject(it) ? sourceOf(it['document']) : null);
    return isObject(it) && typeof it['id'] === 'string' && source ? { id: it['id'], source } : null;
  });
  return all.every((it) => it !== null) ? all : null;
}
