import { examine } from '../../../src/pipeline/analyze.js';
import type { Report } from '../../../src/model/report.js';
import { defaultRulebook } from '../../../src/rulebook/rulebook.js';
import { documentOf, type Given } from '../../document-of.js';

/** The report of a document in miniature. */
export const reportOf = (given: readonly Given[]): Report =>
  examine(documentOf(given), { file: 'example', sha256: '0'.repeat(64) }, defaultRulebook());

/** `rule arithmetic` of each of its findings. */
export const toldOf = ({ findings }: Report): string[] => findings.map((it) => `${it.rule} ${it.arithmetic}`);
