import { effect, signal } from '@preact/signals';
import type { Language } from '../model/catalogue.js';
import { word, type WordKey } from '../model/words.js';

const kept = localStorage.getItem('language');
/** Of the page; kept in the browser once it was chosen. */
export const language = signal<Language>(kept === 'en' || kept === 'zh' ? kept : 'zh');
/** Whether it was chosen here, so that the command line's does not count. */
export const wasChosen = kept !== null;

effect(() => {
  document.documentElement.lang = language.value;
  document.title = word('deskTitle', language.value);
});

export function switchLanguage(): void {
  language.value = language.value === 'zh' ? 'en' : 'zh';
  localStorage.setItem('language', language.value);
}

/** Words in the language of the page; whoever asks is drawn anew when that changes. */
export const say = (key: WordKey, params: Readonly<Record<string, string | number>> = {}): string =>
  word(key, language.value, params);
