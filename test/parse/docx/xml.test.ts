import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { isElement, type XmlElement } from '../../../src/parse/docx/element.js';
import { readXml } from '../../../src/parse/docx/xml.js';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
const math = 'http://schemas.openxmlformats.org/officeDocument/2006/math';

/** An element as `name[attribute=value](children)`. */
function shown({ name, attributes, children }: XmlElement): string {
  const said = [...attributes].map(([key, value]) => `${key}=${value}`).join(' ');
  const inner = children.map((node) => (isElement(node) ? shown(node) : node)).join(' ');
  return name + (said === '' ? '' : `[${said}]`) + (inner === '' ? '' : `(${inner})`);
}

function read(xml: string): { text: string; fault: string | null } {
  const { root, fault } = readXml(strToU8(xml), 'a.xml');
  return { text: root === null ? '' : shown(root), fault };
}

describe('names of a part', () => {
  it.each([
    ['the usual prefix', `<w:p xmlns:w="${main}" w:id="1"><w:r/></w:p>`, 'w:p[w:id=1](w:r)'],
    ['another prefix, strict', `<x:p xmlns:x="${strict}" x:id="1"/>`, 'w:p[w:id=1]'],
    ['no prefix: attributes then have no namespace', `<p xmlns="${main}" id="1"/>`, 'w:p[id=1]'],
    [
      'a prefix that means something else inside, and the old thing after',
      `<x:p xmlns:x="${main}"><x:f xmlns:x="${math}" x:a="1"><x:e/></x:f><x:r x:a="2"/></x:p>`,
      'w:p(m:f[m:a=1](m:e) w:r[w:a=2])',
    ],
    ['the usual prefix for something else', `<w:p xmlns:w="urn:other"/>`, '?:p'],
    ['an attribute of XML itself', `<w:t xmlns:w="${main}" xml:space="preserve"/>`, 'w:t[?:space=preserve]'],
  ])('%s', (_, xml, text) => {
    expect(read(xml)).toEqual({ text, fault: null });
  });

  it.each([
    ['a prefix that nothing binds', '<w:p><w:r/></w:p>', 'w:p(w:r)', 'unbound namespace prefix: "w".'],
    ['two colons', `<w:p xmlns:w="${main}"><w:a:b/></w:p>`, 'w:p(w:a:b)', 'malformed name: w:a:b.'],
    ['one attribute twice', `<w:p xmlns:w="${main}" w:a="1" w:a="2"/>`, 'w:p[w:a=2]', 'duplicate attribute: w:a.'],
    [
      'a sign that was not escaped',
      `<w:p xmlns:w="${main}"><w:r><w:t><5%</w:t></w:r><=3%</w:p>`,
      'w:p(w:r(w:t(<5%)) w:r(w:t(<=3%)))',
      'a < that opens no tag',
    ],
    ['an end that never comes', `<w:p xmlns:w="${main}"><w:r>字`, 'w:p(w:r(字))', 'unclosed tag: w:r'],
  ])('takes %s at its word and says so', (_, xml, text, fault) => {
    expect(read(xml)).toEqual({ text, fault });
  });
});
