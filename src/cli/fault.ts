import type { Language } from '../model/catalogue.js';
import { GoujiError } from '../model/error.js';
import { exit, type Exit } from './exit.js';

/** What a person and the shell are told when a command cannot go on. A stack is shown only to those who ask with GOUJI_DEBUG=1. */
export function faultOf(error: unknown, language: Language): { readonly message: string; readonly exit: Exit } {
  const stack = process.env['GOUJI_DEBUG'] === '1' && error instanceof Error ? `\n${error.stack ?? ''}` : '';
  if (error instanceof GoujiError) return { message: error.say(language) + stack, exit: exitOf(error.code) };
  if (isOutOfFiles(error)) {
    const fault = new GoujiError('OPEN_FILES_LIMIT', { reason: error.code });
    return { message: fault.say(language) + stack, exit: exit.usage };
  }
  const reason = error instanceof Error ? `${error.name}: ${error.message.split('\n')[0]}` : String(error);
  const ours = new GoujiError('INTERNAL', { reason, file: '-' });
  return { message: ours.say(language) + stack, exit: exit.defect };
}

/** The system lets a process, or all of them together, open only so many files: no fault of the file that was one too many. */
const isOutOfFiles = (error: unknown): error is Error & { readonly code: 'EMFILE' | 'ENFILE' } =>
  error instanceof Error && 'code' in error && (error.code === 'EMFILE' || error.code === 'ENFILE');

function exitOf(code: string): Exit {
  if (code.startsWith('STORE_')) return exit.store;
  if (code.startsWith('FILE_')) return exit.nothingRead;
  return code === 'INTERNAL' ? exit.defect : exit.usage;
}
