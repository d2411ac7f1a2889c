import { limitExceeded } from '../failure.js';
import { child, childrenNamed, elementsOf, ownText, readXml, type XmlElement } from '../xml/read-xml.js';
import type { Archive } from '../zip/archive.js';
import type { OnFault } from './workbook.js';

/** Characters of a workbook's strings. */
const mostCharacters = 20_000_000;

export interface RichText {
  readonly text: string;
  /** True where a part of it is struck out, which is left out. */
  readonly struck: boolean;
}

const wasStruck = (run: XmlElement): boolean => {
  const strike = child(child(run, 'rPr'), 'strike');
  return strike !== null && !/^(?:0|false)$/.test(strike.attributes['val'] ?? '1');
};

/** `_x000D_` stands for a character that XML cannot hold. */
const unescaped = (text: string): string =>
  text.replace(/_x([\dA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const textIn = (element: XmlElement): string => childrenNamed(element, 't').map(ownText).join('');

/** The words of a string, in runs or plain; how it is pronounced is left out. */
export function richText(element: XmlElement): RichText {
  const runs = elementsOf(element).filter(({ name }) => name === 'r');
  const struck = runs.filter((run) => wasStruck(run) && textIn(run).trim() !== '');
  const shown = runs.filter((run) => !struck.includes(run));
  const text = unescaped(textIn(element) + shown.map(textIn).join(''));
  return { text: text.replace(/\r\n?/g, '\n').trim(), struck: struck.length > 0 };
}

/** The strings that cells refer to by number. Throws a ParseFailure for more than a workbook has. */
export function readStrings(archive: Archive, part: string | null, onFault: OnFault): readonly RichText[] {
  const entry = part === null ? null : archive.read(part);
  if (part === null || entry === null) return [];
  const strings: RichText[] = [];
  let characters = 0;
  const visit = (element: XmlElement): void => {
    const found = richText(element);
    strings.push(found);
    characters += found.text.length;
    if (characters > mostCharacters) throw limitExceeded('characters', `> ${mostCharacters}`);
  };
  const { fault } = readXml(entry.bytes, part, { names: new Set(['si']), visit });
  const reason = entry.fault ?? fault;
  if (reason !== null) onFault(part, reason);
  return strings;
}
