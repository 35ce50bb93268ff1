import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'web/**/*.test.{ts,tsx}', 'migrations/*.test.ts'],
    globalSetup: ['test/given/cluster.ts'],
    pool: 'forks',
    maxWorkers: 4,
    // No module of ours holds state, and loading the house anew for each file cost a third of the run.
    isolate: false,
    // A machine that takes memory away and gives it back, or that others have overbooked, stands still for half a minute and then goes on at a
    // fifth of its pace. No test is about time (`bench/` is): how long one waits only says when it gives up. So no file has limits of its own,
    // but for what takes minutes by itself.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 120_000 } },
  },
});
