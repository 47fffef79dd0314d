import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The first needs Chromium (npm run test:browser), the second takes minutes (npm run test:fault).
    exclude: [...configDefaults.exclude, 'test/browser/**', 'test/fault/**'],
    globalSetup: ['test/support/global-setup.ts'],
    setupFiles: ['test/support/refuse-parallel-queries.ts'],
    pool: 'forks',
    // Files share a process, and so what they import: loading Bolt, Prisma and their like anew takes longer than most
    // tests. No test mocks a module or leaves anything behind, so they do not notice.
    isolate: false,
    // One more than the two cores of the smallest machine: tests also wait, for the database, the stand-in, the pace of posts.
    maxWorkers: 3,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    teardownTimeout: 10_000,
    // An unhandled rejection anywhere fails the run.
    dangerouslyIgnoreUnhandledErrors: false,
    restoreMocks: true,
  },
});
