const transitional = 'http://schemas.openxmlformats.org/';
const strict = 'http://purl.oclc.org/ooxml/';
/** The prefix under which the parser knows a namespace. */
const prefixes = new Map<string, string>([
  [`${transitional}wordprocessingml/2006/main`, 'w'],
  [`${strict}wordprocessingml/main`, 'w'],
  [`${transitional}officeDocument/2006/relationships`, 'r'],
  [`${strict}officeDocument/relationships`, 'r'],
  [`${transitional}officeDocument/2006/math`, 'm'],
  [`${strict}officeDocument/math`, 'm'],
  [`${transitional}drawingml/2006/main`, 'a'],
  [`${strict}drawingml/main`, 'a'],
  [`${transitional}drawingml/2006/picture`, 'pic'],
  [`${strict}drawingml/picture`, 'pic'],
  [`${transitional}drawingml/2006/chart`, 'c'],
  [`${strict}drawingml/chart`, 'c'],
  [`${transitional}drawingml/2006/diagram`, 'dgm'],
  [`${strict}drawingml/diagram`, 'dgm'],
  [`${transitional}markup-compatibility/2006`, 'mc'],
  [`${transitional}package/2006/relationships`, 'rel'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
]);

type Attributes = Readonly<Record<string, string>>;

/** What the prefixes mean in a part of a document, and the names met there. */
interface Scope {
  readonly bindings: ReadonlyMap<string, string>;
  /** By the name as written, of elements and attributes. */
  readonly elements: Map<string, string>;
  readonly attributes: Map<string, string>;
}

const scopeOf = (bindings: ReadonlyMap<string, string>): Scope => ({
  bindings,
  elements: new Map(),
  attributes: new Map(),
});

const declares = (attribute: string): boolean => attribute === 'xmlns' || attribute.startsWith('xmlns:');

function bindingsOf(outer: Scope, attributes: Attributes): Map<string, string> | null {
  let bindings: Map<string, string> | null = null;
  for (const name in attributes) {
    if (!declares(name)) continue;
    bindings ??= new Map(outer.bindings);
    bindings.set(name.slice('xmlns:'.length), attributes[name]?.trim() ?? '');
  }
  return bindings;
}

/**
 * Resolves names to one spelling, whatever prefix or flavour (strict, transitional) a file uses: `w:p`. Nearly every file
 * declares all its prefixes once, so that each name is resolved once. A prefix that nothing binds is taken at its word:
 * damaged files lose declarations before they lose text.
 */
export class XmlNames {
  private readonly scopes: Scope[] = [scopeOf(new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]))];

  constructor(private readonly onFault: (reason: string) => void) {}

  private get scope(): Scope {
    return this.scopes.at(-1) as Scope;
  }

  /** Enters an element: what it declares holds for its own name and attributes, and within. */
  enter(attributes: Attributes): void {
    const bindings = bindingsOf(this.scope, attributes);
    this.scopes.push(bindings === null ? this.scope : scopeOf(bindings));
  }

  leave(): void {
    this.scopes.pop();
  }

  element(name: string): string {
    const { elements } = this.scope;
    let known = elements.get(name);
    if (known === undefined) elements.set(name, (known = this.resolve(name, this.scope.bindings.get('') ?? '')));
    return known;
  }

  /** Null for a declaration, which is no attribute. A default namespace does not hold for attributes. */
  attribute(name: string): string | null {
    const { attributes } = this.scope;
    let known = attributes.get(name);
    if (known === undefined) attributes.set(name, (known = declares(name) ? '' : this.resolve(name, '')));
    return known === '' ? null : known;
  }

  private resolve(name: string, unprefixed: string): string {
    const colon = name.indexOf(':');
    const [prefix, local] = colon < 0 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)];
    if (colon === 0 || local === '' || local.includes(':')) this.onFault(`malformed name: ${name}.`);
    const uri = prefix === '' ? unprefixed : this.scope.bindings.get(prefix);
    if (uri === undefined) this.onFault(`unbound namespace prefix: ${JSON.stringify(prefix)}.`);
    const known = uri === undefined || uri === '' ? prefix : (prefixes.get(uri) ?? '?');
    if (known === prefix) return name;
    return known === '' ? local : `${known}:${local}`;
  }
}
