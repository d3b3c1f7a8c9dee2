import {defineConfig} from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Real extracts are read in hooks; a busy machine needs its time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
