import { catalogue, type Language } from '../model/catalogue.js';
import { word } from '../model/words.js';

const named: Readonly<Record<string, Readonly<Record<Language, string>> | undefined>> =
  catalogue.PATH_SKIPPED.terms.kind;

/** `RAR 3、XLSX 2`: kinds of files that were not opened, the most frequent first. */
export function kindWords(kinds: Readonly<Record<string, number>>, language: Language): string {
  const parts = Object.entries(kinds).map(([kind, count]) =>
    word('count', language, { name: named[kind]?.[language] ?? kind, count }),
  );
  return parts.join(language === 'zh' ? '、' : ', ');
}
