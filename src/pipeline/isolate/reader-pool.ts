import pLimit from 'p-limit';
import { GoujiError } from '../../model/error.js';
import { problem } from '../../model/problem.js';
import type { Report } from '../../model/report.js';
import { failedReport } from './failed-report.js';
import { defaultLimits, type Answer, type Limits } from './messages.js';
import { Reader, readerScript, type Reading } from './reader.js';

/** The pool was stopped before the file was read. */
export class Stopped extends Error {}

/**
 * Analyses files in child processes, so that a crash, a hang or a bomb costs that file and nothing else: it becomes a report
 * that says so. A process that dies is tried once more, since it may have been killed from outside.
 */
export class ReaderPool {
  readonly #limits: Limits;
  readonly #idle: Reader[];
  readonly #all: readonly Reader[];
  readonly #limit: ReturnType<typeof pLimit>;
  #stopped = false;

  /** `rules`: a folder of rules besides gouji's own. */
  constructor(jobs: number, limits: Limits = defaultLimits, script: string = readerScript, rules?: string) {
    this.#limits = limits;
    this.#all = Array.from({ length: jobs }, () => new Reader(limits, script, rules));
    this.#idle = [...this.#all];
    this.#limit = pLimit(jobs);
  }

  /** Rejects only with Stopped and with faults that concern every file: no reader can run here, a rule does not load. */
  read(bytes: Uint8Array, fileName: string): Promise<Report> {
    return this.#limit(async () => {
      const reader = this.#idle.pop();
      if (this.#stopped || !reader) throw new Stopped();
      try {
        let reading = await reader.read({ bytes, fileName });
        if (reading.end === 'died' && !this.#stopped) reading = await reader.read({ bytes, fileName });
        return this.#report(reading, bytes, fileName);
      } finally {
        this.#idle.push(reader);
      }
    });
  }

  stop(): void {
    this.#stopped = true;
    for (const reader of this.#all) reader.stop();
  }

  #report(reading: Reading, bytes: Uint8Array, file: string): Report {
    if (reading.end === 'answered') return this.#answered(reading.reply.answer, bytes, file);
    if (reading.end === 'stopped' || this.#stopped) throw new Stopped();
    const { seconds, megabytes } = this.#limits;
    switch (reading.end) {
      case 'unfit':
        throw new GoujiError('INTERNAL', { reason: reading.reason, file });
      case 'time':
        return failedReport(file, bytes, 'limit_exceeded', problem('TIME_EXCEEDED', { file, seconds }));
      case 'memory':
        return failedReport(file, bytes, 'limit_exceeded', problem('MEMORY_EXCEEDED', { file, megabytes }));
      case 'died':
        return failedReport(file, bytes, 'failed', problem('READER_DIED', { file, reason: reading.reason }));
    }
  }

  #answered(answer: Answer, bytes: Uint8Array, file: string): Report {
    if ('report' in answer) return answer.report;
    if ('fault' in answer) throw new GoujiError(answer.fault.code, answer.fault.params);
    const reason = process.env['GOUJI_DEBUG'] === '1' ? answer.defect : (answer.defect.split('\n')[0] ?? '');
    return failedReport(file, bytes, 'failed', problem('INTERNAL', { file, reason }));
  }
}
