import { signal } from '@preact/signals';
import type { DecisionAsked } from '../model/desk.js';
import { decide, Refused } from './api.js';
import { finding, refresh } from './chosen.js';
import { say } from './language.js';
import { reload } from './rows.js';

/** The name under which this browser decides; the server says whose it is until another is given. */
export const reviewer = signal(localStorage.getItem('reviewer') ?? '');
export function nameReviewer(name: string): void {
  reviewer.value = name;
  localStorage.setItem('reviewer', name);
}

/** The decision that waits for words; null when none does. */
export const asking = signal<'dismiss' | 'comment' | null>(null);
export const words = signal('');
export const notice = signal('');

/** Sends a decision on the chosen finding. What was written stays until it is saved. */
export async function act(action: DecisionAsked['action'], reason: string | null = null): Promise<void> {
  const about = finding.value;
  if (!about) return;
  const { document, seen } = about;
  try {
    await decide({
      document: document.sha256,
      finding: about.finding.id,
      action,
      reason,
      by: reviewer.value,
      seen,
    });
    [asking.value, words.value, notice.value] = [null, '', ''];
  } catch (error) {
    const code = error instanceof Refused ? error.code : '';
    notice.value =
      code === 'REVIEW_CHANGED'
        ? say('deskConflict')
        : code === 'OFFLINE'
          ? say('deskOffline')
          : String((error as Error).message);
  }
  await refresh();
  reload();
}
