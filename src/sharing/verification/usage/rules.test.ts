import { expect, test } from 'vitest';
import { bucketOf, noLatency, withinMs } from './rules.ts';

test('a share of the answers came within the end of the bucket that it reaches', () => {
  const latency = noLatency();
  for (const ms of [1, 2, 4, 9, 9, 9, 25, 25, 400, 9_000]) latency[bucketOf(ms)]! += 1;
  expect([withinMs(latency, 0.5), withinMs(latency, 0.8), withinMs(latency, 0.9), withinMs(latency, 1)]).toEqual([
    10,
    30,
    500,
    Infinity,
  ]);
  expect(withinMs(noLatency(), 0.5)).toBeNull();
});
