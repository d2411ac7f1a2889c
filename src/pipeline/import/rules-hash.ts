import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemaVersion } from '../../model/report.js';
import { ruleFiles } from '../../rulebook/rule-files.js';

/** Names what reports are judged by, rules and program: a document judged by another is judged again when it is next met. `own`: a folder of rules besides gouji's. */
export function rulesHash(directory: string, version: string, own?: string): string {
  const hash = createHash('sha256').update(`${version}\n${schemaVersion}\n`);
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(yaml|json)$/.test(name),
  );
  for (const name of names.map((it) => it.replaceAll('\\', '/')).sort()) {
    const bytes = readFileSync(join(directory, name));
    hash.update(`${name}\n${bytes.length}\n`).update(bytes);
  }
  for (const folder of own === undefined ? [] : ['checks', 'metrics']) {
    for (const name of ruleFiles(own ?? '', folder)) {
      const bytes = readFileSync(join(own ?? '', folder, name));
      hash.update(`own ${folder}/${name}\n${bytes.length}\n`).update(bytes);
    }
  }
  return hash.digest('hex').slice(0, 16);
}
