/**
 * Who belongs together: connected components, stronger links first, with a guard against chains. A joins B, B joins C: that A is
 * C must be said by the pairs between them, or one weak link would make one person of two. Pure.
 */
export interface Link {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

export interface Clusters {
  /** For each record that is linked, the smallest place of its cluster. */
  readonly clusterOf: ReadonlyMap<number, number>;
  /** Links that hold, and those that would have made a chain or joined what a trap keeps apart. */
  readonly kept: readonly Link[];
  readonly broken: readonly Link[];
}

/**
 * Two clusters become one when at least half of the pairs between them are links and none of them is kept apart (twins, brothers,
 * sisters). `apart` gives pairs that are surely two persons.
 */
export function clusters(links: readonly Link[], apart: Iterable<readonly [number, number]> = []): Clusters {
  const members = new Map<number, number[]>();
  const rootOf = new Map<number, number>();
  const linked = neighbours(links.map(({ a, b }) => [a, b] as const));
  const separate = neighbours(apart);
  const broken = new Set<Link>();
  const clusterAt = (record: number) => {
    const root = rootOf.get(record) ?? record;
    return { root, of: members.get(root) ?? [record] };
  };
  for (const link of links.toSorted((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b)) {
    const [one, other] = [clusterAt(link.a), clusterAt(link.b)];
    if (one.root === other.root) continue;
    if (!mayJoin(one.of, other.of, linked, separate)) {
      broken.add(link);
      continue;
    }
    const root = Math.min(one.root, other.root);
    const all = [...one.of, ...other.of];
    members.set(root, all);
    for (const record of all) rootOf.set(record, root);
  }
  // A link that was broken early may have come together by another way since.
  const holds = ({ a, b }: Link) => rootOf.has(a) && rootOf.get(a) === rootOf.get(b);
  return {
    clusterOf: rootOf,
    kept: links.filter((link) => !broken.has(link) || holds(link)),
    broken: links.filter((link) => broken.has(link) && !holds(link)),
  };
}

type Neighbours = ReadonlyMap<number, ReadonlySet<number>>;

function mayJoin(one: readonly number[], other: readonly number[], linked: Neighbours, separate: Neighbours): boolean {
  let links = 0;
  for (const a of one) {
    for (const b of other) {
      if (separate.get(a)?.has(b)) return false;
      if (linked.get(a)?.has(b)) links++;
    }
  }
  return links * 2 >= one.length * other.length;
}

function neighbours(pairs: Iterable<readonly [number, number]>): Neighbours {
  const found = new Map<number, Set<number>>();
  const add = (from: number, to: number) => {
    const known = found.get(from);
    if (known) known.add(to);
    else found.set(from, new Set([to]));
  };
  for (const [a, b] of pairs) {
    add(a, b);
    add(b, a);
  }
  return found;
}
