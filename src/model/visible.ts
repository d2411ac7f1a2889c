/** Characters that would act on a terminal or turn text around instead of being seen: controls, line separators, bidirectional marks. */
const acting = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]|\p{Cs}/gu;
/** As `acting`, without the line feed. */
const actingInLines = /(?!\n)[\p{Cc}\p{Bidi_Control}\u2028\u2029]|\p{Cs}/gu;
/** As `acting`, without the breaks and tabs that a quoted cell may hold. */
const actingInCells = /(?!\n|\t|\r\n)[\p{Cc}\p{Bidi_Control}\u2028\u2029]|\p{Cs}/gu;

const hex = (character: string, digits: number): string => character.charCodeAt(0).toString(16).padStart(digits, '0');
const escaped = (character: string): string => (character === '\t' ? ' ' : `\\u{${hex(character, 2)}}`);

/** Text from a file or a name, safe to print on one line: what would act is shown as its escape. */
export function visible(text: string): string {
  return text.replace(acting, (character) => (character === '\n' ? '\\n' : escaped(character)));
}

/** Composed text of many lines, safe on a terminal. A line feed within a part of it must have been made visible before. */
export const visibleLines = (text: string): string => text.replace(actingInLines, escaped);

/** Lines of CSV, safe on a terminal. CSV knows no escapes, so a control reads `\u{1b}` in its cell; JSON has the exact text. */
export const visibleCells = (text: string): string => text.replace(actingInCells, escaped);

/** JSON text that means the same and is safe on a terminal: outside its strings no such character can stand. */
export const visibleJson = (json: string): string =>
  json.replace(actingInLines, (character) => `\\u${hex(character, 4)}`);
