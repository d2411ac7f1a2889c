import type { Document, Format, Parsed } from '../model/document.js';
import { problem } from '../model/problem.js';
import { ParseFailure } from './failure.js';
import { misnamed, sniff, type Sniffed } from './sniff.js';

export interface ParseOptions {
  /** Of a PDF, beyond which it is not read; `usualMostPages` unless given. */
  readonly mostPages?: number | undefined;
  /** Path of LibreOffice's program, which opens what is not read here; none unless given. */
  readonly soffice?: string | null | undefined;
}

async function read(
  bytes: Uint8Array,
  sniffed: Sniffed,
  fileName: string,
  { mostPages, soffice = null }: ParseOptions,
): Promise<Parsed> {
  switch (sniffed.format) {
    case 'docx': {
      const { parseDocx } = await import('./docx/parse-docx.js');
      return finished(parseDocx(sniffed.archive, fileName));
    }
    case 'xlsx': {
      const { parseXlsx } = await import('./xlsx/parse-xlsx.js');
      return finished(parseXlsx(sniffed.archive, fileName));
    }
    case 'html': {
      const { parseHtml } = await import('./html/parse-html.js');
      return finished(parseHtml(sniffed.html, fileName));
    }
    case 'doc':
    case 'xls':
    case 'rtf':
    case 'odt':
    case 'ods': {
      const { parseOffice } = await import('./office/parse-office.js');
      return finished(await parseOffice(bytes, sniffed.format, fileName, soffice));
    }
    case 'ofd': {
      const { parseOfd } = await import('./ofd/parse-ofd.js');
      return finished(parseOfd(sniffed.archive, fileName));
    }
    case 'pdf': {
      const { parsePdf } = await import('./pdf/parse-pdf.js');
      return parsePdf(bytes, fileName, mostPages);
    }
    case 'text': {
      const { parseText } = await import('./text/parse-text.js');
      return finished(parseText(sniffed.decoded, fileName));
    }
  }
}

const finished = (document: Document): Parsed => ({ state: document.partial ? 'ok_partial' : 'ok', document });

const plainNames: Record<Format, string> = {
  docx: 'DOCX',
  xlsx: 'XLSX',
  ofd: 'OFD',
  odt: 'ODT',
  ods: 'ODS',
  doc: 'DOC',
  xls: 'XLS',
  rtf: 'RTF',
  html: 'HTML',
  pdf: 'PDF',
  text: 'TXT',
};

/** A wrong extension is told, and never decides how a file is read. */
function withName(parsed: Parsed, format: Format, fileName: string): Parsed {
  if (!misnamed(fileName, format)) return parsed;
  const said = problem('TYPE_MISNAMED', { file: fileName, type: plainNames[format] });
  if (!('document' in parsed)) return { ...parsed, problems: [...parsed.problems, said] };
  return { ...parsed, document: { ...parsed.document, problems: [...parsed.document.problems, said] } };
}

/** A file that no bound foresaw: too long for one string, or a defect here. Both cost that file and nothing else. */
function unforeseen(error: unknown, fileName: string, format: Format | null): Parsed {
  const reason = error instanceof Error ? error.message : String(error);
  const exhausted = error instanceof RangeError && /string length|array length|allocation|call stack/i.test(reason);
  const said = exhausted
    ? problem('LIMIT_EXCEEDED', { file: fileName, limit: 'memory', met: reason })
    : problem('INTERNAL', { file: fileName, reason });
  return { state: exhausted ? 'limit_exceeded' : 'failed', format, problems: [said] };
}

/** Bytes to blocks. What a file is, its bytes say. Never throws for anything that the bytes hold. */
export async function parse(given: Uint8Array, fileName: string, options: ParseOptions = {}): Promise<Parsed> {
  // A Buffer is a Uint8Array that slices otherwise and that pdf.js refuses.
  const bytes = new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
  if (bytes.length === 0) {
    return { state: 'failed', format: null, problems: [problem('FILE_EMPTY', { file: fileName })] };
  }
  let format: Format | null = null;
  try {
    const sniffed = await sniff(bytes);
    format = sniffed.format;
    const parsed = await read(bytes, sniffed, fileName, options);
    return withName(parsed, format, fileName);
  } catch (error) {
    return error instanceof ParseFailure ? error.toParsed(fileName, format) : unforeseen(error, fileName, format);
  }
}
