import { describe, expect, test } from 'vitest';
import { referred } from '../../src/claims/across/repeated/referred.js';
import { described } from '../../src/extract/describe/described.js';
import { extract } from '../../src/extract/extract.js';
import { miniature } from '../../src/pipeline/miniature.js';
import { defaultRulebook } from '../../src/rulebook/rulebook.js';

const rulebook = defaultRulebook();

/** The pairs of figures that are told for one fact, as printed. */
function pairsIn(...paragraphs: readonly string[]): string[] {
  const { statements, year } = described(extract(miniature(paragraphs), rulebook), rulebook);
  return referred(statements, year).map(({ left, right }) => `${left.text} ${right.text}`);
}

describe('a figure that refers back to one told before is held against it', () => {
  const cases: readonly [why: string, paragraphs: string[], pair: string][] = [
    ['by a pointing word', ['抽到茶园27处。这72处被抽到的茶园里，有5处未建台账。'], '27处 72处'],
    ['with nothing named', ['全镇共有渔船经营户146户。专班对这164户逐户登记。'], '146户 164户'],
    ['with a word that takes', ['今年分给你县造林任务6.37万亩。请将6.73万亩任务落到地块。'], '6.37万亩 6.73万亩'],
    ['by what was done with it', ['全年修建提灌站58座。', '修建的85座提灌站全部通水。'], '58座 85座'],
    ['as a whole of parts', ['馆里登记标本21,746件。在21,476件标本中，昆虫占三成。'], '21,746件 21,476件'],
    ['by what is spent of it', ['涉及资金2,480.6万元。所涉2,840.6万元资金已拨付。'], '2,480.6万元 2,840.6万元'],
    ['at the head of its sentence', ['新修机耕道263公里。236公里机耕道如期完工。'], '263公里 236公里'],
    ['in a unit that names it', ['养老院开放床位930张。开放的903张床位中，护理型占六成。'], '930张 903张床位'],
    ['in traditional characters', ['現有館員1,754人。前述1,745名館員均已受訓。'], '1,754人 1,745名'],
    ['named alike with no word that points', ['县里流转林地2,857亩。公司承租2,875亩流转林地。'], '2,857亩 2,875亩'],
  ];
  test.each(cases)('%s', (_, paragraphs, pair) => {
    expect(pairsIn(...paragraphs)).toEqual([pair]);
  });
});

describe('a figure of something else is left alone', () => {
  const cases: readonly [why: string, ...paragraphs: string[]][] = [
    ['told before under its own name', '古籍21,746册，方志21,476册。在21,476册方志中，孤本占一成。'],
    ['what is left over', '抽到茶园31处，18处账目清楚。这13处茶园正在整改。'],
    ['together with others', '东区11户，西区10户，北区12户。上述21户均已搬迁。'],
    ['last year', '全年办理信件3,827件。上年办理的3,872件信件中，来访占四成。'],
    ['another stage of the work', '一期修路263公里。236公里二期道路于去年通车。'],
    ['a part of it', '全县脱贫人口1,364人。对有劳动力的1,346人逐人安排岗位。'],
    ['not a slip apart', '抽到茶园27处。这19处被抽到的茶园里，有5处未建台账。'],
    ['beginning to tell of it', '大专在校学生102万人。中专在校学生120万人，也超过往年。'],
    ['should', '现有职工31人。按编制应该13人。'],
  ];
  test.each(cases)('%s', (_, ...paragraphs) => {
    expect(pairsIn(...paragraphs)).toEqual([]);
  });
});
