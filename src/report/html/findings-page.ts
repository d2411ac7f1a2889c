import type { Language } from '../../model/catalogue.js';
import type { Evidence, Severity } from '../../model/report.js';
import { version } from '../../model/version.js';
import { countWords, word, type WordKey } from '../../model/words.js';
import { findingArithmetic } from '../finding-arithmetic.js';
import { placeText } from '../finding-place.js';
import type { ListedFinding } from '../finding-row.js';
import { escaped } from './escaped.js';
import { style } from './style.js';

/** A picture of a part of a page, or why there is none where there might be one. */
export type Crop =
  | { readonly page: number; readonly png: Uint8Array }
  | { readonly reason: 'gone' | 'changed' | 'undrawable' | 'personal' };

const reasons: Readonly<Record<Extract<Crop, { reason: string }>['reason'], WordKey>> = {
  gone: 'cropGone',
  changed: 'cropChanged',
  undrawable: 'cropUndrawable',
  personal: 'cropPersonal',
};

/**
 * Findings as one page that loads and runs nothing, document after document, piece by piece. All that comes from a document is
 * text in it.
 */
export class FindingsPage {
  readonly #language: Language;
  readonly #counts: Partial<Record<Severity, number>> = {};
  #document = '';
  #documents = 0;
  #count = 0;

  constructor(language: Language) {
    this.#language = language;
  }

  begin(): string {
    const title = escaped(word('htmlTitle', this.#language));
    return `<!doctype html>
<html lang="${this.#language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<h1>${title}</h1>
<p>${escaped(word('htmlIntro', this.#language, { version: version() }))}</p>
`;
  }

  /** A finding with its message in the language, and pictures of the pages that it quotes. */
  add(listed: ListedFinding, message: string, crops: readonly Crop[]): string {
    const { document, finding, at, review, number } = listed;
    const language = this.#language;
    this.#count++;
    this.#counts[finding.severity] = (this.#counts[finding.severity] ?? 0) + 1;
    const status = review.status === 'open' ? '' : ` · ${word(review.status, language)}`;
    return `${this.#heading(document)}<article class="${finding.severity}" id="f${number}">
<h3>#${number} · ${escaped(word(finding.severity, language))}${escaped(status)} · ${escaped(message)}</h3>
<p class="place">${escaped(placeText(at, language)).replaceAll('\\n', ' · ')}</p>
<p class="arithmetic">${escaped(findingArithmetic(finding, language))}</p>
${quotes(finding.evidence)}${crops.map((crop) => this.#crop(crop)).join('')}<p class="rule">${escaped(finding.rule)}</p>
<p class="reply">${escaped(word('htmlReply', language))}\n\n${escaped(word('htmlSigned', language))}</p>
</article>
`;
  }

  end(): string {
    const params = { reports: this.#documents, count: this.#count, counts: countWords(this.#counts, this.#language) };
    const total = this.#count === 0 ? word('noFindings', this.#language) : word('htmlTotal', this.#language, params);
    return `<p>${escaped(total)}</p>\n</body>\n</html>\n`;
  }

  #heading({ sha256, title, organisation, reportYear, path, missing, file }: ListedFinding['document']): string {
    if (sha256 === this.#document) return '';
    this.#document = sha256;
    this.#documents++;
    const about = [organisation, reportYear].filter((it) => it !== null).map((it) => escaped(String(it)));
    return `<h2>${escaped(title ?? file)}</h2>
<p class="file">${[...about, escaped(path ?? missing?.path ?? file)].join(' · ')}<br>SHA-256 ${escaped(sha256)}</p>
`;
  }

  #crop(crop: Crop): string {
    if ('reason' in crop) return `<p class="why-not">${escaped(word(reasons[crop.reason], this.#language))}</p>\n`;
    const data = Buffer.from(crop.png).toString('base64');
    const alt = escaped(word('cropAlt', this.#language, { page: crop.page }));
    return `<img alt="${alt}" src="data:image/png;base64,${data}">\n`;
  }
}

/** The sentences and rows that are quoted, each once, with what is quoted of them marked. */
function quotes(evidence: readonly Evidence[]): string {
  const marks = new Map<string, string[]>();
  for (const { context, text, document } of evidence) {
    const whole = context === '' ? text : context;
    const key = document === null ? whole : `${document.slice(0, 12)} ${whole}`;
    marks.set(key, [...(marks.get(key) ?? []), text]);
  }
  return [...marks].map(([whole, texts]) => `<blockquote>${marked(whole, texts)}</blockquote>\n`).join('');
}

/** Text with the first place of each of the words marked, none within another. */
function marked(whole: string, words: readonly string[]): string {
  const places: { readonly start: number; readonly end: number }[] = [];
  for (const it of words) {
    if (it === '') continue;
    let start = whole.indexOf(it);
    const taken = (): boolean => places.some((place) => start < place.end && place.start < start + it.length);
    while (start >= 0 && taken()) start = whole.indexOf(it, start + 1);
    if (start >= 0) places.push({ start, end: start + it.length });
  }
  places.sort((a, b) => a.start - b.start);
  let [html, at] = ['', 0];
  for (const { start, end } of places) {
    html += `${escaped(whole.slice(at, start))}<mark>${escaped(whole.slice(start, end))}</mark>`;
    at = end;
  }
  return html + escaped(whole.slice(at));
}
