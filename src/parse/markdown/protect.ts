/** Characters that an author means as themselves are kept from being read as markup: they change places with noncharacters, which no text holds. */
const meant = '*_~=|`$<>&[]!#';
const first = 0xfdd1;
const kept = /[\uFDD1-\uFDEF]/g;

/** Where a note is referred to, until it is known where that stands. */
export const noteSign = '\uFDD0';

/** A text without the characters that have a meaning here. */
export const withoutSigns = (text: string): string => text.replace(/[\uFDD0-\uFDEF]/g, '');

/** Words that are no markup, whatever they look like. */
export function protectedText(text: string): string {
  return text.replace(/[*_~=|`$<>&[\]!#]/g, (char) => String.fromCharCode(first + meant.indexOf(char)));
}

/** The words as they were written. */
export const restored = (text: string): string =>
  text.replace(kept, (char) => meant.charAt(char.charCodeAt(0) - first));
