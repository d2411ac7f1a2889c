import type { WordKey } from '../model/words.js';
import { step, stepEvidence } from './chosen.js';
import { act, asking, notice } from './deciding.js';
import { asText, helpOpen, searchBox } from './shown.js';

interface Binding {
  readonly key: string;
  readonly about: WordKey;
  readonly run: () => void;
}

const ask = (what: 'dismiss' | 'comment') => (): void => void ((asking.value = what), (notice.value = ''));

/** Every key of the page: one list, which the help shows. */
export const bindings: readonly Binding[] = [
  { key: 'j', about: 'key_next', run: () => step(1) },
  { key: 'k', about: 'key_previous', run: () => step(-1) },
  { key: 'J', about: 'key_nextReport', run: () => step(1, true) },
  { key: 'K', about: 'key_previousReport', run: () => step(-1, true) },
  { key: 'e', about: 'key_evidence', run: stepEvidence },
  { key: 'a', about: 'key_confirm', run: () => void act('confirm') },
  { key: 'd', about: 'key_dismiss', run: ask('dismiss') },
  { key: 'c', about: 'key_comment', run: ask('comment') },
  { key: 'u', about: 'key_undo', run: () => void act('undo') },
  { key: '/', about: 'key_search', run: () => searchBox.current?.focus() },
  { key: 't', about: 'key_text', run: () => void (asText.value = !asText.value) },
  { key: '?', about: 'key_help', run: () => void (helpOpen.value = !helpOpen.value) },
  { key: 'Escape', about: 'key_close', run: () => void ((helpOpen.value = false), (asking.value = null)) },
];

/** In a field keys write; but Escape leaves it. */
const writes = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');

/** Listens to the keys of the page, silent while an input method composes. What it returns ends it. */
export function listenToKeys(): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (writes(event.target)) {
      if (event.key !== 'Escape') return;
      (event.target as HTMLElement).blur();
    }
    const binding = bindings.find(({ key }) => key === event.key);
    if (!binding) return;
    event.preventDefault();
    binding.run();
  };
  addEventListener('keydown', onKey);
  return () => removeEventListener('keydown', onKey);
}
