import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mentionsOf } from './read-text.js';

/** `quote act label ← quote of the level that it is about`. */
function acts(text: string): string[] {
  const mentions = mentionsOf(text);
  return mentions.map(({ figure, act, about }) => {
    const level = about === null ? '' : ` ← ${mentions[about]?.figure.text ?? ''}`;
    return `${figure.text} ${act} ${figure.label}${level}`;
  });
}

describe('what a figure does, and which level it is about', () => {
  test.each([
    [
      'a rate goes with the change before it',
      '机关运行经费40万元。与上年相比，经费减少2万元，下降4.76%。',
      ['40万元 level 机关运行经费', '2万元 delta 经费减少 ← 40万元', '4.76% growth 机关运行经费下降率 ← 40万元'],
    ],
    [
      'what is compared is what the comparison is about',
      '收费65万元，比上年的60万元增加5万元。',
      ['65万元 level 收费', '60万元 base 上年收费 ← 65万元', '5万元 delta 收费增加 ← 65万元'],
    ],
    [
      'behind a list of parts a change is about the whole',
      '新办业务90件，其中窗口50件、网上40件，比上年增加6件。',
      ['90件 level 新办业务', '50件 level 窗口', '40件 level 网上', '6件 delta 新办业务增加 ← 90件'],
    ],
    [
      'a part that stands alone has its own change',
      '收入90万元，其中：拨款80万元，比上年减少6万元。',
      ['90万元 level 收入', '80万元 level 拨款', '6万元 delta 拨款减少 ← 80万元'],
    ],
    [
      'a sentence about the accounts goes on about the accounts',
      '会议费预算5万元，其中餐费1万元；决算4万元，其中餐费1万元。比上年决算3万元增加1万元。',
      [
        '5万元 level 会议费预算',
        '1万元 level 餐费',
        '4万元 level 会议费决算',
        '1万元 level 餐费',
        '3万元 base 会议费上年决算 ← 4万元',
        '1万元 delta 会议费决算增加 ← 4万元',
      ],
    ],
    [
      'from and to',
      '参训学员由上年的120人次增至300人次，增长1.5倍。',
      ['120人次 from 上年参训学员人次', '300人次 to 参训学员人次', '1.5倍 growth 参训学员人次增长 ← 300人次'],
    ],
    [
      'compared within its own clause',
      '住院病人比上年的90人增加9人，增长10%。',
      ['90人 base 上年住院病人', '9人 delta 住院病人增加', '10% growth 住院病人增长率'],
    ],
    [
      'the level of the year before',
      '全年调解85起，上年为70起，增加15起。',
      ['85起 level 调解', '70起 base 上年调解 ← 85起', '15起 delta 调解增加 ← 85起'],
    ],
    ['merged', '服务窗口由26个整合为19个。', ['26个 from 服务窗口', '19个 to 服务窗口']],
  ])('%s', (_, text, wanted) => {
    expect(acts(text)).toEqual(wanted);
  });
});

const word = fc.constantFrom(
  '经费',
  '支出',
  '，',
  '。',
  '；',
  '其中',
  '（',
  '）',
  '“',
  '由',
  '增至',
  '比上年',
  '的',
  '分别',
  '、',
  '占',
  '完成预算的',
);
const figure = fc.integer({ min: 1, max: 99 }).chain((n) => fc.constantFrom(`${n}万元`, `${n}个`, `${n}%`, `${n}人次`));

test('any words: every figure once, in order, about a figure before it', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(word, figure), { maxLength: 40 }), (words) => {
      const mentions = mentionsOf(words.join(''));
      mentions.forEach(({ figure: it, about }, at) => {
        expect(it.start).toBeGreaterThanOrEqual(mentions[at - 1]?.figure.end ?? 0);
        if (about !== null) expect(about).toBeLessThan(at);
        expect(it.label).not.toMatch(/undefined|null|^[，。；、）”]/);
      });
    }),
    { numRuns: 300 },
  );
});
