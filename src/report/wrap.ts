import stringWidth from 'string-width';

/** A figure with its unit, a Latin word, or any other single character with the marks that may not begin a line. */
const pieces = /(?:[-+−]?\d[\d,.]*[%‰]?(?:[万亿]?元)?|[A-Za-z][\w-]*|\P{M}\p{M}*)[，。；：、！？）”》…]*/gu;

/** Breaks text into lines of at most `width` columns, where a Chinese character takes two. No figure is broken, nothing is cut. */
export function wrap(text: string, width: number): string {
  return text
    .split('\n')
    .flatMap((line) => {
      const lines = [''];
      let used = 0;
      for (const [piece] of line.matchAll(pieces)) {
        const wide = stringWidth(piece);
        if (used > 0 && used + wide > width) {
          lines.push('');
          used = 0;
        }
        lines[lines.length - 1] += used === 0 ? piece.trimStart() : piece;
        used += wide;
      }
      return lines;
    })
    .join('\n');
}
