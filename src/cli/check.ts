import { say, type Code } from '../model/catalogue.js';
import { word } from '../model/words.js';
import { baselineOption, readBaseline } from './findings/baseline.js';
import type { Command } from './command.js';
import { exit } from './exit.js';
import { costOf, costOptions, failOn, failOnOption, rulesOption, text } from './given.js';

export const check: Command = {
  name: 'check',
  summary: { zh: '核对文件，不用数据库', en: 'check files, without a database' },
  usage: '<file...>',
  options: [
    { flags: '--json', about: { zh: '每个文件输出一行 Report', en: 'print one Report a line, in the order given' } },
    failOnOption('error'),
    baselineOption,
    rulesOption,
    ...costOptions,
  ],
  examples: [
    { command: 'check report.docx', about: { zh: '核对一份报告', en: 'check one report' } },
    { command: 'check --json report.docx budget.txt', about: { zh: '输出给其他程序', en: 'for another program' } },
    {
      command: 'check --fail-on warning report.docx',
      about: { zh: '有警告即以 1 退出', en: 'exit 1 on warnings too' },
    },
  ],
  async run(files, given, io) {
    const counts = await failOn(given, 'error', io);
    const cost = await costOf(given, io);
    const rules = text(given, 'rules');
    const { rulebookWith } = await import('../rulebook/user-rules.js');
    // rules of one's own that are wrong are told before anything is read; gouji's take a while, and mostly only those who read files need them
    if (rules !== undefined) rulebookWith(rules);
    const known = await readBaseline(text(given, 'baseline'));
    const { checkFiles } = await import('../pipeline/check-files.js');
    const { reportText } = await import('../report/report-text.js');
    const { messageIn } = await import('../rulebook/message-in.js');
    const message = given['json'] ? null : messageIn(io.language, () => rulebookWith(rules));
    const tally = { read: 0, unread: 0, defects: 0, found: 0 };
    for await (const checked of checkFiles(files, { ...cost, rules, signal: io.signal })) {
      if ('problem' in checked) {
        tally.unread++;
        io.err(`${say(checked.problem.code as Code, checked.problem.params, io.language)}\n`);
        continue;
      }
      const { report, path } = checked;
      if (report.state.startsWith('ok')) tally.read++;
      else tally.unread++;
      if (report.problems.some(({ code }) => code === 'INTERNAL')) tally.defects++;
      tally.found += report.findings.filter((it) => counts(it.severity) && !known?.(it, report)).length;
      if (message) await io.out(reportText(report, path, message, io.language));
      else await io.json(`${JSON.stringify(report)}\n`);
    }
    if (io.signal.aborted) return io.stoppedExit();
    if (tally.read === 0) {
      io.err(`${word('nothingFound', io.language)}\n`);
      return tally.defects > 0 ? exit.defect : exit.nothingRead;
    }
    if (tally.unread > 0) return exit.partial;
    return tally.found > 0 ? exit.findings : exit.done;
  },
};
