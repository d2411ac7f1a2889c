export { queryDatabase, type QueryAnswer } from './sqlite/query.js';
