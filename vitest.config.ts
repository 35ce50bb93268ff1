import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'web/**/*.test.{ts,tsx}', 'migrations/*.test.ts'],
    globalSetup: ['test/given/cluster.ts'],
    pool: 'forks',
    maxWorkers: 3,
    // No module of ours holds state, and loading the house anew for each file cost a third of the run.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // As patient as a page is in the browser tests: on a busy machine a second is nothing.
    expect: { poll: { timeout: 8_000 } },
  },
});
