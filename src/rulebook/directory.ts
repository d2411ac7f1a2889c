import { fileURLToPath } from 'node:url';

/** The rules that gouji ships with: the same folder whether it runs from src/ or from dist/. */
export const rulesDirectory: string = fileURLToPath(new URL('../../rules/', import.meta.url));
