import type { Document } from '../../model/document.js';
import { problem } from '../../model/problem.js';
import { damaged, ParseFailure } from '../failure.js';
import { openArchive, type Archive } from '../zip/archive.js';
import { convert, type Into } from './convert.js';
import { parsePlainDoc } from './plain-doc.js';

/** Forms that LibreOffice opens for us. */
export type OfficeFormat = 'doc' | 'xls' | 'rtf' | 'odt' | 'ods';

const forms: Readonly<Record<OfficeFormat, { readonly into: Into; readonly name: string }>> = {
  doc: { into: 'docx', name: 'DOC' },
  xls: { into: 'xlsx', name: 'XLS' },
  rtf: { into: 'docx', name: 'RTF' },
  odt: { into: 'docx', name: 'ODT' },
  ods: { into: 'xlsx', name: 'ODS' },
};

/** `LibreOffice 7.4.7.2`, as the converted file has it. */
function engineOf(archive: Archive): string {
  const about = archive.peek('docProps/app.xml', 4096);
  const said = about && /<Application>([A-Za-z]+)\/([\d.]+)/.exec(new TextDecoder().decode(about));
  return said ? `${said[1]} ${said[2]}` : 'LibreOffice';
}

async function converted(bytes: Uint8Array, format: OfficeFormat, file: string, soffice: string): Promise<Document> {
  const { into, name } = forms[format];
  const archive = openArchive(await convert(bytes, format, into, soffice));
  const document =
    into === 'docx'
      ? (await import('../docx/parse-docx.js')).parseDocx(archive, file)
      : (await import('../xlsx/parse-xlsx.js')).parseXlsx(archive, file);
  const told = problem('CONVERTED', { file, type: name, engine: engineOf(archive) });
  return { ...document, format, problems: [told, ...document.problems] };
}

/**
 * A file of Word 97, Excel 97, RTF or OpenDocument as a document: what LibreOffice at `soffice` makes of it, or, without that, the words of
 * a DOC. Places point into the blocks of the converted file. Throws a ParseFailure where neither can read it.
 */
export async function parseOffice(
  bytes: Uint8Array,
  format: OfficeFormat,
  file: string,
  soffice: string | null,
): Promise<Document> {
  if (soffice !== null) return converted(bytes, format, file, soffice);
  if (format !== 'doc') throw new ParseFailure('unsupported', 'ENGINE_MISSING', { type: forms[format].name });
  const document = await parsePlainDoc(bytes, file);
  if (document === null) throw damaged('DOC');
  return document;
}
