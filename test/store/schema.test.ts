import { expect, test } from 'vitest';
import { relations } from '../../src/store/described.js';
import { databaseSchema } from '../../src/store/schema.js';

test('every table, view and column of the database is described, in both languages', () => {
  const all = databaseSchema();
  expect(all.length).toBeGreaterThan(25);
  const silent = all.flatMap(({ name, about, columns }) => [
    ...(about?.zh && about.en ? [] : [name]),
    ...columns.filter((it) => !it.about?.zh || !it.about.en).map((it) => `${name}.${it.name}`),
  ]);
  expect(silent).toEqual([]);
});

test('nothing is described that is not there', () => {
  const names = new Set(databaseSchema().map(({ name }) => name));
  expect(Object.keys(relations).filter((name) => !names.has(name))).toEqual([]);
});
