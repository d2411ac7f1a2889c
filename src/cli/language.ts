import type { Language } from '../model/catalogue.js';

/** The language that `--lang` asks for, read before anything is parsed since usage errors speak it too; null for a bad value. */
export function languageOf(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Language | null {
  const asked = askedFor(argv) ?? 'auto';
  if (asked === 'zh' || asked === 'en') return asked;
  return asked === 'auto' ? fromEnvironment(environment) : null;
}

/** The value of `--lang` as it stands; undefined where there is none. */
export function askedFor(argv: readonly string[]): string | undefined {
  for (const [at, word] of argv.entries()) {
    if (word === '--') return undefined;
    if (word === '--lang') return argv[at + 1];
    if (word.startsWith('--lang=')) return word.slice('--lang='.length);
  }
  return undefined;
}

/** As the C library decides: the first that is set counts. */
export function fromEnvironment(environment: Readonly<Record<string, string | undefined>>): Language {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  return /^zh/i.test(locale) ? 'zh' : 'en';
}
