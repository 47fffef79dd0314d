import { defineConfig } from 'vitest/config';

/** The suite that drives a real browser: needs Chromium (see CONTRIBUTING.md), so `npm test` leaves it out. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    setupFiles: ['test/support/refuse-parallel-queries.ts'],
    pool: 'forks',
    // Each file has a stand-in, a database and a browser of its own, which mostly wait for each other.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    teardownTimeout: 10_000,
    dangerouslyIgnoreUnhandledErrors: false,
  },
});
