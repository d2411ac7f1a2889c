import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findHeadings } from '../../../src/extract/headings/find-headings.js';
import { findMetadata, type Metadata } from '../../../src/extract/metadata/find-metadata.js';
import { plainLook, type Look } from '../../../src/model/document.js';
import { rulesDirectory } from '../../../src/rulebook/directory.js';
import { readHeadingRules } from '../../../src/rulebook/headings.js';
import { readKindRules } from '../../../src/rulebook/kinds.js';
import { aDocument, body, type Piece } from '../headings/a-document.js';

const rules = { headings: readHeadingRules(rulesDirectory), kinds: readKindRules(rulesDirectory) };
const keys = { title: 'title', org: 'organisation', kind: 'reportKind', year: 'reportYear', date: 'filledOn' } as const;
type Key = keyof typeof keys;

interface Cover {
  readonly why: string;
  readonly wanted: Partial<Record<Key, string>>;
  readonly lines: readonly string[];
}

/** The covers of covers.txt, which says how they are written. */
const covers = readFileSync(new URL('covers.txt', import.meta.url), 'utf8')
  .split(/^=== /m)
  .slice(1)
  .map((text): Cover => {
    const [why = '', ...rest] = text.trim().split('\n');
    const told = rest.map((line) => /^(title|org|kind|year|date): (.*)$/.exec(line));
    const end = told.findIndex((match) => match === null);
    const wanted = Object.fromEntries(told.slice(0, end).map((match) => [match?.[1], match?.[2]]));
    return { why, wanted, lines: rest.slice(end) };
  });

const looks: Readonly<Record<string, Partial<Look>>> = {
  '# ': { fontSize: 22, centred: true, bold: true },
  '^ ': { fontSize: 16, centred: true },
};

function pieceOf(line: string, set: boolean): Piece {
  const mark = line.slice(0, 2);
  if (mark === 'h ') return { furniture: 'header', text: line.slice(2) };
  const text = (looks[mark] ? line.slice(2) : line).replace('~', body);
  return { text, look: set ? { fontSize: 16, ...looks[mark] } : plainLook };
}

function found({ lines, wanted }: Cover, set: boolean): Partial<Record<string, string>> {
  const pieces: Piece[] = [];
  for (const line of lines) {
    const row = line.startsWith('|')
      ? line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim().replace('~', body))
      : null;
    const last = pieces.at(-1);
    if (row === null) pieces.push(pieceOf(line, set));
    else if (typeof last === 'object' && 'table' in last) pieces.splice(-1, 1, { table: [...last.table, row] });
    else pieces.push({ table: [row] });
  }
  const document = aDocument(...pieces);
  const metadata: Metadata = findMetadata(document, findHeadings(document, rules.headings), rules);
  return Object.fromEntries((Object.keys(wanted) as Key[]).map((key) => [key, String(metadata[keys[key]])]));
}

describe('how reports name themselves', () => {
  test.each(covers)('$why', (cover) => {
    expect(found(cover, true), 'with type').toEqual(cover.wanted);
    expect(found(cover, false), 'as plain text').toEqual(cover.wanted);
  });
});
