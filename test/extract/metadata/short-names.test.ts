import { describe, expect, test } from 'vitest';
import { extract } from '../../../src/extract/extract.js';
import { ownNamesOf, shortNamesOf } from '../../../src/extract/metadata/short-names.js';
import { rulesDirectory } from '../../../src/rulebook/directory.js';
import { readKindRules } from '../../../src/rulebook/kinds.js';
import { defaultRulebook } from '../../../src/rulebook/rulebook.js';
import { aDocument, body } from '../headings/a-document.js';

const kinds = readKindRules(rulesDirectory);

describe('short names that a text declares', () => {
  test.each([
    ['云溪区机构编制委员会办公室（以下简称“区编办”）为区委工作机构。', ['云溪区机构编制委员会办公室=区编办']],
    ['根据云溪区财政局（以下简称：区财政局）的要求', ['云溪区财政局=区财政局']],
    ['云溪区水利局（以下简称“区水利局”或“我局”）', ['云溪区水利局=区水利局', '云溪区水利局=我局']],
    ['受云溪区财政局委托，临川市文化馆(下文简称“文化馆”)开展自评', ['临川市文化馆=文化馆']],
    ['《中华人民共和国预算法》（以下简称《预算法》）', []],
    ['重点项目（以下简称“项目”）', []],
  ])('%s', (text, names) => {
    expect(shortNamesOf([text], kinds).map(({ full, short }) => `${full}=${short}`)).toEqual(names);
  });

  test('only those of the organisation itself are its own', () => {
    const declared = shortNamesOf(['云溪区水利局（以下简称“区水利局”）', '云溪区财政局（以下简称“区财政局”）'], kinds);
    expect(ownNamesOf('云溪区水利局', declared)).toEqual(['云溪区水利局', '区水利局']);
    expect(ownNamesOf(null, declared)).toEqual([]);
  });
});

describe('what they are for', () => {
  const report = (...lines: string[]) => extract(aDocument(...lines), defaultRulebook());

  test('a title that uses the short name is of the agency in full', () => {
    const { metadata } = report(
      '区编办2024年度部门决算',
      body,
      '云溪区机构编制委员会办公室（以下简称“区编办”）设三个科室。',
    );
    expect(metadata.organisation).toBe('云溪区机构编制委员会办公室');
  });

  test('an agency that is named only where it says what it calls itself', () => {
    const { metadata } = report(
      '整体支出绩效自评报告',
      '一、基本情况',
      '云溪区档案馆（以下简称“我馆”）负责档案保管。',
      body,
    );
    expect(metadata.organisation).toBe('云溪区档案馆');
  });

  test('a figure is not named after the agency that all figures are of', () => {
    const { figures } = report(
      '云溪区水利局2024年度部门决算',
      '一、收支情况',
      '云溪区水利局（以下简称“区水利局”）负责河道管理。区水利局会议费12.30万元。',
    );
    expect(figures.map(({ text, label }) => `${label} ${text}`)).toEqual(['会议费 12.30万元']);
  });
});
