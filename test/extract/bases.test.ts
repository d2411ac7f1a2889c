import { describe, expect, test } from 'vitest';
import type { Given } from '../document-of.js';
import { figuresOf } from './read-text.js';

/** `quote: part how@from「words」` of every known part of a fact's identity. */
function basesOf(...given: readonly Given[]): Record<string, readonly string[]> {
  const said = figuresOf(...given).flatMap(({ text, fact }) => {
    if (!fact) return [];
    const parts = Object.entries(fact.basis).flatMap(([part, basis]) =>
      basis ? [`${part} ${basis.how}@${basis.from}「${basis.words}」`] : [],
    );
    return [[text, parts] as const];
  });
  return Object.fromEntries(said);
}

const title = '岚山县农业农村局2023年度部门决算';
const ofTitle = 'entity inherited@title「部门」';
const ofYear = 'period inherited@report「2023」';

describe('why each part of a fact is known', () => {
  test('in prose: the label, what is divided, the date, the heading, what the sentence speaks of', () => {
    expect(
      basesOf(
        title,
        '三、“三公”经费支出决算情况说明',
        '2023年度“三公”经费支出决算为3.2万元，其中公务接待费0.4万元。内设机构由12个精简为9个。',
        '四、一般公共预算财政拨款支出决算情况说明',
        '基本支出为70万元。',
      ),
    ).toEqual({
      '3.2万元': [
        'metric stated@label「三公经费支出」',
        'stage stated@label「支出决算」',
        'period stated@clause「2023年度」',
        ofTitle,
      ],
      '0.4万元': [
        'metric stated@label「公务接待费」',
        'stage inherited@whole「支出决算」',
        'period stated@clause「2023年度」',
        ofTitle,
      ],
      '12个': ['metric stated@label「内设机构」', ofTitle],
      '9个': ['metric inherited@sentence「内设机构」', 'period inherited@paragraph「2023年度」', ofTitle],
      '70万元': [
        'metric stated@label「基本支出」',
        'stage inherited@heading「支出决算」',
        'fund inherited@heading「一般公共预算财政拨款」',
        ofYear,
        ofTitle,
      ],
    });
  });

  test('in a table: row, column, caption, and what such tables show', () => {
    expect(
      basesOf(title, '收入支出决算总表', '单位：万元', {
        table: [
          ['收入', '收入', '支出', '支出'],
          ['项目', '决算数', '项目', '决算数'],
          ['其他收入', '8.50', '一、农林水支出', '300.40'],
          ['本年收入合计', '318.70', '本年支出合计', '312.40'],
          ['年初结转和结余', '4.00', '年末结转和结余', '10.30'],
        ],
      }),
    ).toEqual({
      '8.50': [
        'metric stated@row「其他收入」',
        'stage stated@column「决算数」',
        'fund inferred@caption「收入支出决算总表」',
        ofYear,
        ofTitle,
      ],
      '300.40': [
        'metric stated@column「支出」',
        'stage stated@column「决算数」',
        'fund inferred@caption「收入支出决算总表」',
        ofYear,
        ofTitle,
      ],
      '318.70': [
        'metric stated@row「本年收入合计」',
        'stage stated@column「决算数」',
        'fund inferred@caption「收入支出决算总表」',
        ofYear,
        ofTitle,
      ],
      '312.40': [
        'metric stated@row「本年支出合计」',
        'stage stated@column「决算数」',
        'fund inferred@caption「收入支出决算总表」',
        ofYear,
        ofTitle,
      ],
      '4.00': ['metric stated@row「年初结转和结余」', 'fund inferred@caption「收入支出决算总表」', ofYear, ofTitle],
      '10.30': ['metric stated@row「年末结转和结余」', 'fund inferred@caption「收入支出决算总表」', ofYear, ofTitle],
    });
  });

  test('上年 is a year before the report’s', () => {
    expect(basesOf(title, '上年公务接待费3万元。')).toEqual({
      '3万元': [
        'metric stated@label「公务接待费」',
        'stage inferred@kind「final_dept」',
        'period inherited@label「上年」',
        ofTitle,
      ],
    });
  });

  test('a level of government stands in the clause', () => {
    expect(basesOf('岚山县2023年预算执行情况报告', '全县共完成税收收入50万元。')).toEqual({
      '50万元': ['metric stated@label「税收收入」', 'entity stated@clause「全县」'],
    });
  });

  test('a name that several metrics bear is the one that the kind of report speaks of', () => {
    expect(basesOf(title, '上级补助收入6万元。')['6万元']?.[0]).toBe('metric inferred@kind「上级补助收入」');
  });
});
