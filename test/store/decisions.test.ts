import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/report.js';
import type { Decision, Store, StoredFinding } from '../../src/store/store.js';
import { aReport } from './a-report.js';
import { databasePath, entry, query, save, withStore } from './temp-store.js';
import { openStore } from '../../src/store/open-store.js';

const report = aReport();
const [lead] = report.findings;
if (!lead) throw new Error('a report has findings');

/** Another content of the same report, whose first finding is changed. */
function version(sha: string, change: Partial<Finding>) {
  const findings = report.findings.map((it, at) => (at === 0 ? { ...it, ...change } : it));
  return { ...report, sha256: sha.repeat(64), findings };
}

const said = (action: Decision['action'], over: Partial<Decision> = {}): Decision => ({
  sha256: report.sha256,
  finding: lead.id,
  action,
  reason: action === 'dismiss' ? '口径不同' : null,
  by: '张三',
  at: '2025-02-03T04:05:06.000Z',
  ...over,
});

async function firstOf(store: Store, filter = {}): Promise<StoredFinding | undefined> {
  for await (const it of store.findings(filter)) if (it.finding.rule === lead?.rule) return it;
  return undefined;
}
const reviewed = async (store: Store) => (await firstOf(store))?.review;

describe('what people say of a finding', () => {
  test('is kept with who, when, from, to and why, and is shown with the finding', async () => {
    await save(entry(report, '/r/a.pdf'));
    await withStore(async (store) => {
      expect((await reviewed(store))?.status).toBe('open');
      const [event] = await store.decide([said('dismiss')]);
      expect(event).toEqual({
        id: 1,
        action: 'dismiss',
        from: 'open',
        to: 'dismissed',
        reason: '口径不同',
        by: '张三',
        at: '2025-02-03T04:05:06.000Z',
        finding: 'n0',
        number: 1,
        subject: 's0',
        rule: 'parts-of-total',
        document: report.sha256,
        rules: 'rules-1',
        undoes: null,
      });
      expect(await reviewed(store)).toEqual({ status: 'dismissed', events: [event] });
      expect(await firstOf(store, { statuses: ['open'] })).toBeUndefined();
      expect((await firstOf(store, { statuses: ['dismissed'] }))?.finding).toEqual(lead);
    });
  });

  test('is undone one by one, newest first; nothing is ever deleted', async () => {
    await save(entry(report, '/r/a.pdf'));
    await withStore(async (store) => {
      await store.decide([said('confirm'), said('comment', { reason: '已与对方核对' }), said('dismiss')]);
      const statuses: (string | undefined)[] = [];
      for (let i = 0; i < 3; i++) {
        await store.decide([said('undo')]);
        statuses.push((await reviewed(store))?.status);
      }
      expect(statuses).toEqual(['confirmed', 'confirmed', 'open']);
      await expect(store.decide([said('undo')])).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' });
      expect((await reviewed(store))?.events.map(({ action, undoes }) => [action, undoes])).toEqual([
        ['confirm', null],
        ['comment', null],
        ['dismiss', null],
        ['undo', 3],
        ['undo', 2],
        ['undo', 1],
      ]);
    });
  });

  test('all of several decisions, or none', async () => {
    await save(entry(report, '/r/a.pdf'));
    await withStore(async (store) => {
      const both = store.decide([said('confirm'), said('confirm', { finding: 'none' })]);
      await expect(both).rejects.toMatchObject({ code: 'FINDING_UNKNOWN' });
      expect(await reviewed(store)).toEqual({ status: 'open', events: [] });
    });
  });

  test('who has not seen the last event changes nothing', async () => {
    await save(entry(report, '/r/a.pdf'));
    await withStore(async (store) => {
      await store.decide([said('confirm', { seen: 0 })]);
      await expect(store.decide([said('dismiss', { seen: 0 })])).rejects.toMatchObject({ code: 'REVIEW_CHANGED' });
      await store.decide([said('dismiss', { seen: 1 })]);
      expect((await reviewed(store))?.status).toBe('dismissed');
    });
  });

  test('two who decide at once are both kept', async () => {
    await save(entry(report, '/r/a.pdf'));
    const [one, other] = [openStore(databasePath()), openStore(databasePath())];
    const work = Array.from({ length: 20 }, (_, at) =>
      (at % 2 ? one : other).decide([said(at % 3 ? 'confirm' : 'dismiss', { by: `第${at}人` })]),
    );
    const events = (await Promise.all(work)).flat();
    await Promise.all([one.close(), other.close()]);
    expect(new Set(events.map(({ id }) => id)).size).toBe(20);
    await withStore(async (store) => {
      const kept = (await reviewed(store))?.events ?? [];
      expect(kept.map(({ by }) => by).sort()).toEqual(events.map(({ by }) => by).sort());
      expect(kept.map(({ from }) => from).slice(1)).toEqual(kept.map(({ to }) => to).slice(0, -1));
    });
  });
});

