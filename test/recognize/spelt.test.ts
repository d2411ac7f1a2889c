import { describe, it } from 'vitest';
import { check, type Case } from './marked.js';

const zero: readonly Case[] = [
  ['零 before 元整', '工程款«叁拾万零元整»', 'money 300000 CNY'],
  ['零 before 圆', '押金«伍仟零圆整»', 'money 5000 CNY'],
  ['two zeros before 圆 and no 角', '«捌万叁仟零零圆零角陆分»', 'money 83000.06 CNY'],
  ['亿零元', '拨款«壹亿零元整»', 'money 100000000 CNY'],
  ['零角零分', '收费«玖佰元零角零分»', 'money 900 CNY'],
  ['零角伍分', '票面«贰拾元零角伍分»', 'money 20.05 CNY'],
  ['small letters', '罚款«五百零元»', 'money 500 CNY'],
  ['零元', '收费«零元»', 'money 0 CNY'],
  ['零元 then another', '由«零元»增至«五元»', 'money 0 CNY', 'money 5 CNY'],
  ['零 in the middle as before', '«叁佰零柒万零伍拾元整»', 'money 3070050 CNY'],
  ['元零分', '«壹佰元零玖分»', 'money 100.09 CNY'],
  ['零星 is a word', '«三百»零星工程', 'number 300'],
  ['零售 is a word', '销售«500元»零售商品', 'money 500 CNY'],
  ['零件', '«3个»零件、«2元»零钱', 'count 3 个', 'money 2 CNY'],
];

const capitals: readonly Case[] = [
  ['拾元整', '手续费«拾元整»', 'money 10 CNY'],
  ['拾元零伍分', '«拾元零捌分»', 'money 10.08 CNY'],
  ['拾万元整', '贷款«拾万元整»', 'money 100000 CNY'],
  ['拾贰万', '«拾贰万叁仟元整»', 'money 123000 CNY'],
  ['佰元整', '押金«佰元整»', 'money 100 CNY'],
  ['仟元整', '罚没«仟元整»', 'money 1000 CNY'],
  ['拾圆', '每份«拾圆整»', 'money 10 CNY'],
  ['人民币拾元', '«人民币拾元整»', 'money 10 CNY'],
  ['拾元伍角', '«拾元伍角»', 'money 10.5 CNY'],
  ['收拾 is a word', '收拾元宵摊位'],
  ['收拾 again', '收拾整理会场'],
  ['a unit header', '单位：仟元'],
  ['a form to fill in', '人民币（大写）：　仟　佰　拾　元　角　分'],
  ['拾级', '拾级而上'],
  ['参加', '参加«三人»', 'count 3 人'],
  ['队伍', '队伍整顿'],
];

const illformed: readonly Case[] = [
  ['twice 万', '先后下达«五十万»«五十万»«两次»', 'money 500000 CNY', 'money 500000 CNY', 'count 2 次'],
  ['twice 万元', '拨付«三十万元»«三十万元»', 'money 300000 CNY', 'money 300000 CNY'],
  ['Arabic twice', '拨付«30万»«30万»', 'money 300000 CNY', 'money 300000 CNY'],
  ['twice 百万', '投资«三百万»«五百万»', 'money 3000000 CNY', 'money 5000000 CNY'],
  ['twice 亿', '贷款«二亿»«三亿»', 'money 200000000 CNY', 'money 300000000 CNY'],
  ['万 inside 亿 is sound', '«一百二十万三千亿元»', 'money 120300000000000 CNY'],
  ['万万', '«三万万元»', 'money 300000000 CNY'],
  ['falling scales', '«三亿五千二百万元»', 'money 352000000 CNY'],
  ['百分点 behind a ten', '提高«五十五百分点»', 'percent 55 pp'],
  ['十 twice', '«三百二十元»«二十元»', 'money 320 CNY', 'money 20 CNY'],
  ['千 twice with unit', '«三千元»、«五千元»', 'money 3000 CNY', 'money 5000 CNY'],
  ['一千万零五百', '«一千万零五百元»', 'money 10000500 CNY'],
];

