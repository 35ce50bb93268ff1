/** Lines of one pixel as ends, forks and the ridges between them. */
import { around, type Bits } from './thin.ts';

export interface Node {
  /** Pixels of the picture, without margin. */
  readonly x: number;
  readonly y: number;
  /** A ridge that begins and ends here stands twice. */
  readonly ridges: Ridge[];
}

export interface Ridge {
  start: Node;
  end: Node;
  /** From start to end, both among them. */
  xs: number[];
  ys: number[];
}

/** Reads thinned lines; a line that closes in itself and has no fork is left out: it has no end. */
export function readSkeleton(bits: Bits): Node[] {
  const { width, set } = bits;
  const offsets = around(width);
  const neighbours = (at: number): number[] => {
    const found: number[] = [];
    for (const offset of offsets) if (set[at + offset]) found.push(at + offset);
    return found;
  };
  const nodeAt = new Map<number, Node>();
  const nodes: Node[] = [];
  const forks = new Set<number>();
  const lone: number[] = [];
  for (let at = 0; at < set.length; at++) {
    if (!set[at]) continue;
    let n = 0;
    for (const offset of offsets) n += set[at + offset]!;
    if (n >= 3) forks.add(at);
    else if (n <= 1) lone.push(at);
  }
  const place = (pixels: readonly number[]): Node => {
    const middle = pixels[pixels.length >> 1]!;
    const node: Node = { x: (middle % width) - 1, y: Math.floor(middle / width) - 1, ridges: [] };
    nodes.push(node);
    for (const pixel of pixels) nodeAt.set(pixel, node);
    return node;
  };
  for (const at of lone) place([at]);
  // Forks that touch are one.
  for (const fork of forks) {
    if (nodeAt.has(fork)) continue;
    const cluster = [fork];
    const seen = new Set(cluster);
    for (let n = 0; n < cluster.length; n++)
      for (const next of neighbours(cluster[n]!))
        if (forks.has(next) && !seen.has(next)) {
          seen.add(next);
          cluster.push(next);
        }
    place(cluster);
  }
  const walked = new Set<number>();
  for (const [from, node] of nodeAt)
    for (const first of neighbours(from)) {
      const direct = nodeAt.get(first);
      if (direct === node || walked.has(first)) continue;
      if (direct) {
        // Node beside node, with nothing between; once for the two.
        if (from < first) link(node, direct, [node.x, direct.x], [node.y, direct.y]);
        continue;
      }
      walk(node, from, first);
    }

  function walk(node: Node, from: number, first: number): void {
    const [xs, ys] = [[node.x], [node.y]];
    let [before, at] = [from, first];
    const own = new Set<number>();
    for (;;) {
      walked.add(at);
      own.add(at);
      xs.push((at % width) - 1);
      ys.push(Math.floor(at / width) - 1);
      let next = -1;
      let end: Node | undefined;
      for (const offset of offsets) {
        const to = at + offset;
        if (!set[to] || to === before || own.has(to)) continue;
        const there = nodeAt.get(to);
        if (there && (there !== node || own.size > 2)) end = there;
        else if (!there) next = to;
      }
      if (end) {
        xs.push(end.x);
        ys.push(end.y);
        link(node, end, xs, ys);
        return;
      }
      if (next < 0) return;
      [before, at] = [at, next];
    }
  }
  return nodes;
}

function link(start: Node, end: Node, xs: number[], ys: number[]): void {
  const ridge: Ridge = { start, end, xs, ys };
  start.ridges.push(ridge);
  end.ridges.push(ridge);
}

export const lengthOf = ({ xs }: Ridge): number => xs.length;
export const otherEnd = ({ start, end }: Ridge, node: Node): Node => (start === node ? end : start);

/** The point so many pixels from a node along a ridge, or its far end. */
export function pointFrom(ridge: Ridge, node: Node, steps: number): readonly [number, number] {
  const { xs, ys, start } = ridge;
  const n = Math.min(steps, xs.length - 1);
  const at = start === node ? n : xs.length - 1 - n;
  return [xs[at]!, ys[at]!];
}

export function cut(ridge: Ridge): void {
  for (const node of [ridge.start, ridge.end]) {
    const at = node.ridges.indexOf(ridge);
    if (at >= 0) node.ridges.splice(at, 1);
  }
}

/** A straight ridge between two nodes. */
export function bridge(start: Node, end: Node): void {
  const steps = Math.max(Math.abs(end.x - start.x), Math.abs(end.y - start.y), 1);
  const line = (from: number, to: number) =>
    Array.from({ length: steps + 1 }, (_, n) => Math.round(from + ((to - from) * n) / steps));
  link(start, end, line(start.x, end.x), line(start.y, end.y));
}

/** Two ridges that meet where nothing else does are one. */
export function joinThrough(node: Node): void {
  const [one, other] = node.ridges;
  if (node.ridges.length !== 2 || !one || !other || one === other) return;
  const before = one.end === node ? one : reversed(one);
  const after = other.start === node ? other : reversed(other);
  cut(one);
  cut(other);
  link(before.start, after.end, [...before.xs, ...after.xs.slice(1)], [...before.ys, ...after.ys.slice(1)]);
}

const reversed = ({ start, end, xs, ys }: Ridge): Ridge => ({
  start: end,
  end: start,
  xs: xs.toReversed(),
  ys: ys.toReversed(),
});
