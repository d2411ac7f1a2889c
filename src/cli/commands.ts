import { check } from './check.js';
import type { Command } from './command.js';
import { compareCommand } from './compare.js';
import { coverage } from './coverage.js';
import { db } from './database/db.js';
import { doctor } from './doctor/doctor.js';
import { explain } from './findings/explain.js';
import { exportCommand } from './export/export.js';
import { findings } from './findings/findings.js';
import { importCommand } from './import/import.js';
import { duplicates } from './ledger/duplicates.js';
import { errors } from './ledger/errors.js';
import { retry } from './ledger/retry.js';
import { status } from './ledger/status.js';
import { forget } from './people/forget.js';
import { pii } from './people/pii.js';
import { review } from './findings/review.js';
import { rules } from './rules.js';
import { schema } from './schema.js';
import { search } from './search.js';
import { serve } from './serve.js';
import { show } from './show.js';
import { sql } from './sql.js';
import { workpaper } from './workpaper/workpaper.js';

/** In the order in which help lists them. */
export const commands: readonly [Command, ...Command[]] = [
  importCommand,
  status,
  errors,
  retry,
  duplicates,
  check,
  compareCommand,
  findings,
  coverage,
  explain,
  review,
  serve,
  workpaper,
  exportCommand,
  sql,
  search,
  show,
  rules,
  schema,
  pii,
  forget,
  db,
  doctor,
];
