import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '../../src/model/document.js';
import { parse } from '../../src/parse/parse.js';
import { locateClaims, type Claim } from './claim.js';
import { tableClaims, type LabelledTable } from './grid-places.js';

/** A document with what its author or its labeller says to hold in it. */
export interface Source {
  readonly file: string;
  readonly document: Document;
  readonly claims: readonly Claim[];
  /** Claims that are no arithmetic of printed numerals or were not found in the document. */
  readonly unread: number;
}

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

async function read(bytes: Uint8Array, file: string): Promise<Document | null> {
  const parsed = await parse(bytes, file);
  return 'document' in parsed ? parsed.document : null;
}
const documentAt = (path: string): Promise<Document | null> => read(new Uint8Array(readFileSync(path)), path);

/** The project's own reports; `case.json` lists what holds in each. */
export async function fixtureSources(folder: string): Promise<Source[]> {
  const names = readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'case.json')))
    .sort();
  const sources: Source[] = [];
  for (const name of names) {
    const document = await documentAt(join(folder, name, 'input.docx'));
    const about = json(join(folder, name, 'case.json')) as { readonly sound: readonly { readonly why: string }[] };
    if (document)
      sources.push({
        file: name,
        document,
        ...locateClaims(
          document,
          about.sound.map((it) => it.why),
        ),
      });
  }
  return sources;
}

interface Gold {
  readonly file: string;
  readonly relations?: readonly { readonly expr: string; readonly holds: boolean }[];
  readonly tables?: readonly LabelledTable[];
}

/** Two ways to the same figures are one claim. */
function distinct(claims: readonly Claim[]): Claim[] {
  const seen = new Set<string>();
  return claims.filter(({ places }) => {
    const key = [...places.values()]
      .map((it) => [it.order, it.cell?.row, it.cell?.col, it.start].join(':'))
      .sort()
      .join(' ');
    return seen.size < seen.add(key).size;
  });
}

/** Labelled documents: `relations` that hold and the sums of labelled tables. */
export async function goldSources(folder: string): Promise<Source[]> {
  const sources: Source[] = [];
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.gold.json'))
    .sort()) {
    const gold = json(join(folder, name)) as Gold;
    const document = await documentAt(join(folder, gold.file));
    if (!document) continue;
    const stated = locateClaims(
      document,
      (gold.relations ?? []).flatMap((it) => (it.holds ? [it.expr] : [])),
    );
    const claims = distinct([
      ...stated.claims,
      ...(gold.tables ?? []).flatMap((table) => tableClaims(document, table)),
    ]);
    if (claims.length > 0) sources.push({ file: gold.file, document, claims, unread: stated.unread });
  }
  return sources;
}

interface Excerpt {
  readonly id: string;
  readonly text: string;
  readonly checks: readonly { readonly expr: string; readonly verdict: string }[];
}

/** Labelled passages, each a document of its own. */
export async function excerptSources(file: string): Promise<Source[]> {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const sources: Source[] = [];
  for (const line of lines) {
    const { id, text, checks } = JSON.parse(line) as Excerpt;
    const document = await read(new TextEncoder().encode(text), `${id}.txt`);
    if (!document) continue;
    const stated = locateClaims(
      document,
      checks.flatMap((it) => (it.verdict === 'ok' ? [it.expr] : [])),
    );
    if (stated.claims.length > 0) sources.push({ file: id, document, ...stated });
  }
  return sources;
}
