import type { Report } from '../src/model/report.js';

/** Without white space, which no format keeps alike. */
export const dense = (text: string): string => text.replace(/\s+/g, '');

/** What a Report says, without what depends on the format: ids, offsets, pages and boxes. */
export function essence(report: Report) {
  const figures = new Map(report.figures.map((figure) => [figure.id, figure]));
  const shown = (id: string): string => dense(figures.get(id)?.text ?? '');
  return {
    title: report.title,
    organisation: report.organisation,
    reportKind: report.reportKind,
    reportYear: report.reportYear,
    filledOn: report.filledOn,
    headings: report.headings.map(({ level, number, title, inferred }) => ({
      level,
      number,
      title: dense(title),
      inferred,
    })),
    tables: report.tables.map(({ title, unit, note, cells }) => ({
      title: title === null ? null : dense(title),
      unit,
      ...(note === null ? {} : { note: dense(note) }),
      cells: cells.filter((cell) => cell.text !== '').map((cell) => `${cell.row},${cell.col} ${dense(cell.text)}`),
    })),
    figures: report.figures.map(({ kind, text, value, unit, label, fact }) =>
      [
        kind,
        dense(text),
        value,
        unit ?? '',
        label,
        fact
          ? `${fact.metric}/${fact.stage}/${fact.fund}/${fact.period}${fact.account ? ` ${fact.account.code}` : ''}`
          : '',
      ].join(' | '),
    ),
    outcomes: report.outcomes.map(
      ({ check, status, figures: ids }) => `${check} ${status}: ${ids.map(shown).join(' ')}`,
    ),
    findings: report.findings.map(({ rule, severity, message, arithmetic, hypothesis, evidence }) => ({
      rule,
      severity,
      message,
      arithmetic,
      hypothesis: hypothesis && {
        kind: hypothesis.kind,
        printed: dense(hypothesis.printed),
        expected: hypothesis.expected,
      },
      evidence: evidence.map((it) => dense(it.text)),
    })),
  };
}
