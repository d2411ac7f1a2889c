import { serialize } from 'node:v8';
import { problem, type Problem } from '../../model/problem.js';
import type { Report } from '../../model/report.js';
import { ParseFailure, type EndState } from '../../parse/failure.js';
import { Budget } from '../../parse/zip/inflate.js';
import type { ZipEntry } from '../../parse/zip/directory.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import { headOf, packReport, TooLarge } from '../../store/pack-report.js';
import type { ReportHead } from '../../store/store.js';
import { uncheckedIn } from '../coverage.js';
import { changed, Unreadable } from '../import/read-file.js';
import { reasonOf } from '../import/unreadable.js';
import { archiveOf, unfold, type Unfolded } from '../unfold.js';
import { failedReport } from './failed-report.js';
import { bytesOf, sha256Of, type Source } from './source.js';

export interface ToRead extends Source {
  /** The path as shown, and the name that the report and messages carry. */
  readonly shown: string;
  readonly file: string;
  /** Of the content as it was when it was last looked at; null where nobody has. */
  readonly sha256: string | null;
  /** False where its reading is not to come to a list of files. */
  readonly mayBeArchive: boolean;
}

/** Why there is no report of a file: it is an archive of several, it cannot be had, or not be unpacked. */
export type NoReport =
  | { readonly members: readonly Unfolded[] }
  | { readonly unreadable: string }
  | { readonly state: EndState; readonly problem: Problem };

/** A file as a page of HTML, or why it cannot be shown so. */
export type Shown = { readonly html: string } | Exclude<NoReport, { members: unknown }>;

/** What a member of an archive is, or why it cannot be unpacked. */
export type Hashed =
  { readonly sha256: string; readonly size: number } | { readonly state: EndState; readonly problem: Problem };

export interface Members {
  readonly archive: Omit<Source, 'within'>;
  readonly members: readonly { readonly file: string; readonly within: readonly ZipEntry[] }[];
}

export type Analyze = (bytes: Uint8Array, fileName: string) => Promise<Report>;
type Send = (part: Uint8Array) => void;

/** `seconds`: processor time of the process that read it. */
export interface PackedHead {
  readonly head: ReportHead;
  readonly seconds: number;
}

const inSystem = (error: unknown): boolean =>
  error instanceof Unreadable || (error instanceof Error && 'syscall' in error);

async function read(source: ToRead, analyze: Analyze): Promise<{ readonly report: Report } | NoReport> {
  const { shown: path, file, sha256 } = source;
  try {
    const bytes = await bytesOf(source);
    const archive = source.mayBeArchive ? archiveOf(bytes) : null;
    if (archive) {
      if (sha256 !== null && sha256Of(bytes) !== sha256) return { unreadable: changed };
      return { members: [...unfold(archive, { path, file })] };
    }
    const report = await analyze(bytes, file);
    return sha256 !== null && report.sha256 !== sha256 ? { unreadable: changed } : { report };
  } catch (error) {
    return failureOf(error, file);
  }
}

/** Why a file cannot be read. Throws what is a defect of ours. */
function failureOf(error: unknown, file: string): Exclude<NoReport, { members: unknown }> {
  if (error instanceof ParseFailure) return { state: error.state, problem: error.problem(file) };
  if (inSystem(error)) return { unreadable: reasonOf(error) };
  throw error;
}

/** Reads a file and prepares its report for the store, part by part. */
export async function readPacked(
  source: ToRead,
  analyze: Analyze,
  rulebook: Rulebook,
  send: Send,
): Promise<PackedHead | NoReport> {
  const before = process.cpuUsage();
  const seconds = (): number => {
    const { user, system } = process.cpuUsage(before);
    return Math.round((user + system) / 1000) / 1000;
  };
  const done = await read(source, analyze);
  if (!('report' in done)) return done;
  const { report } = done;
  try {
    const head = packReport(report, uncheckedIn(report, rulebook), send);
    return { head, seconds: seconds() };
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    const why = problem('LIMIT_EXCEEDED', { file: report.file, limit: error.limit, met: error.met });
    return { head: headOf(failedReport(report.file, report.sha256, 'limit_exceeded', why)), seconds: seconds() };
  }
}

/** Shows a file as a page of HTML, where it is a DOCX. */
export async function readHtml(source: ToRead): Promise<Shown> {
  try {
    const { docxAsHtml } = await import('../../parse/docx/as-html.js');
    return { html: await docxAsHtml(await bytesOf(source), source.file) };
  } catch (error) {
    return failureOf(error, source.file);
  }
}

const chunk = 1024 * 1024;

/** Reads a file and sends its whole report, cut into parts of one serialized value. */
export async function readWhole(
  source: ToRead,
  analyze: Analyze,
  send: Send,
): Promise<{ readonly done: true } | NoReport> {
  const done = await read(source, analyze);
  if (!('report' in done)) return done;
  const bytes = serialize(done.report);
  for (let at = 0; at < bytes.length; at += chunk) send(bytes.subarray(at, at + chunk));
  return { done: true };
}

/** Which contents an archive holds, in the order of the members given. */
export async function hashMembers({ archive, members }: Members): Promise<readonly Hashed[]> {
  const budget = new Budget();
  const hashed: Hashed[] = [];
  for (const { file, within } of members) {
    try {
      const bytes = await bytesOf({ ...archive, within }, budget);
      hashed.push({ sha256: sha256Of(bytes), size: bytes.length });
    } catch (error) {
      if (error instanceof ParseFailure) hashed.push({ state: error.state, problem: error.problem(file) });
      else if (inSystem(error)) {
        const why = problem('FILE_UNREADABLE', { path: file, reason: reasonOf(error) });
        hashed.push({ state: 'failed', problem: why });
      } else throw error;
    }
  }
  return hashed;
}
