import { readFileSync } from 'node:fs';
import { LineCounter, isMap, isNode, isScalar, parseDocument, visit, type Document as YamlDocument } from 'yaml';
import { z } from 'zod';
import { GoujiError } from '../model/error.js';
import { nearest } from '../model/nearest.js';
import { compiledValues } from './compiled.js';
import { unreadable } from './unreadable.js';

// Compiling a schema takes longer than it saves on the few values of a rule file.
z.config({ jitless: true });

type Path = readonly PropertyKey[];

/** The line of the node at a path, or of the nearest ancestor that exists; of the key itself when `key` is named. */
function lineOf(document: YamlDocument, counter: LineCounter, path: Path, key?: string): number {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (!isNode(node)) continue;
    const pair =
      key !== undefined && isMap(node) ? node.items.find((it) => isScalar(it.key) && it.key.value === key) : undefined;
    const at = pair && isNode(pair.key) ? pair.key.range : node.range;
    if (at) return counter.linePos(at[0]).line;
  }
  return 1;
}

/** What the schema objects to, in words for the author of the file, and where. */
function explain(issue: z.core.$ZodIssue): { readonly path: Path; readonly key?: string; readonly words: string } {
  const where = issue.path.length > 0 ? `${issue.path.map(String).join('.')}: ` : '';
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? '';
    return { path: issue.path, key, words: `${where}unknown key “${key}”` };
  }
  return { path: issue.path, words: `${where}${issue.message}` };
}

/** The keys that an object schema allows at a path, for “did you mean”; empty where the schema does not say. */
function keysAt(schema: z.ZodType, path: Path): readonly string[] {
  type Def = {
    shape?: Record<string, z.ZodType>;
    element?: z.ZodType;
    valueType?: z.ZodType;
    innerType?: z.ZodType;
    options?: z.ZodType[];
    in?: z.ZodType;
    out?: z.ZodType;
  };
  const def = schema.def as Def;
  if (def.innerType) return keysAt(def.innerType, path);
  if (def.in && def.out) return [...keysAt(def.in, path), ...keysAt(def.out, path)];
  if (def.options) return def.options.flatMap((option) => keysAt(option, path));
  const [head, ...rest] = path;
  if (head === undefined) return Object.keys(def.shape ?? {});
  const next = def.shape?.[String(head)] ?? def.element ?? def.valueType;
  return next ? keysAt(next, rest) : [];
}

/**
 * Reads one YAML file of rules and checks it against its schema.
 * Throws RULE_INVALID with the file, the line and, for an unknown key, the key that was probably meant.
 */
export function readRules<S extends z.ZodType>(path: string, schema: S, name: string = path): z.output<S> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw unreadable(name, error);
  }
  return parseRules(text, schema, name);
}

/** An alias may not stand for what it is a part of, and all of them together not for more than so many values. */
const mostAliases = 50;

/** The values of a YAML text. Throws RULE_INVALID for what is no YAML, stands for itself, or for more than fits into memory. */
function valuesOf(text: string, file: string, counter: LineCounter): { document: YamlDocument; values: unknown } {
  const invalid = (line: number, issue: string): GoujiError => new GoujiError('RULE_INVALID', { file, line, issue });
  try {
    const document = parseDocument(text, { lineCounter: counter });
    const fault = document.errors[0];
    if (fault) throw invalid(fault.linePos?.[0].line ?? 1, fault.message.split('\n')[0] ?? fault.code);
    visit(document, {
      Alias(_key, alias, path) {
        const node = alias.resolve(document);
        const within = path.some((it) => it === node);
        if (within) throw invalid(counter.linePos(alias.range?.[0] ?? 0).line, `*${alias.source} stands for itself`);
      },
    });
    return { document, values: document.toJS({ maxAliasCount: mostAliases }) };
  } catch (error) {
    if (error instanceof ReferenceError) throw invalid(1, 'aliases (*name) stand for too much');
    // values nested so deeply that the reader runs out of stack
    if (error instanceof RangeError) throw invalid(1, 'values are nested too deeply');
    throw error;
  }
}

/** As `readRules`, on text that was read already; `name` is what messages call it. */
export function parseRules<S extends z.ZodType>(text: string, schema: S, name: string): z.output<S> {
  const compiled = compiledValues(text);
  if (compiled !== undefined) {
    const known = schema.safeParse(compiled);
    if (known.success) return known.data;
  }
  const counter = new LineCounter();
  const { document, values } = valuesOf(text, name, counter);
  const result = schema.safeParse(values);
  if (result.success) return result.data;
  const first = result.error.issues[0];
  if (!first) throw result.error;
  const { path, key, words } = explain(first);
  const meant = key === undefined ? null : nearest(key, keysAt(schema, path));
  throw new GoujiError('RULE_INVALID', {
    file: name,
    line: lineOf(document, counter, path, key),
    issue: meant === null ? words : `${words} (did you mean “${meant}”?)`,
  });
}
