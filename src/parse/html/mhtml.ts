import PostalMime from 'postal-mime';
import { damaged } from '../failure.js';

/** The pages of a web archive as one text, each in the charset that it says. Throws a ParseFailure where it holds none. */
export async function htmlOfMhtml(bytes: Uint8Array): Promise<string> {
  const { html } = await PostalMime.parse(bytes, { maxNestingDepth: 20 });
  if (html === undefined || html.trim() === '') throw damaged('MHTML');
  return html;
}
