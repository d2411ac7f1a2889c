import { dense } from '../model/dense.js';
import { GoujiError } from '../model/error.js';
import { readChecks, type CheckFolder } from './check.js';
import { readMetrics } from './metric.js';
import { ruleFiles } from './rule-files.js';
import { defaultRulebook, type Rulebook } from './rulebook.js';

/** What a check of one's own may not be. */
function objectionOf(shipped: Rulebook): CheckFolder['object'] {
  return ({ id, relation, across, catalogue }) => {
    if (shipped.checks.has(id)) return { path: ['id'], message: `gouji has a check “${id}” of its own` };
    if (across !== undefined) return { path: ['across'], message: 'a check of your own holds within one document' };
    if (!relation) return { path: [], message: 'needs a relation (total, plus … or lesser, greater)' };
    if (relation.hasPatterns)
      return { path: ['relation'], message: 'a check of your own names what it is over, without regular expressions' };
    if (catalogue.length > 0) return { path: ['catalogue'], message: 'is for checks of gouji: leave it empty' };
    return null;
  };
}

/** Throws RULE_INVALID where a metric takes an id or a wording that is taken: its figures would change their meaning silently. */
function withMetrics(shipped: Rulebook, directory: string): Rulebook['metrics'] {
  const own = readMetrics(directory);
  const ids = new Map<string, string>();
  const names = new Map<string, string>();
  for (const metric of [...shipped.metrics, ...own]) {
    const taken = ids.get(metric.id);
    if (taken !== undefined) throw invalid(`there are two metrics “${metric.id}”`);
    ids.set(metric.id, metric.id);
    for (const name of [metric.name.zh, ...metric.synonyms].map(dense)) {
      const of = names.get(name);
      if (of !== undefined && of !== metric.id && own.includes(metric))
        throw invalid(`“${name}” of “${metric.id}” already means “${of}”`);
      names.set(name, metric.id);
    }
  }
  return [...shipped.metrics, ...own];
}

const invalid = (issue: string): GoujiError => new GoujiError('RULE_INVALID', { file: 'metrics', line: 1, issue });

/**
 * The rules of gouji and those of a folder: checks/ID.yaml and metrics/NAME.yaml as in rules/. Throws RULES_MISSING where
 * the folder holds neither, RULE_INVALID at the first thing that is wrong. Without a folder, the rules of gouji alone.
 */
export function rulebookWith(directory: string | undefined): Rulebook {
  const shipped = defaultRulebook();
  if (directory === undefined) return shipped;
  if (ruleFiles(directory, 'checks').length + ruleFiles(directory, 'metrics').length === 0)
    throw new GoujiError('RULES_MISSING', { path: directory });
  const metrics = withMetrics(shipped, directory);
  const object = objectionOf(shipped);
  const own = readChecks(directory, {
    tables: shipped.tables.map(({ id }) => id),
    metrics: metrics.map(({ id }) => id),
    ...(object ? { object } : {}),
  });
  return { ...shipped, metrics, checks: new Map([...shipped.checks, ...own]) };
}
