import { describe, expect, test } from 'vitest';
import { claims } from '../../src/claims/claims.js';
import { described } from '../../src/extract/describe/described.js';
import { extract } from '../../src/extract/extract.js';
import { judge } from '../../src/judge/judge.js';
import { defaultRulebook } from '../../src/rulebook/rulebook.js';
import { documentOf } from '../document-of.js';

const rulebook = defaultRulebook();

/** Check and first quoted words of what is reported of paragraphs by claims in words alone. */
function alarms(paragraphs: readonly string[]): string[] {
  const reading = extract(documentOf([...paragraphs]), rulebook);
  const found = claims(described(reading, rulebook), rulebook, []);
  return judge(found, rulebook.checks).flatMap(({ relation, alarm }) =>
    alarm && words.has(relation.check) ? [`${relation.check} ${alarm.evidence[0].text}`] : [],
  );
}
const words = new Set([
  'listed-items',
  'referred-count',
  'rest-count',
  'converted-measure',
  'converted-amount',
  'unit-slip',
  'points-and-percent',
  'all-and-some-not',
  'capital-amount',
  'other-agency',
  'name-drift',
]);

type Case = readonly [why: string, paragraphs: readonly string[], shows: string | null];

const rows: readonly Case[] = [
  // a list right before its count
  ['one more than counted', ['行政系统含党办、院办、人事科、财务科、审计科、宣传科7个科室。'], 'listed-items 7个'],
  [
    'members that look alike are joined by 和',
    ['评价从决策、过程、产出、效益和满意度四个维度展开。'],
    'listed-items 四个',
  ],
  ['titles need no mark between', ['印发《差旅费办法》《会议费办法》《接待办法》4项制度。'], 'listed-items 4项'],
  ['多于所列 with 等', ['推进餐饮、住宿、旅游、批发零售等9个行业复苏。'], null],
  ['a name with 和 in it', ['八类中衣着、居住、教育文化和娱乐三类上涨。'], null],
  ['smaller things in what is listed', ['项目覆盖东湖、西湖、南湖18个社区。'], null],
  ['events, not names', ['全年走访机关、学校、企业、社区6次。'], null],
  // a list behind its count
  ['分别为', ['下属单位6家，分别为图书馆、博物馆、文化馆、美术馆和考古所，均为公益一类。'], 'listed-items 6家'],
  ['in brackets', ['在产矿井三座（北山矿、龙口矿、东沟矿、石桥矿），能力420万吨。'], 'listed-items 三座'],
  [
    'the name goes on',
    ['部门由局机关和3个所属单位组成，所属单位包括：种子站、植保站、土肥站、农机站。'],
    'listed-items 3个',
  ],
  ['brackets that belong to the name', ['涉及4个乡（镇）：柳河镇、青石镇、白云乡、黄岭乡。'], null],
  ['another count of the sentence', ['申报4人，岗位3个：马某，81分；田某，79分；龙某，76分；熊某，83分。'], null],
  ['nothing in common', ['停办文秘、旅游管理、市场营销、殡葬服务3个专业。'], 'listed-items 3个'],
  ['nothing in common, and no noun', ['产业园、集群、示范保护区、工作站分别增加3个。'], null],
  ['a pronoun', ['局机关和5家站所，后者为种子站、植保站、土肥站、农机所。'], 'listed-items 5家'],
  ['behind a stop', ['内设4个科室。分别为办公室、人事科、财务科。'], 'listed-items 4个'],
  ['dated', ['开会3次，分别为：3月8日审定预算，9月2日增补理事。'], 'listed-items 3次'],
  ['sentences with dates', ['开会2次：3月8日审定预算，会期1天。9月2日增补理事。'], null],
  ['some of what happened', ['培训5期，1月培训会计，3月培训档案员，其余安排在下半年。'], null],
  ['members in turn', ['工程分三期：一期建主楼，二期建裙楼，三期建车库，四期绿化。'], 'listed-items 三期'],
  ['amounts', ['农用地分为四类：耕地2,860亩，园地415亩，林地1,260亩。'], 'listed-items 四类'],
  ['several amounts of one', ['客户2家：甲厂买入1.2亿元，欠款0.3亿元，乙厂买入0.8亿元。'], null],
  ['summed up', ['大额合同3份：物业126万元、维保208万元，两份合计334万元。'], 'listed-items 3份'],
  ['a comma in a number', ['上千万元的有2个:桥梁1,860.0万元、隧道1,120.0万元,两项合计2,980.0万元;其余另列。'], null],
  ['each of them', ['抽查4个镇，分别为柳河镇、青石镇、白沙镇，每镇抽2个村。'], 'listed-items 4个'],
  // numbered lists
  [
    '一是 in a sentence',
    ['调研发现三类问题：一是布局不均；二是设备老化；三是人手短缺；四是宣传不足。'],
    'listed-items 三类',
  ],
  ['主要 opens some of them', ['共查出问题6个，主要是：一是预算粗放；二是挂账较多；三是采购不规范。'], null],
  ['paragraphs', ['提出以下三条建议：', '（一）健全制度。', '（二）强化监督。'], 'listed-items 三条'],
  [
    'lists inside members',
    [
      '二、存在的两个问题',
      '（一）进度慢。一是招标晚；二是征地难；三是变更多。',
      '（二）管护差。',
      '三、打算',
      '（一）抓进度。',
      '（二）抓管护。',
      '（三）抓考核。',
    ],
    null,
  ],
  ['members that are parts of a sum', ['纳入评价的项目有4个：一是农业2个；二是水利2个。'], null],
  // back
  ['上述', ['平台由归集、建模、展示三个模块组成。', '上述四个模块均已测评。'], 'referred-count 四个'],
  // without some of them
  ['all but one', ['入围的有恒泰、远大、宏图、华信、天工五家，除恒泰外的其他三家均已签约。'], 'rest-count 三家'],
  ['all but two', ['全县12个乡镇中，除石门、云台两镇外，石门、云台以外的其余10个乡镇均已通车。'], null],
  ['not one of them', ['全县12个乡镇均已通车，除高新区外的其他3个乡镇为重点。'], null],
  ['deducting', ['共抽查8个项目，扣除管理费外的其余5个项目无异议。'], null],
  // in a state
  [
    'those in a state',
    ['泵站中，东闸站、西闸站、北河站已完成改造。上述已完成改造的四个泵站移交水务局。'],
    'listed-items 四个',
  ],
  ['as many', ['泵站中，东闸站、西闸站、北河站已完成改造。上述已完成改造的三个泵站移交水务局。'], null],
  // persons by role
  ['one more than named', ['检查组由组长周平，副组长刘洋，成员孙晓、钱进、郭亮共6人组成。'], 'listed-items 6人'],
  ['as many as named', ['检查组由组长周平，副组长刘洋，成员孙晓、钱进、郭亮共5人组成。'], null],
  // two units
  ['亩 and 公顷', ['秋冬造林2,400亩（折合16公顷）。'], 'converted-measure 2,400亩'],
  ['by habit', ['出让土地300亩，即200,100平方米。'], null],
  ['another size of the thing', ['道路全长3.2公里（宽6米）。'], null],
  ['several amounts together', ['其中水田46公顷、旱地28公顷，合1,110亩。'], null],
  // capitals
  ['far apart', ['捐款356,080元，经确认，大写叁拾伍万陆仟捌佰元整。'], 'capital-amount 叁拾伍万陆仟捌佰元整'],
  ['joined', ['总价（大写）：伍佰陆拾万元整；（小写）：5,606,000元。'], 'capital-amount 伍佰陆拾万元整'],
  ['traditional', ['計貳拾陸萬肆仟元整，繳款書載246,000元。'], 'capital-amount 貳拾陸萬肆仟元整'],
  ['lines of a form', ['报价（小写）：248万元', '报价（大写）：贰佰肆拾元整'], 'capital-amount 贰佰肆拾元整'],
  ['a tenth', ['合同价1,450,000元，保证金大写壹拾肆万伍仟元整。'], null],
  ['printed elsewhere', ['甲价98,200元，乙价大写玖万捌仟贰佰元整，丙价89,200元。'], null],
  // units that figures beside them show
  ['万 left out', ['三厂处理412.6万吨，其中一厂186.4万吨、二厂142.7吨、三厂83.5万吨。'], 'unit-slip 142.7吨'],
  ['what is left', ['资产总额为6.27亿元，负债1.35亿元，净资产为4.92万元。'], 'unit-slip 4.92万元'],
  [
    'of parts all but one alike',
    ['额度4.2亿元，拟用于三处：医院1.8亿元，管网1.5亿元，厂房9,000元。'],
    'unit-slip 9,000元',
  ],
  ['a part that no unit helps', ['总额37.27万元：甲26.00万元，乙11.27万元，另收现金9,000元。'], null],
  ['a need per head', ['日供水126.4万立方米，服务843万人，人均日用水150立方米。'], 'unit-slip 150立方米'],
  ['a total', ['补助4,260人，每人600元，共需255.6亿元。'], 'unit-slip 255.6亿元'],
  ['a price', ['购课桌2,310套，每套310万元，共71.61万元。'], 'unit-slip 310万元'],
  ['a price that fits', ['购课桌2,310套，每套310元，共71.61万元，另付运费716.1万元。'], null],
  ['one name twice', ['项目总投资3.46亿元。', '资金筹措：项目总投资3,460万元。'], 'unit-slip 3,460万元'],
  ['one name for two things', ['全市财政收入3.46亿元。', '全市财政收入4.10亿元。'], null],
  ['points', ['森林覆盖率62.4%，上年为60.1%，提高2.3%。'], 'points-and-percent 2.3%'],
  ['a rate of rates', ['投诉率由5.0%降到4.0%，下降20.0%。'], null],
  // states
  [
    'all, and some not',
    ['36个充电站已全部投入运营。', '尚有5个充电站未投入运营。'],
    'all-and-some-not 5个充电站未投入运营',
  ],
  ['another state', ['36个充电站已全部建成。', '尚有5个充电站未投入运营。'], null],
  ['another time', ['截至6月30日，12个标段已全部开工。', '截至3月31日，2个标段未开工。'], null],
  // names
  [
    'another agency',
    ['青溪县卫生健康局部门决算由局本级编报。', '青溪县教育局收入总计3.20亿元。'],
    'other-agency 青溪县教育局',
  ],
  ['its short name', ['青溪县卫生健康局部门决算由局本级编报。', '县卫生健康局收入总计3.20亿元。'], null],
  [
    'many agencies',
    ['甲市水务局部门预算8.60亿元。', '甲市交通局部门预算总额9亿元。', '甲市教育局部门预算总额8亿元。'],
    null,
  ],
  [
    'a project',
    ['项目名称：金沙滩海堤加固及修复工程', '金砂滩海堤加固及修复工程概算3.20亿元。'],
    'name-drift 金砂滩海堤加固及修复工程',
  ],
  ['east and west', ['项目名称：南山公园东区提升改造工程', '南山公园西区提升改造工程概算3.20亿元。'], null],
  ['a person', ['为陈志明等8名职工颁奖。', '陈志民等8名职工发言。'], 'name-drift 陈志民'],
  ['two persons', ['表彰了李建国等8名教师和李建军等6名教师。'], null],
];

describe('claims in words', () => {
  test.each(rows)('%s', (_why, paragraphs, shows) => {
    expect(alarms(paragraphs)).toEqual(shows === null ? [] : [shows]);
  });
});
