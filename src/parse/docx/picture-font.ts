import { codePoint } from 'dingbat-to-unicode';

/** Fonts of pictures, whose codes stand for other characters; in any other font a code is the character's own. */
const pictureFont = /wingdings|webdings|symbol|dingbats/i;
/** Where picture fonts have their characters besides 0 to 255. */
const privateArea = 0xf000;

export const isPictureFont = (font: string | null): font is string => font !== null && pictureFont.test(font);

/** What a picture font shows for a code: F052 of Wingdings 2 is ☑; null where it is not known. */
export function pictured(font: string, code: number): string | null {
  const shown = codePoint(font, code) ?? (code >= privateArea ? codePoint(font, code - privateArea) : undefined);
  return shown?.string ?? null;
}

/** Characters that a picture font has: Chinese between them is set in another. */
const own = /[!-\u00FF\uF020-\uF0FF]/g;

/** Text that is set in a picture font, as it looks: R in Wingdings 2 is ☑. `unknown` is told of each character not known. */
export const asPictured = (text: string, font: string, unknown: () => void): string =>
  text.replace(own, (char) => {
    const shown = pictured(font, char.charCodeAt(0));
    if (shown === null) unknown();
    return shown ?? '';
  });
