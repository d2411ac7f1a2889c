/** An element with its names in one spelling: `w:p` whatever prefix or flavour (strict, transitional) the file uses. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlNode[];
}
export type XmlNode = XmlElement | string;

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

export const elementsOf = (element: XmlElement): XmlElement[] => element.children.filter(isElement);

export function child(element: XmlElement | null | undefined, name: string): XmlElement | null {
  return element?.children.find((node): node is XmlElement => isElement(node) && node.name === name) ?? null;
}

export const childrenNamed = (element: XmlElement | null, name: string): XmlElement[] =>
  element ? elementsOf(element).filter((node) => node.name === name) : [];

/** An attribute of a child element, `w:val` unless named: the usual way WordprocessingML states a property. */
export const valueOf = (element: XmlElement | null | undefined, name: string, attribute = 'w:val'): string | null =>
  child(element, name)?.attributes.get(attribute) ?? null;

/** An on/off property: null when it is not stated. */
export function toggle(element: XmlElement | null | undefined, name: string): boolean | null {
  const found = child(element, name);
  if (!found) return null;
  return !/^(?:0|false|off)$/.test(found.attributes.get('w:val') ?? 'true');
}

/** A whole number of an attribute; null when there is none. */
export function integer(text: string | null | undefined): number | null {
  return text != null && /^-?\d{1,9}$/.test(text.trim()) ? Number(text) : null;
}

export const textOf = (element: XmlElement): string =>
  element.children.map((node) => (isElement(node) ? textOf(node) : node)).join('');
