import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'web/**/*.test.{ts,tsx}', 'migrations/*.test.ts'],
    globalSetup: ['test/given/cluster.ts'],
    pool: 'forks',
    maxWorkers: 4,
    // No module of ours holds state, and loading the house anew for each file cost a third of the run.
    isolate: false,
    testTimeout: 150_000,
    hookTimeout: 150_000,
    // As patient as a page is in the browser tests: a machine that takes memory away and gives it back stands still for half a minute. No test
    // is about time (`bench/` is); how long one waits only says when it gives up.
    expect: { poll: { timeout: 90_000 } },
  },
});
