import { configDefaults, defineConfig } from 'vitest/config';
import all from './vitest.config.js';

const folders = ['model', 'recognize', 'extract', 'relate', 'judge', 'report'];

/** The tests that start no process and read no whole report: what one runs after every change. */
export default defineConfig({
  test: {
    ...all.test,
    include: folders.map((folder) => `test/${folder}/**/*.test.ts`),
    exclude: [...configDefaults.exclude, '**/linear.test.ts'],
  },
});
