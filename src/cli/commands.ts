import { check } from './check.js';
import type { Command } from './command.js';
import { compareCommand } from './compare.js';
import { db } from './db.js';
import { findings } from './findings.js';
import { importCommand } from './import.js';
import { review } from './review.js';
import { rules } from './rules.js';
import { schema } from './schema.js';
import { search } from './search.js';
import { show } from './show.js';

/** In the order in which help lists them. */
export const commands: readonly [Command, ...Command[]] = [
  importCommand,
  check,
  compareCommand,
  findings,
  review,
  search,
  show,
  rules,
  schema,
  db,
];
