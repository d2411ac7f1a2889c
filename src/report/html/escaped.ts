import { visible } from '../../model/visible.js';

/** Text as it stands in a page or in the value of an attribute: nothing of it is markup, and nothing turns it around. */
export const escaped = (text: string): string =>
  visible(text).replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
