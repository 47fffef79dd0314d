import { defineConfig } from 'vitest/config';

/** The suites that kill, cut and flood things: minutes rather than seconds, so `npm test` leaves them out (test/fault/README.md). */
export default defineConfig({
  test: {
    include: ['test/fault/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    setupFiles: ['test/support/refuse-parallel-queries.ts'],
    pool: 'forks',
    // Each file has servers and processes of its own, which mostly wait for each other.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 60_000,
    teardownTimeout: 10_000,
    dangerouslyIgnoreUnhandledErrors: false,
  },
});
