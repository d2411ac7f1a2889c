import { Hono } from 'hono';
import type { Language } from '../../model/catalogue.js';
import type { FindingDetail, FindingPage } from '../../model/desk.js';
import { GoujiError } from '../../model/error.js';
import type { Finding } from '../../model/report.js';
import { word } from '../../model/words.js';
import { explainedOf } from '../../pipeline/explained.js';
import { explainText } from '../../report/explain-text.js';
import { findingArithmetic } from '../../report/finding-arithmetic.js';
import { messageIn } from '../../rulebook/message-in.js';
import type { FindingGlance } from '../../store/glance.js';
import type { StoredFinding } from '../../store/store.js';
import type { Desk } from '../desk.js';
import { deskDocument } from '../overview.js';
import { chosenOf, numberOf, windowOf } from '../query.js';
import { languageOf } from '../refusal.js';

/** Lists of findings, and one of them with all that there is to say of it. */
export function findingRoutes({ store, overview, rulebook }: Desk): Hono {
  const message = (it: FindingGlance, language: Language): string =>
    language === 'zh'
      ? it.message
      : messageIn(
          language,
          () => rulebook,
        )({ rule: it.rule, message: it.message, params: JSON.parse(it.params) as Finding['params'] });

  return new Hono()
    .get('/findings', async (context) => {
      const { offset, limit } = windowOf(context);
      const chosen = chosenOf(context);
      const snapshot = await overview.current();
      const { rows, facets } = snapshot.list(chosen);
      const language = languageOf(context);
      const shown = rows.slice(offset, offset + limit).flatMap((row) => {
        const it = snapshot.findings[row];
        if (!it) return [];
        const { number, finding, rule, severity } = it;
        const status = snapshot.status(row);
        return [
          {
            number,
            finding,
            rule,
            severity,
            status,
            document: deskDocument(it.document),
            message: message(it, language),
          },
        ];
      });
      const { generation } = overview;
      const page: FindingPage = { total: rows.length, offset, rows: shown, facets, generation };
      return context.json(page);
    })
    .get('/findings/:number', async (context) => {
      const number = numberOf(context, 'number');
      const found: StoredFinding[] = [];
      for await (const it of store.findings({ number, repeated: true })) found.push(it);
      const stored = found.sort((a, b) => a.document.edition - b.document.edition)[0];
      if (!stored) throw new GoujiError('FINDING_UNKNOWN', { finding: String(number) });
      const language = languageOf(context);
      const explained = await explainedOf(stored, store, rulebook, language);
      const { finding, review } = stored;
      const { hypothesis } = finding;
      const detail: FindingDetail = {
        number: stored.number,
        document: deskDocument(stored.document),
        finding,
        message: explained.message,
        arithmetic: findingArithmetic(finding, language),
        hypothesis:
          hypothesis &&
          word('hypothesisLine', language, { printed: hypothesis.printed, expected: hypothesis.expected }),
        explained: explainText(explained, language),
        review,
        seen: review.events.at(-1)?.id ?? 0,
      };
      return context.json(detail);
    });
}
