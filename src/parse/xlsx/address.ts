/** A cell of a sheet; rows and columns count from 0. */
export interface Address {
  readonly row: number;
  readonly col: number;
}

export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What a sheet of any program holds at most. */
export const sheetLimits = { rows: 1_048_576, columns: 16_384 } as const;

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** `B5` as a place; null for anything else, or for one that no sheet has. */
export function addressOf(text: string): Address | null {
  const [, letters, digits] = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(text) ?? [];
  if (letters === undefined || digits === undefined) return null;
  const [row, col] = [Number(digits) - 1, columnOf(letters)];
  return row >= 0 && row < sheetLimits.rows && col < sheetLimits.columns ? { row, col } : null;
}

/** `B5:D9`, or `B5` alone. */
export function rangeOf(text: string): Range | null {
  const [from = '', to = from] = text.split(':');
  const [a, b] = [addressOf(from), addressOf(to)];
  if (!a || !b) return null;
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.col, b.col),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.col, b.col),
  };
}

/** A place as a spreadsheet names it: `B5`. */
export function nameOf({ row, col }: Address): string {
  let letters = '';
  for (let rest = col + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}

/** A cell among those of all sheets, by its sheet's place. */
export const placeKey = (sheet: number, row: number, col: number): string => `${sheet}:${row}:${col}`;
