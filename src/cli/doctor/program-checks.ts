import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { reasonOf } from '../../pipeline/import/unreadable.js';
import { compiledValues } from '../../rulebook/compiled.js';
import { rulesDirectory } from '../../rulebook/directory.js';
import { defaultRulebook } from '../../rulebook/rulebook.js';
import { findSoffice } from '../../pipeline/engines/find-soffice.js';
import type { Examined } from './examined.js';

const wanted = '20.19, 22.13, 24 +';

/** As `engines` in package.json has it. */
function isSupported(version: string): boolean {
  const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number);
  return major >= 24 || (major === 22 && minor >= 13) || (major === 20 && minor >= 19);
}

export function node(version: string = process.version): Examined {
  if (isSupported(version)) return { check: 'node', level: 'ok', key: 'doctorNodeOk', params: { version } };
  return { check: 'node', level: 'fail', key: 'doctorNodeFail', params: { version, wanted } };
}

const natives = ['better-sqlite3', 'nodejieba'];

/** Whether each can be used, not only found: one that was built for another Node loads and fails. */
export function modules(names: readonly string[] = natives): Examined {
  const require = createRequire(import.meta.url);
  for (const name of names) {
    try {
      const loaded = require(name) as { new (path: string): { close(): void } };
      if (name === 'better-sqlite3') new loaded(':memory:').close();
    } catch (error) {
      const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : reasonOf(error);
      return { check: 'modules', level: 'fail', key: 'doctorModulesFail', params: { name, reason } };
    }
  }
  return { check: 'modules', level: 'ok', key: 'doctorModulesOk', params: { names: names.join(', ') } };
}

/** Throws RULE_INVALID where a rule does not load. */
export function rules(): Examined {
  const count = defaultRulebook().checks.size;
  const files = readdirSync(rulesDirectory, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.yaml') && compiledValues(readFileSync(join(rulesDirectory, file), 'utf8')) === undefined,
  ).length;
  if (files === 0) return { check: 'rules', level: 'ok', key: 'doctorRulesOk', params: { count } };
  return { check: 'rules', level: 'warn', key: 'doctorRulesWarn', params: { count, files } };
}

/** LibreOffice is asked for by some forms only: to have none is no fault. */
export function office(soffice: string | null = findSoffice()): Examined {
  if (soffice === null) return { check: 'office', level: 'ok', key: 'doctorOfficeNone', params: {} };
  return { check: 'office', level: 'ok', key: 'doctorOfficeOk', params: { soffice } };
}
