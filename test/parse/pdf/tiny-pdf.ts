/** Writes small PDFs: text at places, lines and rectangles. Coordinates are points from the top left, y downwards, of the page
 *  before it is turned. */

export interface Text {
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly size?: number;
  readonly face?: 'song' | 'bold' | 'vertical';
  /** Counter-clockwise quarter turns of the text. */
  readonly turned?: 0 | 1;
  /** Em added after each character. */
  readonly spread?: number;
  readonly invisible?: boolean;
}

export interface Stroke {
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
}

export interface Page {
  readonly texts?: readonly Text[];
  readonly lines?: readonly Stroke[];
  /** Filled: left, top, width, height. */
  readonly fills?: readonly (readonly [number, number, number, number])[];
  /** Paths that only clip. */
  readonly clips?: readonly (readonly [number, number, number, number])[];
  readonly rotate?: 0 | 90 | 180 | 270;
  /** Of the part that is shown: left, top, width, height. */
  readonly crop?: readonly [number, number, number, number];
  /** Content of one's own, after the rest. */
  readonly raw?: string;
  /** Entries of the resources beside the fonts, and of the page. */
  readonly resources?: string;
  readonly entries?: string;
  /** Stands where the content stream should, to break the page. */
  readonly contents?: string;
}

export const width = 595;
export const height = 842;

const hex = (text: string): string =>
  [...text].map((it) => (it.codePointAt(0) ?? 0).toString(16).padStart(4, '0').toUpperCase()).join('');

const faces = { song: 'F1', bold: 'F2', vertical: 'F3' } as const;

export function textOps({
  text,
  x,
  y,
  size = 12,
  face = 'song',
  turned = 0,
  spread = 0,
  invisible = false,
}: Text): string {
  const matrix = turned === 0 ? `1 0 0 1 ${x} ${height - y}` : `0 1 -1 0 ${x} ${height - y}`;
  const mode = invisible ? '3 Tr' : '0 Tr';
  return `BT /${faces[face]} ${size} Tf ${spread * size} Tc ${mode} ${matrix} Tm <${hex(text)}> Tj ET`;
}

function contentOf(page: Page): string {
  const box = ([left, top, wide, high]: readonly [number, number, number, number]): string =>
    `${left} ${height - top - high} ${wide} ${high} re`;
  return [
    ...(page.clips ?? []).map((it) => `q ${box(it)} W n Q`),
    ...(page.fills ?? []).map((it) => `${box(it)} f`),
    ...(page.lines ?? []).map(
      ({ from, to }) => `${from[0]} ${height - from[1]} m ${to[0]} ${height - to[1]} l 0.5 w S`,
    ),
    ...(page.texts ?? []).map(textOps),
    page.raw ?? '',
  ].join('\n');
}

function font(first: number, name: string, encoding: string): readonly string[] {
  const widths = '/W [1 95 500 814 939 500]';
  const descriptor = `<< /Type /FontDescriptor /FontName /${name} /Flags 6 /ItalicAngle 0 /Ascent 880 /Descent -120 >>`;
  const system = '/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >>';
  return [
    `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /${encoding} /DescendantFonts [${first + 1} 0 R] >>`,
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /${name} ${system} /DW 1000 ${widths} /FontDescriptor ${descriptor} >>`,
  ];
}

/** Objects 1 catalog, 2 pages, 3–8 fonts, then page and content by turns. `trailer` is added to the trailer dictionary, `catalog`
 *  to the catalog; `more` are objects after these. */
export function tinyPdf(pages: readonly Page[], trailer = '', more: readonly string[] = [], catalog = ''): Uint8Array {
  const kids = pages.map((_, i) => `${9 + 2 * i} 0 R`).join(' ');
  const fonts = '/Font << /F1 3 0 R /F2 5 0 R /F3 7 0 R >>';
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    ...font(3, 'STSong-Light', 'UniGB-UCS2-H'),
    ...font(5, 'SimHei', 'UniGB-UCS2-H'),
    ...font(7, 'STSong-Light', 'UniGB-UCS2-V'),
    ...pages.flatMap((page, i) => {
      const content = contentOf(page);
      const [left, top, wide, high] = page.crop ?? [0, 0, width, height];
      const crop = `/CropBox [${left} ${height - top - high} ${left + wide} ${height - top}]`;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] ${crop} /Rotate ${page.rotate ?? 0} /Resources << ${fonts} ${page.resources ?? ''} >> ${page.entries ?? ''} /Contents ${10 + 2 * i} 0 R >>`,
        page.contents ?? `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
    ...more,
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const end = `trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Uint8Array.from(`${body}xref\n0 ${size}\n0000000000 65535 f \n${table}${end}`, (it) => it.charCodeAt(0));
}

/** The lines of a grid whose columns and rows end at these places. */
export function ruled(xs: readonly number[], ys: readonly number[]): Stroke[] {
  const [left = 0, right = 0] = [xs[0], xs[xs.length - 1]];
  const [top = 0, bottom = 0] = [ys[0], ys[ys.length - 1]];
  return [
    ...ys.map((y): Stroke => ({ from: [left, y], to: [right, y] })),
    ...xs.map((x): Stroke => ({ from: [x, top], to: [x, bottom] })),
  ];
}

/** Texts in the cells of such a grid, row by row; empty strings leave a cell empty. */
export function inCells(xs: readonly number[], ys: readonly number[], rows: readonly (readonly string[])[]): Text[] {
  return rows.flatMap((row, r) =>
    row.flatMap((text, c) => (text === '' ? [] : [{ text, x: (xs[c] ?? 0) + 4, y: (ys[r + 1] ?? 0) - 6, size: 10 }])),
  );
}
