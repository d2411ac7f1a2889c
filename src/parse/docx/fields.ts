import { composed } from './eq-field.js';
import { child, childrenNamed, integer, toggle, valueOf, type XmlElement } from './element.js';

interface Field {
  code: string;
  /** Its result has begun; before that it is all code. */
  result: boolean;
  readonly data: XmlElement | null;
}

/** What a field without a result prints all the same: a form's check box or list, a circled number. */
function printed({ code, data }: Field): string {
  if (/^\s*FORMCHECKBOX/.test(code)) {
    const box = child(data, 'w:checkBox');
    return (toggle(box, 'w:checked') ?? toggle(box, 'w:default')) === true ? '☑' : '☐';
  }
  if (/^\s*FORMDROPDOWN/.test(code)) {
    const list = child(data, 'w:ddList');
    const chosen = integer(valueOf(list, 'w:result')) ?? integer(valueOf(list, 'w:default')) ?? 0;
    return childrenNamed(list, 'w:listEntry')[chosen]?.attributes.get('w:val') ?? '';
  }
  return composed(code);
}

/** The complex fields open at a point of the text. A field's code is not text, its result is. */
export class Fields {
  private readonly open: Field[] = [];

  begin(fieldChar: XmlElement): void {
    this.open.push({ code: '', result: false, data: child(fieldChar, 'w:ffData') });
  }

  instruct(code: string): void {
    const field = this.open.at(-1);
    if (field && !field.result) field.code += code;
  }

  separate(): void {
    const field = this.open.at(-1);
    if (field) field.result = true;
  }

  /** Closes the innermost field and gives what it prints without a result. `numbered` counts the fields that number. */
  end(numbered: (code: string) => string | null): string {
    const field = this.open.pop();
    if (!field) return '';
    const number = numbered(field.code);
    return field.result ? '' : (number ?? printed(field));
  }

  /** False inside the code of an outer field, where even an inner result is not printed. Text that stands in a field's code
   *  itself is the mark of a file that lost the end of its field, and is shown. */
  get visible(): boolean {
    return this.open.every((field, i) => field.result || i === this.open.length - 1);
  }

  get inContents(): boolean {
    return this.open.some((field) => field.result && /^\s*TOC\b/i.test(field.code));
  }

  /** A field whose code has no end by the end of its paragraph never gets one. */
  endParagraph(): void {
    while (this.open.length > 0 && this.open.at(-1)?.result === false) this.open.pop();
  }
}
