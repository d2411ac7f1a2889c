import { format, getFormatInfo, isDateFormat } from 'numfmt';
import { decimal, round, shift, toShortText, toText, type Decimal } from '../../model/decimal.js';

/** Digits that a spreadsheet keeps and shows of a number: what lies beyond is noise of its binary form. */
const digitsKept = 15;
/** Powers of ten that an amount may have; beyond, a number is shown as it is stored. */
const widest = 40;
/** Digits of a whole number that are shown without a format before it turns into 1.2E+12, which no report means. */
const generalDigits = 11;

/** A stored number as the decimal that its program takes it for: 0.30000000000000004 is 0.3. Null for none that is finite. */
export function exactOf(stored: string): Decimal | null {
  const number = stored.trim() === '' ? Number.NaN : Number(stored);
  if (!Number.isFinite(number)) return null;
  const [mantissa = '0', exponent = '0'] = number.toExponential(digitsKept - 1).split('e');
  return Math.abs(Number(exponent)) > widest ? null : decimal(toShortText(shift(decimal(mantissa), Number(exponent))));
}

/** `!x` and 上午/下午 are how Chinese spreadsheets write `\x` and AM/PM; what stands in quotes is words. */
const asCommon = (pattern: string): string =>
  pattern
    .split(/("[^"]*")/)
    .map((piece) =>
      piece.startsWith('"') ? piece : piece.replace(/!(.)/gs, '\\$1').replace(/上午\/下午|AM\/PM/gi, 'AM/PM'),
    )
    .join('');

interface Format {
  /** Null for a pattern that is none. */
  readonly pattern: string | null;
  readonly isGeneral: boolean;
  /** Decimals shown, and the power of ten by which they are shifted before; null where digits are not simply cut off. */
  readonly rounds: { readonly decimals: number; readonly power: number } | null;
}

const roundedTypes: ReadonlySet<string> = new Set(['number', 'grouped', 'currency', 'percent']);

function readFormat(written: string): Format {
  const pattern = asCommon(written);
  try {
    const { type, maxDecimals, scale } = getFormatInfo(pattern);
    const power = Math.round(Math.log10(scale));
    const plain = roundedTypes.has(type) && !isDateFormat(pattern);
    return { pattern, isGeneral: type === 'general', rounds: plain ? { decimals: maxDecimals, power } : null };
  } catch {
    return { pattern: null, isGeneral: false, rounds: null };
  }
}

/** Shows the numbers of one workbook as a person sees them in their cells. */
export class NumberText {
  private readonly formats = new Map<string, Format>();

  constructor(private readonly from1904: boolean) {}

  /** As printed: `1,234.50`, `95.2%`, `2024年1月31日`. What a format hides is empty. */
  shown(value: Decimal, written: string): string {
    let known = this.formats.get(written);
    if (!known) this.formats.set(written, (known = readFormat(written)));
    const { pattern, isGeneral, rounds } = known;
    const plain = toShortText(value);
    if (pattern === null || (isGeneral && /^-?\d+$/.test(plain) && plain.length > generalDigits)) return plain;
    const seen = rounds && shift(round(shift(value, rounds.power), rounds.decimals), -rounds.power);
    const day = this.from1904 && isDateFormat(pattern) ? 1462 : 0;
    try {
      return format(pattern, Number(toText(seen ?? value)) + day, { locale: 'zh-CN' }).trim();
    } catch {
      // a negative date, or a condition that no section meets: a spreadsheet shows ### there
      return plain;
    }
  }
}
