import { printed, sameMeasure } from '../../model/printed.js';
import type { Mention, Passage } from '../../model/reading.js';
import type { EqualRelation } from '../../model/relation.js';
import { isLevel } from './cues.js';

const sides = ['收入', '支出'] as const;
const stages = [/^(?:预算|年初预算|全年预算)$/, /^决算$/] as const;

/** 预算收入 or 收入预算, and nothing else in its name but 本部门 and the year. */
function only(mentions: readonly Mention[], side: string, stage: RegExp): Mention | null {
  const found = mentions.filter((m) => {
    const name = m.subject.replace(/^(?:本|我)?(?:部门|单位|年|办|局)?/, '');
    return isLevel(m) && name.includes(side) && stage.test(name.replace(side, '').replace(/数$/, ''));
  });
  const [first] = found;
  return first && found.length === 1 && printed(first.figure) ? first : null;
}

/** Budget and outcome of one thing in one paragraph: stages that may differ, so that a difference asks for its reason and no more. */
export function stageGapsIn({ mentions }: Passage): EqualRelation[] {
  return sides.flatMap((side): EqualRelation[] => {
    const [planned, done] = stages.map((stage) => only(mentions, side, stage));
    if (!planned || !done || !sameMeasure(planned.figure, done.figure)) return [];
    const doubt = { status: 'ambiguous', reason: 'budget and outcome: a difference is to be explained' } as const;
    return [{ kind: 'equal', check: 'stage-confusion', doubt, left: planned.figure, right: done.figure }];
  });
}
