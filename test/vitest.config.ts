import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    // a command runs in a folder of its own, and threads would have none
    pool: 'forks',
    // modules keep nothing but caches: loaded once a process, they need not warm up for every file
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    setupFiles: ['test/setup.ts'],
  },
});
