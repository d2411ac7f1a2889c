export { queryDatabase, type QueryAnswer, type QueryValue } from './sqlite/query.js';
