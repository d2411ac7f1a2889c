import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import type {
  DecisionTaken,
  DeskInfo,
  DocumentDetail,
  FindingDetail,
  FindingPage,
  Refusal,
  ReportPage,
} from '../../src/model/desk.js';
import { faultyReport, soundReport } from '../cli/gouji.js';
import { address, ask, file, gouji, withDesk, write } from './a-desk.js';

withDesk({ 'a.txt': faultyReport, 'b.txt': faultyReport.replaceAll('林业局', '水务局'), 'c.txt': soundReport(1) });

const list = async (query = ''): Promise<FindingPage> => (await ask(`/api/findings${query}`)).json<FindingPage>();
const detail = async (number: number, query = ''): Promise<FindingDetail> =>
  (await ask(`/api/findings/${number}${query}`)).json<FindingDetail>();
const first = async () => {
  const [row] = (await list('?q=林业局')).rows;
  if (!row) throw new Error('no finding');
  return row;
};

test('the list has every finding, its facets count what a choice would leave, and words narrow it', async () => {
  const all = await list();
  expect([all.total, all.rows.length]).toEqual([2, 2]);
  expect(all.facets.status).toEqual([{ value: 'open', count: 2 }]);
  expect(all.facets.year).toEqual([{ value: '2024', count: 2 }]);
  const organisations = all.facets.organisation.map((it) => it.value);
  expect(organisations.toSorted()).toEqual(['云溪区林业局', '云溪区水务局'].toSorted());
  const chosen = await list(`?organisation=${encodeURIComponent(organisations[0] ?? '')}`);
  expect(chosen.total).toBe(1);
  // the other organisation can still be chosen beside it
  expect(chosen.facets.organisation).toHaveLength(2);
  expect((await list('?q=1109')).total).toBe(2);
  expect((await list('?q=1109%20水务')).total).toBe(1);
  expect((await list('?limit=1&offset=1')).rows).toEqual(all.rows.slice(1));
  expect((await list('?lang=en')).rows[0]?.message).toMatch(/[a-z]{3}/);
});

test('a finding tells its arithmetic, its evidence and why, in either language', async () => {
  const { number } = await first();
  const found = await detail(number);
  expect(found.arithmetic).toContain('426人 + 318人 + 275人 = 1019人 ≠ 1109人');
  expect(found.finding.evidence.map((it) => it.text)).toEqual(expect.arrayContaining(['426人', '1109人']));
  expect(found.explained).toContain('未复核');
  expect((await detail(number, '?lang=en')).explained).toContain('open');
  expect((await ask('/api/findings/999')).status).toBe(404);
});

test('a report is shown with its blocks and figures, and what was checked of it', async () => {
  const reports = (await ask('/api/reports')).json<ReportPage>();
  expect(reports.rows.map((it) => it.findings)).toEqual([1, 1, 0]);
  const later = (await ask('/api/reports?year=2024')).json<ReportPage>();
  expect([later.total, later.facets.year]).toEqual([2, reports.facets.year]);
  expect(later.facets.organisation).toHaveLength(2);
  expect((await ask('/api/reports?q=水务')).json<ReportPage>().total).toBe(1);
  const found = (await ask(`/api/documents/${reports.rows[0]?.sha256}`)).json<DocumentDetail>();
  expect(found.figures.map((it) => it.text)).toContain('1109人');
  const { block, start, end } = found.figures.find((it) => it.text === '1109人') ?? { block: '', start: 0, end: 0 };
  expect(found.blocks.find((it) => it.id === block)?.text.slice(start, end)).toBe('1109人');
  expect(found.coverage).not.toBe('');
  expect((await ask(`/api/documents/${'0'.repeat(64)}`)).status).toBe(404);
  expect((await ask('/api/desk')).json<DeskInfo>().by).toBe('审计组');
});

test('decisions are taken, seen at once in the list, and undone; what another decided meanwhile is a conflict', async () => {
  const { number, finding, document } = await first();
  const about = { document: document.sha256, finding, by: '甲' };
  const confirmed = await write({ ...about, action: 'confirm', reason: null, seen: 0 });
  expect([confirmed.status, confirmed.json<DecisionTaken>().event.to]).toEqual([200, 'confirmed']);
  expect((await list('?status=confirmed')).rows.map((it) => it.number)).toEqual([number]);

  const late = await write({ ...about, by: '乙', action: 'dismiss', reason: '口径不同', seen: 0 });
  expect([late.status, late.json<Refusal>().code]).toEqual([409, 'REVIEW_CHANGED']);
  const now = await detail(number);
  expect([now.review.status, now.review.events.map((it) => it.by)]).toEqual(['confirmed', ['甲']]);

  const dismissed = await write({ ...about, by: '乙', action: 'dismiss', reason: '口径不同', seen: now.seen });
  expect(dismissed.json<DecisionTaken>().event.to).toBe('dismissed');
  const { seen } = await detail(number);
  expect((await write({ ...about, action: 'undo', reason: null, seen })).json<DecisionTaken>().event.to).toBe(
    'confirmed',
  );
  const listed = await gouji('review', 'list');
  expect(listed.out.trim().split('\n')).toHaveLength(3);
});

test('what another program decides is in the next list', async () => {
  const [other] = (await list('?q=水务局')).rows;
  await gouji('review', 'dismiss', String(other?.number), '--reason', '已更正');
  expect((await list('?status=dismissed')).rows.map((it) => it.number)).toEqual([other?.number]);
});

test('the file of a report that is gone is said to be gone, and the report is shown all the same', async () => {
  const { document } = await first();
  expect((await ask(`/api/documents/${document.sha256}/source`)).text).toBe(faultyReport);
  rmSync(file('a.txt'));
  const gone = await ask(`/api/documents/${document.sha256}/source`);
  expect([gone.status, gone.json<Refusal>().code]).toEqual([404, 'SOURCE_GONE']);
  expect((await ask(`/api/documents/${document.sha256}`)).status).toBe(200);
});

test('imports are listed with what became of their files', async () => {
  const { runs } = (await ask('/api/runs')).json<{ runs: { run: number; counts: Record<string, number> }[] }>();
  expect(runs.map((it) => it.counts)).toEqual([{ ok: 3 }]);
  expect((await ask(`/api/runs/${runs[0]?.run}/files`)).json()).toEqual({ files: [] });
});

test('PORT_TAKEN and DESK_NOT_FOUND: what stands in the way is named', async () => {
  const { port } = new URL(address());
  const taken = await gouji('serve', '--no-open', '--port', port);
  expect([taken.code, taken.err]).toEqual([2, expect.stringContaining('EADDRINUSE')]);
  expect((await ask('/api/nothing')).json<Refusal>().code).toBe('DESK_NOT_FOUND');
});
