import { expect, test } from 'vitest';
import { findHeadings } from '../../../src/extract/headings/find-headings.js';
import { rulesDirectory } from '../../../src/rulebook/directory.js';
import { readHeadingRules } from '../../../src/rulebook/headings.js';
import { aDocument, body, type Piece } from './a-document.js';

const rules = readHeadingRules(rulesDirectory);
const outline = (...pieces: Piece[]): string[] =>
  findHeadings(aDocument('城市供水工作报告', ...pieces), rules).map(({ number, title }) => number + title);
/** A document in which nothing but the style of headings is used. */
const whole = (...pieces: Piece[]): string[] =>
  findHeadings(aDocument(...pieces), rules).map(({ number, title }) => number + title);
const styled = (text: string): Piece => ({ text, look: { outlineLevel: 2, styleName: 'heading 2' } });
const money = '本年收入合计1200.50万元，比上年增加30.20万元，主要是财政拨款增加。';

const cases: readonly (readonly [why: string, pieces: readonly Piece[], headings: readonly string[]])[] = [
  [
    'one sentence in the style of the headings',
    [styled('收入构成'), body, styled(money), styled('支出构成'), body, styled('资产状况'), body],
    ['收入构成', '支出构成', '资产状况'],
  ],
  [
    'a sentence without figures, closed and of two clauses',
    [styled('收入构成'), body, styled('各项工作有序推进，群众反映良好。'), styled('支出构成'), body],
    ['收入构成', '支出构成'],
  ],
  [
    'the whole body in it: titles still head, other lines do not',
    [
      styled('收入构成'),
      styled(money),
      styled('支出构成'),
      styled(body),
      styled('其中，人员经费增加较多，主要原因是调资'),
      styled('二〇二五年三月城东片区'),
      styled('城西片区'),
    ],
    ['收入构成', '支出构成'],
  ],
  [
    'a whole document in it: neither title nor signature head anything',
    [
      styled('一、收入情况'),
      styled(money),
      styled('二、支出情况'),
      styled(body),
      styled('特此报告。'),
      styled('青山区水务局'),
      styled('2025年3月5日'),
    ],
    ['一、收入情况', '二、支出情况'],
  ],
  [
    'titles of two clauses, and closed ones',
    [styled('以高质量党建引领，推动供水事业发展'), body, styled('加强预算管理。'), body],
    ['以高质量党建引领，推动供水事业发展', '加强预算管理'],
  ],
  [
    'numbered lines keep their number where the style says nothing',
    [styled('一、收入情况'), styled(money), styled('二、支出情况'), styled(body)],
    ['一、收入情况', '二、支出情况'],
  ],
];
test.each(cases)('the style of headings on running text: %s', (_, pieces, headings) => {
  expect(outline(...pieces)).toEqual(headings);
});

test('the first line of a document that is all in the style of headings is its title', () => {
  expect(whole(styled('工作报告'), styled('一、收入情况'), styled(money), styled(body))).toEqual(['一、收入情况']);
});
