import { lowered, raised } from '../raised.js';
import { grouped } from './math.js';

const circledDigits = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const ticked: Readonly<Record<string, string>> = { '√': '☑', '✓': '☑', '×': '☒', '✕': '☒' };

/** Characters printed one over another: a circle and 3 are ③, a box and √ are ☑. */
function overprinted(parts: readonly string[]): string {
  const [frame = '', ...rest] = parts.map((one) => one.trim());
  const inner = rest.join('');
  if (/^[○〇◯]$/.test(frame)) return (/^\d{1,2}$/.test(inner) && circledDigits[Number(inner) - 1]) || inner;
  if (/^[□☐▢]$/.test(frame)) return ticked[inner] ?? frame + inner;
  return frame + inner;
}

/** A switch with its options and the bracket that its parts stand in: `\\o\\ac(`, `\\s\\up8(`, `\\b\\bc\\{(`. */
const instruction = /\\([a-z]+)\s*((?:\\[a-z]+(?:\s*(?:\d+|\\[^a-z]))?\s*)*)\(/iy;
/** How the field is set: `\\* jc2`. */
const setting = /\\\*\s*(?:"[^"]*"|\w+)\s*/y;

/** Reads the code of an EQ field. */
class Composition {
  private at = 0;

  constructor(private readonly code: string) {}

  private take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.code);
    if (match) this.at = pattern.lastIndex;
    return match;
  }

  /** What is printed up to the end of the code, or of the part that ends in front of a separator or bracket. */
  text(isPart: boolean): string {
    let text = '';
    let depth = 0;
    while (this.at < this.code.length) {
      const char = this.code.charAt(this.at);
      if (isPart && depth === 0 && /[,;，)]/.test(char)) break;
      const found = this.take(instruction);
      if (found) text += compose(found[1] ?? '', found[2] ?? '', this.parts());
      else if (!this.take(setting)) {
        if (char === '(') depth++;
        else if (char === ')') depth--;
        // a backslash before a sign prints the sign
        if (char === '\\') this.at++;
        text += this.code.charAt(this.at++);
      }
    }
    return text;
  }

  private parts(): string[] {
    const parts: string[] = [];
    do parts.push(this.text(true));
    while (this.at < this.code.length && this.code.charAt(this.at++) !== ')');
    return parts;
  }
}

function compose(kind: string, options: string, parts: readonly string[]): string {
  switch (kind.toLowerCase()) {
    case 'f':
      return `${grouped(parts[0] ?? '')}/${grouped(parts[1] ?? '')}`;
    case 'r':
      return parts.length > 1 ? `${raised(parts[0] ?? '')}√${grouped(parts[1] ?? '')}` : `√${grouped(parts[0] ?? '')}`;
    case 'o':
      return overprinted(parts);
    case 's':
      return /\\up/i.test(options)
        ? raised(parts.join(''))
        : /\\do/i.test(options)
          ? lowered(parts.join(''))
          : parts.join('');
    case 'b':
      return `(${parts.join(',')})`;
    case 'a':
      return parts.join('\n');
    case 'd':
      return '';
    default:
      return parts.join(kind === 'l' ? ',' : '');
  }
}

/** What an EQ field prints: `eq \\o\\ac(○,3)` is ③, `EQ \\f(1,3)` 1/3; empty for the code of any other field. */
export function composed(code: string): string {
  const match = /^\s*eq\s+/i.exec(code);
  return match ? new Composition(code.slice(match[0].length).trim()).text(false) : '';
}
