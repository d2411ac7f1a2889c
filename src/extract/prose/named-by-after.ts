import type { Around } from './borrowed-name.js';
import type { Clause } from './clauses.js';
import type { CueWords } from './words.js';

/** 90分以上为优, 80分至89分为良: what bounds a grade is named by the grade. Empty for other figures. */
export function gradeBound({ quantity, before, after }: Clause, cues: CueWords): string {
  if (quantity.kind !== 'score') return '';
  const grade = cues.gradeAfter.exec(after)?.[1];
  if (grade === undefined) return '';
  const called = grade.length === 1 ? `${grade}等` : grade;
  if (quantity.value?.includes('..')) return `${called}区间`;
  const isMost = quantity.approx === 'lte' || /以下/.test(after) || /(?:不足|低于|小于)$/.test(before);
  return `${called}${isMost ? '上限' : '下限'}`;
}

/** 满意度97.62%，高于|95%|的目标值: an aim is named by what was measured against it; empty for other figures. */
export function aimed({ before, after, sentence, quantity }: Clause, { mentions }: Around, cues: CueWords): string {
  const aim = cues.aimAfter.exec(after)?.[1];
  if (aim === undefined || !cues.measuredAgainst.test(before)) return '';
  const level = mentions.findLast((it) => it.sentence === sentence && it.figure.kind === quantity.kind);
  return level && level.figure.label !== '' ? `${level.figure.label}${aim}` : '';
}

/** 按每公里不低于1500元的标准|落实管护经费: a standard is that of what is given by it; empty for other figures. */
export function standardFor({ before, after }: Clause, { patterns }: CueWords): string {
  if (!patterns.by_standard.test(before)) return '';
  const given = patterns.standard_of.exec(after)?.[1];
  return given === undefined ? '' : `${given}标准`;
}

/** 对11个|财政项目开展绩效自评: what is done with the things counted stands before their name; empty where nothing is. */
export function treated({ before, after }: Clause, cues: CueWords): string {
  return /^对/.test(before) || /[，,]对$/.test(before) ? (cues.treatment.exec(after)?.[1] ?? '') : '';
}

/** 截至年底支付|912.40万元: money named by nothing but what was done with it; empty where the words say nothing. */
export function moneyAct({ before }: Clause, cues: CueWords): string {
  for (const { atEnd, noun } of cues.moneyActs) {
    const act = atEnd.exec(before)?.[0];
    if (act !== undefined) return act + noun;
  }
  return '';
}

/** A name that says what was done with money or marks gets their noun: 实际到位 → 实际到位资金, 预算执行 → 预算执行得分. */
export function withMeasure(name: string, { quantity }: Clause, cues: CueWords): string {
  const { kind, unitText } = quantity;
  if (name === '') return name;
  if (kind === 'score' && !/[分率值”]/.test(name.slice(-2))) return /扣$/.test(name) ? `${name}分` : `${name}得分`;
  if (kind === 'money') {
    const act = cues.moneyActs.find(({ atEnd }) => atEnd.test(name));
    return act ? name + act.noun : name;
  }
  return cues.areaUnits.has(unitText) && !/[积模]$/.test(name) && !name.endsWith(unitText) ? `${name}面积` : name;
}
