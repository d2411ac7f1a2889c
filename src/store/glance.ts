import type { Severity } from '../model/report.js';
import type { ReviewStatus } from '../model/review.js';
import type { DocumentSummary } from './store.js';

/** A finding as far as a long list needs it; a program may keep a hundred thousand of them in memory. */
export interface FindingGlance {
  readonly number: number;
  /** Its id, which with the sha256 of its document tells it from all others. */
  readonly finding: string;
  readonly document: DocumentSummary;
  readonly rule: string;
  readonly severity: Severity;
  /** Chinese. */
  readonly message: string;
  /** The values of the message: a JSON object. */
  readonly params: string;
  readonly status: ReviewStatus;
}

/** What lists are made of, at a glance. */
export interface Glances {
  /** Goes up with every change that another connection commits. */
  generation(): Promise<number>;
  /** Documents that some path holds now, by path. */
  held(): AsyncIterable<DocumentSummary>;
  /** The findings that lists show, as `findings` has them without a filter. What was stored is not held against its checksum here. */
  glances(): AsyncIterable<FindingGlance>;
}
