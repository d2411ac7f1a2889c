import { expect, test } from 'vitest';
import { figuresOf } from './read-text.js';

/** The groups of figures that belong together, by what they quote. */
function groupsOf(text: string): string[] {
  const figures = figuresOf(text);
  const firsts = figures.filter((it) => it.group === it.id);
  expect(figures.every((it) => it.group === null || firsts.some(({ id }) => id === it.group))).toBe(true);
  return firsts.map(({ id }) => figures.flatMap((it) => (it.group === id ? [it.text] : [])).join(' '));
}

test.each([
  [
    'a whole, its parts and their shares',
    '支出合计20万元，其中：甲12万元，占60%；乙8万元，占40%。',
    ['20万元 12万元 60% 8万元 40%'],
  ],
  ['parts that make the whole are all', '在编118名，其中：甲46名，乙72名；退休61名。', ['118名 46名 72名']],
  ['money divides no count', '实施项目3个，其中甲项目5万元、乙项目6万元。', []],
  [
    'a level, its base, its change and its rate',
    '会议费4万元，比上年5万元减少1万元，下降20%。差旅费9万元。',
    ['4万元 5万元 1万元 20%'],
  ],
  ['before, after and change', '内设机构由12个精简为9个，减少3个。', ['12个 9个 3个']],
  ['the members of a list', '甲、乙、丙分别为3万元、4万元和5万元。', ['3万元 4万元 5万元']],
  ['figures that stand alone', '会议费4万元，差旅费9万元。', []],
])('%s', (_, text, groups) => {
  expect(groupsOf(text)).toEqual(groups);
});

test('a change in the next sentence is of the whole, not of its last part', () => {
  const figures = figuresOf('支出合计20万元，其中：甲12万元，乙8万元。比上年增加2万元。');
  expect(figures.at(-1)).toMatchObject({ group: figures[0]?.id, label: '支出合计增加' });
});