describe('a decision outlives', () => {
  test('the same report read again, by other rules', async () => {
    await save(entry(report, '/r/a.pdf'));
    await withStore(async (store) => void (await store.decide([said('confirm')])));
    await save(entry(report, '/r/a.pdf'));
    expect((await withStore(reviewed))?.status).toBe('confirmed');
  });

  test('a new version of the report, and a label that is read otherwise', async () => {
    await save(entry(report, '/r/a.pdf'));
    await withStore(async (store) => void (await store.decide([said('confirm')])));
    await save(entry(version('b', { subject: 's9' }), '/r/a.pdf'));
    expect((await withStore(reviewed))?.status).toBe('confirmed');
  });

  test('until the figures change: then it is to be reviewed again, with what was said before', async () => {
    await save(entry(report, '/r/a.pdf'));
    await withStore(async (store) => void (await store.decide([said('confirm')])));
    await save(entry(version('b', { id: 'n7' }), '/r/a.pdf'));
    await withStore(async (store) => {
      expect(await reviewed(store)).toMatchObject({ status: 'reopened', events: [{ finding: 'n0', to: 'confirmed' }] });
      expect((await firstOf(store, { statuses: ['reopened'] }))?.finding.id).toBe('n7');
      const now = { sha256: 'b'.repeat(64), finding: 'n7' };
      await store.decide([said('comment', { ...now, reason: '数字已改' })]);
      expect((await reviewed(store))?.status).toBe('reopened');
      await store.decide([said('dismiss', now)]);
      expect((await reviewed(store))?.status).toBe('dismissed');
    });
  });

  test('a report of another year that takes its place in the folder is not a version of it', async () => {
    await save(entry(report, '/r/a.pdf'));
    await withStore(async (store) => void (await store.decide([said('confirm')])));
    await save(entry({ ...version('b', {}), reportYear: 2025 }, '/r/a.pdf'));
    expect((await withStore(reviewed))?.status).toBe('open');
  });

  test('another report with the same words has decisions of its own', async () => {
    const other = { ...report, sha256: 'c'.repeat(64), title: '青石镇2024年度单位决算' };
    await save(entry(report, '/r/a.pdf'), entry(other, '/r/b.pdf'));
    await withStore(async (store) => {
      await store.decide([said('confirm')]);
      expect((await firstOf(store, { document: other.sha256 }))?.review.status).toBe('open');
    });
  });
});

describe('new findings', () => {
  const fresh = async (store: Store): Promise<string[]> => {
    const ids: string[] = [];
    for await (const { finding } of store.findings({ fresh: true })) ids.push(finding.id);
    return ids;
  };
  test('are those that no run before the last met in any version of the report', async () => {
    await save(entry(report, '/r/a.pdf'));
    expect(await withStore(fresh)).toEqual(['n0', 'n1']);
    await save(entry(version('b', { id: 'n7' }), '/r/a.pdf'));
    expect(await withStore(fresh)).toEqual(['n7']);
    await save();
    expect(await withStore(fresh)).toEqual([]);
  });
});

test('events are rows that nobody changes', async () => {
  await save(entry(report, '/r/a.pdf'));
  await withStore(async (store) => void (await store.decide([said('confirm'), said('undo')])));
  expect(query('SELECT action, was, becomes, undoes FROM decisions ORDER BY id')).toEqual([
    { action: 'confirm', was: 'open', becomes: 'confirmed', undoes: null },
    { action: 'undo', was: 'confirmed', becomes: 'open', undoes: 1 },
  ]);
});
