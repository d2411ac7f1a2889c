import type { Language } from '../model/catalogue.js';
import type { Figure, Report } from '../model/report.js';
import { word } from '../model/words.js';
import { visible } from '../model/visible.js';

/** The headings of a report, indented, each with the figures that stand under it. */
export function outlineText(report: Report, language: Language): string {
  const under = new Map<string | null, Figure[]>();
  for (const figure of report.figures) {
    const list = under.get(figure.heading);
    if (list) list.push(figure);
    else under.set(figure.heading, [figure]);
  }
  const lines: string[] = [];
  const loose = under.get(null);
  if (loose) lines.push(word('beforeHeadings', language), ...figureLines(loose, '  '));
  for (const { id, level, number, title, page } of report.headings) {
    const indent = '  '.repeat(level - 1);
    lines.push(`${indent}${visible(number + title)}${page === null ? '' : word('onPage', language, { page })}`);
    lines.push(...figureLines(under.get(id) ?? [], `${indent}    `));
  }
  return lines.map((line) => `${line}\n`).join('');
}

function figureLines(figures: readonly Figure[], indent: string): string[] {
  return figures.map(({ label, text, fact }) => {
    const identity = fact ? `  [${[fact.metric, fact.stage, fact.fund, fact.period].filter(Boolean).join(' · ')}]` : '';
    return `${indent}${visible(label)}${label === '' ? '' : '  '}${visible(text)}${identity}`;
  });
}
