import { compare, decimal, hundred, zero } from '../../model/decimal.js';
import { printed } from '../../model/printed.js';
import type { Passage, Reading } from '../../model/reading.js';
import type { WordsRelation } from '../../model/relation.js';
import type { Wording } from '../../rulebook/wording.js';
import { quoted, wordsRelation } from '../quoted.js';

const total = /(?:自评|评价|绩效|综合|总)(?:得分|评分|分数|分)$|总分$/;
const beyond = /加分|附加分|满分(?:为)?1[1-9]\d/;
const graded =
  /(?:等级|等次|评级|评定|结果|结论)(?:为|是|：)?[“"]?(优秀|良好|合格|不合格|优|良|中|差)[”"]?(?![\p{L}])/u;

/** A total score with the grade that its paragraph gives it, against the bands that the province or 财预〔2020〕10号 sets. */
function gradeOf(
  passage: Passage,
  block: Parameters<typeof quoted>[0] | undefined,
  { grades }: Wording,
): WordsRelation[] {
  const match = graded.exec(passage.text.slice(passage.start, passage.end));
  const scores = passage.mentions.filter(({ figure }) => figure.kind === 'score' && total.test(figure.label));
  const [score] = scores;
  const value = score && printed(score.figure)?.value;
  if (!match || !block || !score || !value || scores.length !== 1) return [];
  const word = match[1] ?? '';
  const band = grades.find((it) => it.names.includes(word));
  if (!band) return [];
  const holds = compare(value, decimal(String(band.from))) >= 0 && compare(value, decimal(String(band.below))) < 0;
  const at = passage.start + match.index + match[0].lastIndexOf(word);
  const wanted = grades.find(
    (it) => compare(value, decimal(String(it.from))) >= 0 && compare(value, decimal(String(it.below))) < 0,
  );
  const words = quoted(block, at, word, passage.heading);
  return [wordsRelation('grade-fits-score', words, holds, { wanted: wanted?.names[0] ?? '', against: [score.figure] })];
}

/** Bands of its own that a document prints: 优（90分（含）以上）. */
const ownBands = /[优良中差](?:秀|好)?[^。；，、]{0,8}\d{2,3}(?:\.\d+)?\s*(?:分|（含）|\(含\)|[-—~～])/u;

/** Scores within their range, and grades within their bands. */
export function scoresAndGrades({ passages, paragraphs }: Reading, wording: Wording): WordsRelation[] {
  const banded = paragraphs.some(({ block }) => ownBands.test(block.text));
  const blocks = new Map(paragraphs.map(({ block }) => [block.id as string, block]));
  return passages.flatMap((passage) => {
    const isBeyond = beyond.test(passage.text.slice(passage.start, passage.end));
    const ranged = passage.mentions.flatMap(({ figure }): WordsRelation[] => {
      const value = printed(figure)?.value;
      if (figure.kind !== 'score' || !total.test(figure.label) || !value || isBeyond) return [];
      const holds = compare(value, hundred) <= 0 && compare(value, zero) >= 0;
      return [wordsRelation('score-range', figure, holds, { wanted: '0至100分' })];
    });
    return banded ? ranged : [...ranged, ...gradeOf(passage, blocks.get(passage.block), wording)];
  });
}
