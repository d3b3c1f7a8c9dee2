import {defineConfig} from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/property-seed.ts'],
    // Against what hangs, not against what is slow: the longest test takes 80 s on two busy processors.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    expect: {poll: {timeout: 60_000}},
  },
});
