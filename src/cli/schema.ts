import type { Command } from './command.js';
import { exit } from './exit.js';

export const schema: Command = {
  name: 'schema',
  summary: { zh: '输出 Report 的 JSON Schema', en: 'print the JSON Schema of a Report' },
  usage: '',
  options: [],
  examples: [
    { command: 'schema', about: { zh: '检验 check --json 的输出', en: 'to validate what check --json prints' } },
  ],
  async run(_none, _given, io) {
    const { z } = await import('zod');
    const { reportSchema } = await import('../model/report.js');
    await io.out(`${JSON.stringify(z.toJSONSchema(reportSchema), null, 2)}\n`);
    return exit.done;
  },
};
