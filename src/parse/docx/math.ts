import { lowered, raised } from '../raised.js';
import { child, elementsOf, isElement, textOf, valueOf, type XmlElement } from './element.js';

/** More than one term needs its brackets when it is written in one line with another. */
export const grouped = (text: string): string =>
  /[-+−×÷*/=→＋－]/.test(text) && !/^[（(][^（()）]*[)）]$/.test(text) ? `(${text})` : text;

const power = (text: string): string => (text === '' ? '' : /^\d+$/.test(text) ? raised(text) : `^${grouped(text)}`);
const index = (text: string): string => (text === '' ? '' : /^\d+$/.test(text) ? lowered(text) : `_${grouped(text)}`);

const part = (element: XmlElement, name: string): string => {
  const found = child(element, name);
  return found ? mathText(found) : '';
};
const parts = (element: XmlElement, name: string): string[] =>
  elementsOf(element)
    .filter((node) => node.name === name)
    .map(mathText);

function fraction(element: XmlElement): string {
  const [over, under] = [part(element, 'm:num'), part(element, 'm:den')];
  const stacked = valueOf(child(element, 'm:fPr'), 'm:type', 'm:val') === 'noBar';
  return stacked ? `${over} ${under}` : `${grouped(over)}/${grouped(under)}`;
}

/** Brackets around one part or several; those that are not stated are round, with a bar between (§22.1.2.24). */
function brackets(element: XmlElement): string {
  const properties = child(element, 'm:dPr');
  const sign = (name: string): string | null => valueOf(properties, name, 'm:val');
  const inner = parts(element, 'm:e').join(sign('m:sepChr') ?? '|');
  return (sign('m:begChr') ?? '(') + inner + (sign('m:endChr') ?? ')');
}

function nary(element: XmlElement): string {
  const sign = valueOf(child(element, 'm:naryPr'), 'm:chr', 'm:val') ?? '∫';
  const limits = index(part(element, 'm:sub')) + power(part(element, 'm:sup'));
  return sign + (limits === '' ? '' : `${limits} `) + part(element, 'm:e');
}

/** A formula in one line where it has one: a fraction as a/b, an exponent raised; rows of an array on lines of their own. */
export function mathText(element: XmlElement): string {
  switch (element.name) {
    case 'm:t':
    case 'w:t':
      return textOf(element);
    case 'w:del':
    case 'w:moveFrom':
      return '';
    case 'm:oMathPara':
      return parts(element, 'm:oMath').join('\n');
    case 'm:f':
      return fraction(element);
    case 'm:sSup':
      return part(element, 'm:e') + power(part(element, 'm:sup'));
    case 'm:sSub':
      return part(element, 'm:e') + index(part(element, 'm:sub'));
    case 'm:sSubSup':
      return part(element, 'm:e') + index(part(element, 'm:sub')) + power(part(element, 'm:sup'));
    case 'm:sPre':
      return index(part(element, 'm:sub')) + power(part(element, 'm:sup')) + part(element, 'm:e');
    case 'm:limLow':
      return part(element, 'm:e') + index(part(element, 'm:lim'));
    case 'm:limUpp':
      return part(element, 'm:e') + power(part(element, 'm:lim'));
    case 'm:rad':
      return `${raised(part(element, 'm:deg'))}√${grouped(part(element, 'm:e'))}`;
    case 'm:d':
      return brackets(element);
    case 'm:nary':
      return nary(element);
    case 'm:func':
      return `${part(element, 'm:fName')} ${part(element, 'm:e')}`;
    case 'm:eqArr':
      return parts(element, 'm:e').join('\n');
    case 'm:m':
      return parts(element, 'm:mr').join('\n');
    case 'm:mr':
      return parts(element, 'm:e').join(' ');
    default:
      return element.children
        .map((node) => (isElement(node) && !node.name.endsWith('Pr') ? mathText(node) : ''))
        .join('');
  }
}
