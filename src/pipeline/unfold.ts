import { problem, type Problem } from '../model/problem.js';
import { limitExceeded, ParseFailure, type EndState } from '../parse/failure.js';
import type { ZipEntry } from '../parse/zip/directory.js';
import type { Budget } from '../parse/zip/inflate.js';
import { zipLimits } from '../parse/zip/limits.js';
import { openReportArchive, type Member, type ReportArchive } from '../parse/zip/report-archive.js';
import { largestFile } from './import/read-file.js';
import { hasReportName, isShadow, kindOf } from './report-name.js';

/** Where a file stands: its path as shown (`/in/a.zip!/dir/b.docx`), and the name that its report and messages carry. */
export interface Location {
  readonly path: string;
  readonly file: string;
}

/** A file in an archive that may be a report. */
export interface Held extends Location {
  /** Of the unpacked file, as the archive claims. */
  readonly size: number;
  /** The entry that it is, after that of the archive in the archive where it lies in one. */
  readonly within: readonly ZipEntry[];
}

/** What became of a file in an archive, or of the archive itself, that is no report or cannot be had. */
interface Ended extends Location {
  readonly state: EndState | 'skipped' | 'ok' | 'ok_partial';
  readonly problem: Problem;
}

export type Unfolded = Held | Ended;

const within = ({ path, file }: Location, name: string): Location => ({
  path: `${path}!/${name}`,
  file: `${file}!/${name}`,
});

const baseName = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

const startsAsZip = (head: Uint8Array): boolean => head[0] === 0x50 && head[1] === 0x4b;

/** True for the first bytes of a PDF or of a ZIP, which may be a DOCX. */
const looksLikeReport = (head: Uint8Array): boolean =>
  startsAsZip(head) || new TextDecoder('latin1').decode(head).includes('%PDF-');

const isNamed = ({ name }: Member): boolean => hasReportName(name) && !isShadow(baseName(name));
const mayBeReport = (member: Member): boolean =>
  isNamed(member) || (!isShadow(baseName(member.name)) && looksLikeReport(member.peek(headLength)));
const headLength = 1024;

/** The archive that these bytes are, with reports in it; null for anything else, also for what a reader will refuse to open. */
export function archiveOf(bytes: Uint8Array): ReportArchive | null {
  try {
    const archive = openReportArchive(bytes);
    return archive && (archive.members.some(isNamed) || archive.members.some(mayBeReport)) ? archive : null;
  } catch (error) {
    if (error instanceof ParseFailure) return null;
    throw error;
  }
}

/** Where the walk through an archive is: how deep, in which entries, and how many files all of it may still name. */
interface Inside {
  readonly depth: number;
  readonly within: readonly ZipEntry[];
  readonly left: { files: number };
}

/**
 * The files of an archive one by one, those of archives in it too, and at last what to say of the archive itself. Only what
 * may be an archive is unpacked; one that cannot be costs no other.
 */
export function unfold(archive: ReportArchive, at: Location): Generator<Unfolded> {
  return unfoldAt(archive, at, { depth: 1, within: [], left: { files: zipLimits.entries } });
}

function* unfoldAt(archive: ReportArchive, at: Location, inside: Inside): Generator<Unfolded> {
  const { members, salvaged, budget } = archive;
  inside.left.files -= members.length;
  if (inside.left.files < 0) throw limitExceeded('ZIP entries', `> ${zipLimits.entries}`);
  for (const member of members) yield* unfoldMember(member, within(at, member.name), budget, inside);
  const said = { file: at.file, count: members.length };
  yield salvaged
    ? { ...at, state: 'ok_partial', problem: problem('ARCHIVE_DAMAGED', said) }
    : { ...at, state: 'ok', problem: problem('ARCHIVE_OPENED', said) };
}

function* unfoldMember(member: Member, at: Location, budget: Budget, inside: Inside): Generator<Unfolded> {
  const { path, file } = at;
  const entries = [...inside.within, member.entry];
  try {
    if (!mayBeReport(member)) {
      yield {
        ...at,
        state: 'skipped',
        problem: problem('PATH_SKIPPED', { path, kind: kindOf(baseName(member.name)) }),
      };
    } else if (member.size > largestFile) {
      const why = problem('FILE_TOO_LARGE', { file, bytes: member.size, limit: largestFile });
      yield { ...at, state: 'limit_exceeded', problem: why };
    } else if (mayBeArchive(member)) {
      const bytes = member.unpack();
      const inner = openReportArchive(bytes, budget);
      const depth = inside.depth + 1;
      if (inner === null) yield { ...at, size: bytes.length, within: entries };
      else if (depth <= zipLimits.nesting) yield* unfoldAt(inner, at, { ...inside, depth, within: entries });
      else throw limitExceeded('ZIP nesting', depth);
    } else {
      yield { ...at, size: member.size, within: entries };
    }
  } catch (error) {
    if (!(error instanceof ParseFailure)) throw error;
    yield { ...at, state: error.state, problem: error.problem(file) };
  }
}

/** True for a ZIP that no name says to be a document. */
const mayBeArchive = ({ name, peek }: Member): boolean =>
  (/\.zip$/i.test(name) || !hasReportName(name)) && startsAsZip(peek(2));