const half: readonly Case[] = [
  ['一倍半', '增长«一倍半»', 'multiple 1.5 倍'],
  ['三倍半', '产量是上年的«三倍半»', 'multiple 3.5 倍'],
  ['2倍半', '达到«2倍半»', 'multiple 2.5 倍'],
  ['两成半', '压减«两成半»', 'percent 25 %'],
  ['3成半', '约«3成半»', 'percent 35 %'],
  ['七折半', '打«七折半»', 'percent 75 %'],
  ['一成', '压减«一成»', 'percent 10 %'],
  ['半数 behind 倍', '增长«两倍»，«半数»来自外地', 'multiple 2 倍', 'fraction 1/2'],
  ['半年 behind 倍', '增长«一倍»«半年»内完成', 'multiple 1 倍', 'duration 0.5 year'],
  ['三年半', '历时«三年半»', 'duration 3.5 year'],
  ['三斤半', '重«三斤半»', 'dimension 3.5 斤'],
  ['三块半', '每斤«三块半»', 'money 3.5 CNY'],
  ['三成半数', '«三成»半导体企业', 'percent 30 %'],
  ['成 then 半径', '«两成»半径内', 'percent 20 %'],
  ['half a time', '增加«半倍»', 'multiple 0.5 倍'],
  ['three and a half months', '工期«三个半月»', 'duration 3.5 month'],
];

const ranges: readonly Case[] = [
  ['至…成', '压缩«2至4成»', 'percent 20..40 %'],
  ['到…成', '下降«三到五成»', 'percent 30..50 %'],
  ['-成', '补贴«1-2成»', 'percent 10..20 %'],
  ['折', '打«7-9折»', 'percent 70..90 %'],
  ['五六成', '约«五六成»群众', 'percent 50..60 %'],
  ['折 has no neighbours: 78 %', '打«七八折»', 'percent 78 %'],
  ['三五成', '少«三五成»', 'percent 30..50 %'],
  ['成 on both sides', '«三成至五成»', 'percent 30..50 %'],
  ['Chinese thousands', '每户«三到五千元»', 'money 3000..5000 CNY'],
  ['Chinese hundreds', '每人«二至三百元»', 'money 200..300 CNY'],
  ['tens', '«五至六十人»', 'count 50..60 人'],
  ['万元', '«5至10万元»', 'money 50000..100000 CNY'],
  ['no shared scale', '«8500到3万元»', 'money 8500..30000 CNY'],
  ['percent words', '增长«百分之三至五»', 'percent 3..5 %'],
  ['percent words both', '«百分之十到百分之二十»', 'percent 10..20 %'],
  ['permille words', '«千分之一至三»', 'percent 1..3 ‰'],
  ['percent words then a month', '增长«百分之三»至«五月»', 'percent 3 %', 'date XXXX-05'],
  ['百分之三四', '约«百分之三四»', 'percent 3..4 %'],
  ['百分之七八十', '约«百分之七八十»', 'percent 70..80 %'],
  ['十分之三四', '约«十分之三四»', 'fraction 3/10..4/10'],
  ['十分之七八', '«十分之七八»的农户', 'fraction 7/10..8/10'],
  ['三分之一二手房', '«三分之一»二手房', 'fraction 1/3'],
  ['三分之二', '«三分之二»', 'fraction 2/3'],
  ['十分之三', '«十分之三»', 'fraction 3/10'],
  ['a pause between neighbours', '约«七、八成»农户', 'percent 70..80 %'],
  ['a pause in tens', '约«五、六十人»', 'count 50..60 人'],
  ['倍', '«2至3倍»', 'multiple 2..3 倍'],
  ['same scale number', '投资«2到3亿»', 'money 200000000..300000000 CNY'],
  ['falling is no range', '由«5成»至«3成»', 'percent 50 %', 'percent 30 %'],
  ['成立 is a word', '«3至5»成立', 'number 3..5'],
  ['成员', '三至五成员'],
  ['两三千', '«两三千元»', 'money 2000..3000 CNY'],
  ['一两百', '«一两百人»', 'count 100..200 人'],
];

describe('零 before 元', () => {
  it.each(zero)('%s', check);
});

describe('capitals without 壹', () => {
  it.each(capitals)('%s', check);
});

describe('two numbers that meet', () => {
  it.each(illformed)('%s', check);
});

describe('半 behind a unit', () => {
  it.each(half)('%s', check);
});

describe('ends of a range', () => {
  it.each(ranges)('%s', check);
});
