import type { Document } from '../../src/model/document.js';
import type { Finding, Report } from '../../src/model/report.js';
import { examine } from '../../src/pipeline/analyze.js';
import { defaultRulebook } from '../../src/rulebook/rulebook.js';

/** What a finding computes, claim by claim, without what it guesses; a finding may gather several. */
const claimed = ({ rule, message, arithmetic }: Finding): string[] =>
  arithmetic === '' ? [rule + message] : arithmetic.split('；另：').map((it) => it.replace(/；[^；]*则相符$/, ''));

/** Where a finding points first: a figure that was wrong before may be shown to be so in another way. */
const pointsAt = ({ evidence }: Finding): string => `${evidence[0]?.block} ${evidence[0]?.text}`;

/** What gouji says of an edited document that it does not say of the sound one. */
export interface Raised {
  readonly report: Report;
  /** New findings above info. */
  readonly findings: readonly Finding[];
  /** Of those the ones that point first at what no finding of the sound document points at. */
  readonly fresh: ReadonlySet<Finding>;
}

/** A document as it stands, to hold what is said of edits of it against. */
export class Sound {
  readonly report: Report;
  readonly #known: ReadonlySet<string>;
  readonly #wrong: ReadonlySet<string>;

  constructor(
    readonly file: string,
    readonly document: Document,
  ) {
    this.report = this.#examine(document);
    this.#known = new Set(this.report.findings.flatMap(claimed));
    this.#wrong = new Set(this.report.findings.map(pointsAt));
  }

  #examine(document: Document): Report {
    return examine(document, { file: this.file, sha256: '0'.repeat(64) }, defaultRulebook());
  }

  raisedBy(document: Document): Raised {
    const report = this.#examine(document);
    const isNew = (it: Finding): boolean => claimed(it).some((claim) => !this.#known.has(claim));
    const findings = report.findings.filter((it) => it.severity !== 'info' && isNew(it));
    return { report, findings, fresh: new Set(findings.filter((it) => !this.#wrong.has(pointsAt(it)))) };
  }
}
