import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { soundReport, spawned, write } from './gouji.js';

const fixture = fileURLToPath(new URL('../../fixtures/self-evaluation-sound/input', import.meta.url));

const places = [
  { TZ: 'America/New_York', LC_ALL: 'en_US.UTF-8' },
  { TZ: 'UTC', LC_ALL: 'C' },
  { TZ: 'Asia/Shanghai', LC_ALL: 'zh_CN.UTF-8' },
];

it('reads every format to the same last byte, whatever time zone and language the machine has', async () => {
  write('sound.txt', soundReport());
  const ends = [];
  for (const place of places)
    ends.push(
      await spawned(['check', '--json', '--lang', 'en', `${fixture}.docx`, `${fixture}.pdf`, 'sound.txt'], place),
    );
  const [first] = ends;
  const reports = (first?.out.trimEnd().split('\n') ?? []).map(
    (line) => JSON.parse(line) as { format: string; state: string },
  );
  expect(reports.map(({ format, state }) => `${format} ${state}`)).toEqual(['docx ok', 'pdf ok', 'text ok']);
  for (const end of ends) expect(end).toEqual(first);
});
