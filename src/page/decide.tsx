import { useEffect, useRef } from 'preact/hooks';
import { finding } from './chosen.js';
import { act, asking, notice, words } from './deciding.js';
import { say } from './language.js';

function Reason({ action }: { readonly action: 'dismiss' | 'comment' }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const save = (): void => {
    if (words.value.trim() !== '') void act(action, words.value.trim());
  };
  return (
    <div class="reason">
      <label>
        {say('deskReason')}
        <textarea
          ref={field}
          rows={3}
          maxLength={4000}
          value={words.value}
          onInput={(event) => (words.value = event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            save();
          }}
        />
      </label>
      <button disabled={words.value.trim() === ''} onClick={save}>
        {say('deskSave')}
      </button>
      <button onClick={() => (asking.value = null)}>{say('deskCancel')}</button>
    </div>
  );
}

/** Decisions on the chosen finding, each with its key. */
export function Decide() {
  const review = finding.value?.review;
  if (!review) return null;
  return (
    <div class="decide">
      <button aria-keyshortcuts="a" disabled={review.status === 'confirmed'} onClick={() => void act('confirm')}>
        {say('deskConfirm')} <kbd>a</kbd>
      </button>
      <button aria-keyshortcuts="d" onClick={() => (asking.value = 'dismiss')}>
        {say('deskDismiss')} <kbd>d</kbd>
      </button>
      <button aria-keyshortcuts="c" onClick={() => (asking.value = 'comment')}>
        {say('deskComment')} <kbd>c</kbd>
      </button>
      <button aria-keyshortcuts="u" disabled={review.events.length === 0} onClick={() => void act('undo')}>
        {say('deskUndo')} <kbd>u</kbd>
      </button>
      {asking.value !== null && <Reason key={asking.value} action={asking.value} />}
      {notice.value !== '' && <p role="alert">{notice.value}</p>}
    </div>
  );
}
