export { parseNumber, recognizeQuantities } from './recognize/recognize.js';
