#!/usr/bin/env node
// Holds the verdicts of a hand-read report (every numeric relation in it, as a good checker ends it) against what `analyze` makes of it.
//
//   node test/seed-relations.mjs --lib dist/index.js --shared ../shared [--verbose]
//
// holds: a passed outcome shows the relation's printed numbers, or, where it has fewer than two, one of a check that covers its catalogue entry.
// violated: a finding of such a check, or over those figures; a repair that the relation names must be its hypothesis.
// review: a review finding or an ambiguous outcome. not_checkable and trap: nothing above info and no outcome that claims the numbers together.
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';

const argv = process.argv.slice(2);
const option = (name, otherwise) => (argv.includes(`--${name}`) ? argv[argv.indexOf(`--${name}`) + 1] : otherwise);
const shared = option('shared', '../shared');
const { analyze } = await import(pathToFileURL(resolve(option('lib', 'dist/index.js'))));
const checks = new URL('../rules/checks/', import.meta.url);
const catalogueOf = new Map(
  readdirSync(checks).map((file) => {
    const { id, catalogue } = parse(readFileSync(new URL(file, checks), 'utf8'));
    return [id, new Set(catalogue)];
  }),
);
const numbers = (text) =>
  (
    String(text)
      .normalize('NFKC')
      .match(/\d+(?:\.\d+)?/g) ?? []
  ).map(Number);
const all = (wanted, have) => wanted.length > 0 && wanted.every((it) => have.has(it));

/** The numbers of a figure as an expression may write them: as printed, and in 万. */
const shownBy = (figure) => [Number(figure.number), Number(figure.value), Number(figure.value) / 1e4];

function view(report) {
  const byId = new Map(report.figures.map((it) => [it.id, it]));
  const outcomes = report.outcomes.map((it) => ({
    ...it,
    numbers: new Set(it.figures.flatMap((id) => shownBy(byId.get(id)))),
  }));
  const findings = report.findings.map((it) => ({
    ...it,
    numbers: new Set(it.evidence.flatMap((e) => numbers(e.text))),
  }));
  return { outcomes, findings, printed: new Set(report.figures.flatMap(shownBy)) };
}

/**
 * The sides of an expression that the report prints; each may be an outcome of its own. A net in brackets (−4) and what stands between two
 * equals signs (46−37 = 9 = 26−17) are the hand's arithmetic.
 */
function wantedOf({ expr }, printed) {
  const plain = String(expr)
    .replace(/\([^()]*[^\d\s().+\-−*/]+[^()]*\)/g, ' ')
    .replace(/\([−-]\d+\)/g, ' ')
    .replace(/=\s*\d+(?:\.\d+)?%?\s*(?==)/g, '');
  return plain
    .split(/[;；]/)
    .map((part) => [...new Set(numbers(part).filter((it) => it !== 0 && it !== 100 && printed.has(it)))])
    .filter((part) => part.length > 0);
}

function reproduced(relation, { outcomes, findings, printed }) {
  const entries = String(relation.check).split(',');
  const covers = (rule) => entries.some((entry) => catalogueOf.get(rule)?.has(entry));
  const wanted = wantedOf(relation, printed);
  const passed = outcomes.filter((it) => it.status.startsWith('passed'));
  const open = outcomes.filter((it) => it.status === 'ambiguous');
  const serious = findings.filter((it) => it.severity !== 'info');
  const [verdict] = String(relation.verdict).split('_if_');
  switch (verdict) {
    case 'holds': {
      if (relation.verdict !== verdict) return findings.some((it) => it.hypothesis?.kind === 'unit');
      const two = wanted.filter((part) => part.length > 1);
      if (two.length === 0 || /^(?:DAT|CLS|HDG|QLT)/.test(entries[0])) return passed.some((it) => covers(it.check));
      return two.every((part) => passed.some((it) => all(part, it.numbers)));
    }
    case 'violated':
      return findings.some((it) =>
        relation.unique_explanation === true
          ? it.hypothesis !== null && wanted.some(([first]) => first === Number(numbers(it.hypothesis.printed)[0]))
          : covers(it.rule),
      );
    case 'review':
      return wanted.every((part) =>
        [...findings.filter((it) => it.severity === 'review'), ...open].some(
          (it) =>
            all(
              part.filter((n) => it.numbers.has(n)),
              it.numbers,
            ) && part.filter((n) => it.numbers.has(n)).length >= Math.min(2, part.length),
        ),
      );
    default:
      return wanted.every(
        (part) =>
          part.length < 2 ||
          ![...serious, ...outcomes.filter((it) => it.status !== 'ambiguous')].some((it) => all(part, it.numbers)),
      );
  }
}

const { relations } = parse(readFileSync(join(shared, 'domain/seed_relations.yaml'), 'utf8'));
let least = Infinity;
for (const name of ['seed.docx', 'seed.txt']) {
  const seen = view(await analyze(readFileSync(join(shared, 'corpus', name)), name));
  const missed = relations.filter((it) => !reproduced(it, seen));
  least = Math.min(least, relations.length - missed.length);
  console.log(`${name}: ${relations.length - missed.length}/${relations.length} verdicts reproduced`);
  if (argv.includes('--verbose')) for (const it of missed) console.log(`  missed ${it.id} ${it.verdict}: ${it.expr}`);
}
console.log(`seed relations reproduced ${least}/${relations.length}`);
