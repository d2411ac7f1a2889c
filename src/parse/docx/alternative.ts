import { childrenNamed, elementsOf, type XmlElement } from './element.js';

/** Extensions of the format whose words are read, by the prefixes that all writers give them: shapes, Word 2010 and later. */
const understood = /^(?:wp[sgci]|w1[4-6]\w*|wp14|a14|pic14|cx\d?|aink|am3d|oel|v|o|w10|wne|m|w|a)$/;

const isUnderstood = (choice: XmlElement): boolean =>
  (choice.attributes.get('Requires') ?? '')
    .split(/\s+/)
    .filter((prefix) => prefix !== '')
    .every((prefix) => understood.test(prefix));

const holdsText = (element: XmlElement): boolean =>
  element.name === 'w:t' || element.name === 'm:t' || elementsOf(element).some(holdsText);

/** The branch of an alternative that holds the words: one that is understood before the older one, which stands before the others. */
export function chosenBranch(alternative: XmlElement): XmlElement | null {
  const choices = childrenNamed(alternative, 'mc:Choice');
  const foreign = choices.filter((choice) => !isUnderstood(choice));
  const known = choices.filter((choice) => !foreign.includes(choice));
  const branches = [...known, ...childrenNamed(alternative, 'mc:Fallback'), ...foreign];
  return branches.find(holdsText) ?? branches[0] ?? null;
}
