import { GoujiError } from '../../model/error.js';
import { word } from '../../model/words.js';
import type { ReviewAction } from '../../model/review.js';
import type { Decision, Store } from '../../store/store.js';
import type { Command, Given, Io } from '../command.js';
import { exit } from '../exit.js';
import { currentUser } from '../current-user.js';
import { findingNamed } from './finding-named.js';
import { databaseOf, databaseOption, numberOf, oneOf, text } from '../given.js';
import { idsOf } from './ids.js';

const actions = ['list', 'confirm', 'dismiss', 'comment', 'undo', 'set'] as const;
type Action = (typeof actions)[number];

export const review: Command = {
  name: 'review',
  summary: {
    zh: '对发现作出决定：确认、排除、备注、撤销，并列出记录',
    en: 'decide on findings: confirm, dismiss, comment, undo; list what was decided',
  },
  usage: '<action> [finding...]',
  options: [
    databaseOption,
    {
      flags: '--reason <text>',
      about: { zh: '理由或备注（排除和备注必填）', en: 'why, or the comment (dismiss and comment need it)' },
    },
    { flags: '--by <name>', about: { zh: '决定人（默认为当前用户）', en: 'who decides (default: the current user)' } },
    {
      flags: '--status <status>',
      about: { zh: 'set 的目标状态：confirmed、dismissed、open', en: 'what set sets: confirmed, dismissed, open' },
    },
    {
      flags: '--document <document>',
      about: { zh: '只在这份文档中找编号', en: 'look for the ids in this document only' },
    },
    {
      flags: '--seen <event>',
      about: {
        zh: '已看到的最后一条记录号；其后另有记录则不作改动',
        en: 'the last event seen; a later one leaves all as it is',
      },
    },
    { flags: '--json', about: { zh: '每条记录输出一行 JSON', en: 'one line of JSON an event' } },
  ],
  examples: [
    { command: 'review list', about: { zh: '全部记录', en: 'everything that was decided' } },
    {
      command: 'review dismiss 128 --reason 口径不同',
      about: {
        zh: '排除一处发现（列表中的编号，或 id 的开头；- 为从标准输入读取）',
        en: 'dismiss a finding (its number, or the beginning of its id; - reads them from stdin)',
      },
    },
    {
      command: 'review set ID --status confirmed --by 审计组',
      about: { zh: '供脚本使用', en: 'from a script' },
    },
  ],
  async run([asked = '', ...ids], given, io) {
    const action = oneOf<Action>({ action: asked }, 'action', 'review', actions, 'list', io);
    if (action === 'list') return list(ids, given, io);
    const event = eventOf(action, given, io);
    const reason = text(given, 'reason')?.trim() || null;
    if (reason === null && (event === 'dismiss' || event === 'comment'))
      throw new GoujiError('USAGE', { issue: word('needsReason', io.language, { action }) });
    const wanted = await idsOf(ids, io.signal);
    if (wanted.length === 0) throw new GoujiError('USAGE', { issue: word('needsFinding', io.language) });
    const events = { least: 0, most: Number.MAX_SAFE_INTEGER, whole: true };
    const seen = numberOf(given, 'seen', '--seen', events, io);
    const by = text(given, 'by')?.trim() || (await currentUser());
    const { openStore, openStoreForReading } = await import('../../store/open-store.js');
    // a database that is not there is not made for a decision
    await openStoreForReading(databaseOf(given)).close();
    const store = openStore(databaseOf(given));
    try {
      const at = new Date().toISOString();
      const decisions: Decision[] = [];
      for (const id of wanted) {
        const { document, finding } = await findingNamed(id, text(given, 'document'), store);
        const about = { sha256: document.sha256, finding: finding.id, action: event, reason, by, at };
        decisions.push(seen === undefined ? about : { ...about, seen });
      }
      await tell(await store.decide(decisions), given, io);
      return exit.done;
    } finally {
      await store.close();
    }
  },
};

function eventOf(action: Exclude<Action, 'list'>, given: Given, io: Io): ReviewAction {
  if (action !== 'set') return action;
  const status = oneOf(given, 'status', '--status', ['confirmed', 'dismissed', 'open'] as const, 'open', io);
  return status === 'confirmed' ? 'confirm' : status === 'dismissed' ? 'dismiss' : 'reopen';
}

async function list(ids: readonly string[], given: Given, io: Io) {
  const { openStoreForReading } = await import('../../store/open-store.js');
  const store = openStoreForReading(databaseOf(given));
  try {
    if (ids.length === 0) for await (const event of store.decisions()) await tell([event], given, io);
    for (const id of await idsOf(ids, io.signal)) {
      const { review: of } = await findingNamed(id, text(given, 'document'), store);
      await tell(of.events, given, io);
    }
    return exit.done;
  } finally {
    await store.close();
  }
}

async function tell(events: Awaited<ReturnType<Store['decide']>>, given: Given, io: Io): Promise<void> {
  const { eventText } = await import('../../report/event-text.js');
  for (const event of events)
    await (given['json'] ? io.json(`${JSON.stringify(event)}\n`) : io.out(`${eventText(event, io.language)}\n`));
}
