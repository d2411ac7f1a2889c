import { plainLook, type Look } from '../../model/document.js';
import { child, childrenNamed, elementsOf, type XmlElement } from '../xml/read-xml.js';

/** How cells of one style are shown. */
export interface Style {
  /** A number format as spreadsheets write it: `#,##0.00`. */
  readonly format: string;
  readonly look: Look;
  /** Drawn with a line at a side and one above or below it, as cells of tables are and titles are not. */
  readonly isBoxed: boolean;
  readonly isStruck: boolean;
}

export const plainStyle: Style = { format: 'General', look: plainLook, isBoxed: false, isStruck: false };

/** Formats by number (ECMA-376 §18.8.30), those of dates as a Chinese system shows them. */
const builtIn: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '¥#,##0;¥-#,##0',
  6: '¥#,##0;¥-#,##0',
  7: '¥#,##0.00;¥-#,##0.00',
  8: '¥#,##0.00;¥-#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
  42: '_ ¥* #,##0_ ;_ ¥* -#,##0_ ;_ ¥* "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  44: '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

const isOn = (element: XmlElement | null): boolean =>
  element !== null && !/^(?:0|false)$/.test(element.attributes['val'] ?? '1');

interface Font {
  readonly bold: boolean;
  readonly struck: boolean;
  readonly size: number | null;
  readonly name: string | null;
}

function fontOf(font: XmlElement): Font {
  const size = Number(child(font, 'sz')?.attributes['val']);
  const name = child(font, 'name')?.attributes['val'] ?? null;
  return {
    bold: isOn(child(font, 'b')) || /黑体|小标宋/.test(name ?? ''),
    struck: isOn(child(font, 'strike')),
    size: Number.isFinite(size) && size > 0 ? size : null,
    name,
  };
}

function boxes(border: XmlElement): boolean {
  const drawn = (...sides: string[]): boolean =>
    elementsOf(border).some(
      ({ name, attributes }) => sides.includes(name) && ![undefined, 'none'].includes(attributes['style']),
    );
  return drawn('left', 'right', 'start', 'end') && drawn('top', 'bottom');
}

function at<T>(list: readonly T[], index: string | undefined): T | undefined {
  return list[Number(index ?? 0)];
}

/** The styles of a workbook by the number that its cells give. */
export function stylesOf(root: XmlElement | null): readonly Style[] {
  const formats = new Map(
    childrenNamed(child(root, 'numFmts'), 'numFmt').map(({ attributes }) => [
      Number(attributes['numFmtId']),
      attributes['formatCode'] ?? 'General',
    ]),
  );
  const fonts = childrenNamed(child(root, 'fonts'), 'font').map(fontOf);
  const boxed = childrenNamed(child(root, 'borders'), 'border').map(boxes);
  return childrenNamed(child(root, 'cellXfs'), 'xf').map((xf): Style => {
    const number = Number(xf.attributes['numFmtId'] ?? 0);
    const font = at(fonts, xf.attributes['fontId']);
    const centred = /^center/.test(child(xf, 'alignment')?.attributes['horizontal'] ?? '');
    return {
      format: formats.get(number) ?? builtIn[number] ?? 'General',
      look: {
        ...plainLook,
        bold: font?.bold ?? false,
        centred,
        fontSize: font?.size ?? null,
        fontName: font?.name ?? null,
      },
      isBoxed: at(boxed, xf.attributes['borderId']) ?? false,
      isStruck: font?.struck ?? false,
    };
  });
}
