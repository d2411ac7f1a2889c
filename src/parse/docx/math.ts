import { child, elementsOf, isElement, textOf, type XmlElement } from './element.js';

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Digits raised above the line: 10 and a raised 8 must not become 108. */
export const raised = (digits: string): string => digits.replace(/\d/g, (digit) => superscripts.charAt(Number(digit)));

const part = (element: XmlElement, name: string): string => {
  const found = child(element, name);
  return found ? mathText(found) : '';
};

/** More than one term needs its brackets when a fraction is written in one line. */
const grouped = (text: string): string =>
  /[-+−×÷*/＋－]/.test(text) && !/^[（(].*[)）]$/.test(text) ? `(${text})` : text;

/** A formula in one line: a fraction as a/b, an exponent raised. */
export function mathText(element: XmlElement): string {
  switch (element.name) {
    case 'm:t':
      return textOf(element);
    case 'm:f':
      return `${grouped(part(element, 'm:num'))}/${grouped(part(element, 'm:den'))}`;
    case 'm:sSup': {
      const power = part(element, 'm:sup');
      return part(element, 'm:e') + (/^\d+$/.test(power) ? raised(power) : `^${grouped(power)}`);
    }
    case 'm:rad':
      return `√${grouped(part(element, 'm:e'))}`;
    case 'm:d': {
      const inner = elementsOf(element)
        .filter((node) => node.name === 'm:e')
        .map(mathText);
      return `(${inner.join(',')})`;
    }
    case 'm:nary': {
      const sign = child(child(element, 'm:naryPr'), 'm:chr')?.attributes.get('m:val') ?? '∫';
      return sign + part(element, 'm:e');
    }
    default:
      return element.children
        .map((node) => (isElement(node) && !node.name.endsWith('Pr') ? mathText(node) : ''))
        .join('');
  }
}
