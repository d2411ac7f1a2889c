/** What people said of a finding. `reopened`: they decided on it, and its figures have changed since. */
export const reviewStatuses = ['open', 'reopened', 'confirmed', 'dismissed'] as const;
export type ReviewStatus = (typeof reviewStatuses)[number];

export type ReviewAction = 'confirm' | 'dismiss' | 'reopen' | 'comment' | 'undo';

/** One thing that one person said of a finding. Events are only ever added. */
export interface ReviewEvent {
  /** Counts up in the order in which events were added. */
  readonly id: number;
  readonly action: ReviewAction;
  /** The status before and after. */
  readonly from: ReviewStatus;
  readonly to: ReviewStatus;
  readonly reason: string | null;
  readonly by: string;
  /** ISO time. */
  readonly at: string;
  /** What was decided on: the finding as it was then, its rule, and the content of its document. */
  readonly finding: string;
  /** Its number in the database; null where it never had one. */
  readonly number: number | null;
  readonly subject: string;
  readonly rule: string;
  readonly document: string;
  /** Names the rules that the document was judged by. */
  readonly rules: string;
  /** The event that an undo takes back. */
  readonly undoes: number | null;
}

/** What stands of a finding's events: its status, and everything that was said. */
export interface Review {
  readonly status: ReviewStatus;
  /** About this finding, or, when it is reopened, about the one that it was before its figures changed. */
  readonly events: readonly ReviewEvent[];
}

const becomes: Readonly<Record<ReviewAction, ReviewStatus | null>> = {
  confirm: 'confirmed',
  dismiss: 'dismissed',
  reopen: 'open',
  comment: null,
  undo: null,
};

/** The events that no undo took back, in order. */
export function standing(events: readonly ReviewEvent[]): ReviewEvent[] {
  const undone = new Set(events.flatMap(({ undoes }) => (undoes === null ? [] : [undoes])));
  return events.filter(({ id, action }) => action !== 'undo' && !undone.has(id));
}

/** The status that the events leave. */
export function statusOf(events: readonly ReviewEvent[]): ReviewStatus {
  const deciding = standing(events).findLast(({ action }) => becomes[action] !== null);
  return deciding ? (becomes[deciding.action] ?? 'open') : 'open';
}

/** The status that a finding has after an action on it; `last` is the event that an undo takes back. */
export function statusAfter(
  action: ReviewAction,
  events: readonly ReviewEvent[],
  last: ReviewEvent | null,
): ReviewStatus {
  if (action === 'undo') return statusOf(events.filter((it) => it.id !== last?.id));
  return becomes[action] ?? statusOf(events);
}
