export { ExportFile } from './sqlite/export-file.js';
