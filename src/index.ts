export { analyze, type AnalyzeOptions } from './pipeline/analyze.js';
export { importFiles } from './pipeline/import/import-files.js';
export { parseNumber, recognizeQuantities } from './recognize/recognize.js';
export { openStore } from './store/open-store.js';
export type { Quantity, QuantityKind } from './model/quantity.js';
export type { Report } from './model/report.js';
export type { Store } from './store/store.js';
