import type { Language } from '../model/catalogue.js';
import { GoujiError } from '../model/error.js';
import { refusalOf } from '../model/refused.js';
import { exit, type Exit } from './exit.js';

/** What a person and the shell are told when a command cannot go on. A stack is shown only to those who ask with GOUJI_DEBUG=1. */
export function faultOf(error: unknown, language: Language): { readonly message: string; readonly exit: Exit } {
  const stack = process.env['GOUJI_DEBUG'] === '1' && error instanceof Error ? `\n${error.stack ?? ''}` : '';
  if (error instanceof GoujiError) return { message: error.say(language) + stack, exit: exitOf(error.code) };
  const reason = error instanceof Error ? `${error.name}: ${error.message.split('\n')[0]}` : String(error);
  const refused = refusalOf(error);
  const told =
    refused === null
      ? new GoujiError('INTERNAL', { reason, file: '-' })
      : new GoujiError('SYSTEM_REFUSED', { reason: refused });
  return { message: told.say(language) + stack, exit: exitOf(told.code) };
}

const exits: Readonly<Record<string, Exit>> = {
  INTERNAL: exit.defect,
  OUTPUT_LOST: exit.outputLost,
  FOLDER_GONE: exit.refused,
  SYSTEM_REFUSED: exit.refused,
};

function exitOf(code: string): Exit {
  if (code.startsWith('STORE_')) return exit.store;
  if (code.startsWith('FILE_')) return exit.nothingRead;
  return exits[code] ?? exit.usage;
}
