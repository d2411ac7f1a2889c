export { forgetDocument } from './sqlite/maintain/forget.js';
export { backupDatabase } from './sqlite/maintain/backup.js';
export { inspectDatabase, type Inspected } from './sqlite/maintain/inspect.js';
export { databaseStats } from './sqlite/maintain/stats.js';
