import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Report } from '../../../src/model/report.js';
import { pairingsOf } from '../../../src/pipeline/compare/pairing.js';
import { planOf, type Task } from '../../../src/pipeline/compare/plan.js';
import { defaultRulebook } from '../../../src/rulebook/rulebook.js';
import type { Comparable } from '../../../src/store/store.js';

const { across } = defaultRulebook();
const kinds = [null, 'notice', 'final_dept', 'budget_dept', 'perf_dept', 'annual_report'];
const titles = [null, '某局部门决算', '某局单位决算', '某局绩效自评报告'];
const headings = ['一、单位决算情况', '一、部门决算情况', '一、概况'];

const document: fc.Arbitrary<Comparable & { readonly headings: readonly string[] }> = fc.record({
  sha256: fc.uuid(),
  file: fc.constant('a.txt'),
  path: fc.constant('/a.txt'),
  title: fc.constantFrom(...titles),
  kind: fc.constantFrom(...kinds),
  year: fc.constantFrom(null, 2021, 2022, 2023, 2025),
  rules: fc.constantFrom('r', 's'),
  held: fc.boolean(),
  basis: fc.constant(null),
  problems: fc.constant([]),
  headings: fc.subarray(headings),
});
type Given = typeof document extends fc.Arbitrary<infer T> ? T : never;

const plan = (documents: readonly Given[]): Promise<Task[]> => {
  const of = new Map(documents.map((it) => [it.sha256, it.headings]));
  return planOf(documents, 'rules', across, async (sha256) => of.get(sha256) ?? []);
};
const paired = (tasks: readonly Task[]): string[] =>
  tasks.flatMap(({ document: { sha256 }, rivalries }) =>
    rivalries.flatMap(({ way, rivals }) => rivals.map((it) => `${way} ${sha256} ${it.sha256}`)),
  );

test('the pairs of a plan are those that documents have by themselves', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(document, { selector: (it) => it.sha256, maxLength: 14 }), async (documents) => {
      const reports = documents
        .filter(({ held }) => held)
        .map(({ sha256, title, kind, year, headings: own }) => ({
          sha256,
          title,
          organisation: '某局',
          reportKind: kind,
          reportYear: year,
          headings: own.map((it) => ({ title: it }) as Report['headings'][number]),
        }));
      const all = reports.flatMap((a, at) => reports.slice(at + 1).flatMap((b) => pairingsOf(a, b, across)));
      const tasks = await plan(documents);
      expect(paired(tasks).sort()).toEqual(
        all.map(({ kind, first, second }) => `${kind} ${first.sha256} ${second.sha256}`).sort(),
      );
      expect(tasks.filter(({ basis, rivalries }) => (basis === null) !== (rivalries.length === 0))).toEqual([]);
      const bases = (of: readonly Task[]) => new Map(of.map((it) => [it.document.sha256, it.basis]));
      expect(bases(await plan(documents.toReversed()))).toEqual(bases(tasks));
    }),
  );
});

test('a basis tells contents, rules and rivals apart', async () => {
  const made = {
    file: 'a',
    path: '/a',
    title: '某局部门决算',
    rules: 'r',
    held: true,
    basis: null,
    problems: [],
    headings: [],
  };
  const [a, b]: readonly Given[] = [
    { ...made, sha256: 'a', kind: 'final_dept', year: 2022 },
    { ...made, sha256: 'b', kind: 'final_dept', year: 2023 },
  ] as const;
  if (!a || !b) throw new Error('two were made');
  const basis = async (...documents: readonly Given[]): Promise<string | null | undefined> =>
    (await plan(documents)).find((it) => it.document.sha256.startsWith('b'))?.basis;
  const all = [
    await basis(a, b),
    await basis(a, { ...b, sha256: 'b2' }),
    await basis({ ...a, sha256: 'a2' }, b),
    await basis({ ...a, rules: 's' }, b),
    await basis(a, { ...b, rules: 's' }),
    await basis(a, { ...a, sha256: 'a2' }, b),
    await basis(b),
  ];
  expect(new Set(all).size).toBe(all.length);
  expect(all.at(-1)).toBeNull();
});

test('documents that stand alike share their rivals, so that a plan grows with the documents', async () => {
  const documents = Array.from({ length: 3000 }, (_, at): Given => ({
    sha256: String(at).padStart(8, '0'),
    file: 'a',
    path: '/a',
    title: '某局部门决算',
    kind: 'final_dept',
    year: 2020 + (at % 3),
    rules: 'r',
    held: true,
    basis: null,
    problems: [],
    headings: [],
  }));
  const tasks = await plan(documents);
  expect(new Set(tasks.flatMap(({ rivalries }) => rivalries)).size).toBe(2);
  expect(new Set(tasks.map(({ basis }) => basis)).size).toBe(2001);
});
