export { miniature as documentOf, type Given } from '../src/pipeline/miniature.js';
