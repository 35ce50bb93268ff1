import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clusters, type Link } from './cluster.ts';

const link = (a: number, b: number, weight = 10): Link => ({ a, b, weight });

describe('clusters', () => {
  test('records that are all linked to one another are one person', () => {
    const { clusterOf, broken } = clusters([link(1, 2), link(2, 3), link(1, 3), link(7, 9)]);
    expect([1, 2, 3].map((record) => clusterOf.get(record))).toEqual([1, 1, 1]);
    expect([7, 9].map((record) => clusterOf.get(record))).toEqual([7, 7]);
    expect(broken).toEqual([]);
  });

  test('three records of which one pair was never compared are still one person', () => {
    expect(clusters([link(1, 2), link(2, 3)]).broken).toEqual([]);
  });

  test('one weak link does not make one person of two', () => {
    const { clusterOf, broken } = clusters([link(1, 2, 40), link(3, 4, 40), link(2, 3, 12)]);
    expect(broken).toEqual([link(2, 3, 12)]);
    expect(clusterOf.get(1)).toBe(1);
    expect(clusterOf.get(4)).toBe(3);
  });

  test('twins stay apart, even when a third record is like both', () => {
    const { kept, broken } = clusters([link(1, 2, 30), link(2, 3, 20)], [[1, 3]]);
    expect(kept).toEqual([link(1, 2, 30)]);
    expect(broken).toEqual([link(2, 3, 20)]);
  });

  test('a link is kept or broken; what is kept lies in one cluster, what is apart never does', () => {
    const pair = fc.tuple(fc.nat(12), fc.nat(12)).filter(([a, b]) => a !== b);
    fc.assert(
      fc.property(fc.array(pair), fc.array(pair), (linked, apart) => {
        const links = linked.map(([a, b], i) => link(Math.min(a, b), Math.max(a, b), i));
        const { clusterOf, kept, broken } = clusters(links, apart);
        expect(kept.length + broken.length).toBe(links.length);
        for (const { a, b } of kept) expect(clusterOf.get(a)).toBe(clusterOf.get(b));
        for (const [a, b] of apart) {
          if (clusterOf.has(a)) expect(clusterOf.get(a)).not.toBe(clusterOf.get(b));
        }
      }),
    );
  });
});
