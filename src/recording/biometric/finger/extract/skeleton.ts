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
export function readSkeleton({ width, set }: Bits): Node[] {
  const offsets = around(width);
  const nodes: Node[] = [];
  // By pixel: the number of its node, from 1 on; what it is; in which walk it was passed. Of a print there are thousands, so no sets and maps.
  const nodeAt = new Int32Array(set.length);
  const kind = kindsOf(set, offsets);
  const passed = new Int32Array(set.length);
  const xOf = (at: number) => (at % width) - 1;
  const yOf = (at: number) => Math.floor(at / width) - 1;

  function place(pixels: readonly number[]): void {
    const middle = pixels[pixels.length >> 1]!;
    nodes.push({ x: xOf(middle), y: yOf(middle), ridges: [] });
    for (const pixel of pixels) nodeAt[pixel] = nodes.length;
  }
  for (let at = 0; at < set.length; at++) if (kind[at] === END) place([at]);
  // Forks that touch are one.
  for (let at = 0; at < set.length; at++)
    if (kind[at] === FORK && nodeAt[at] === 0) place(clusterOf(at, kind, offsets));

  const walked = new Uint8Array(set.length);
  let walks = 0;
  for (let from = 0; from < set.length; from++) {
    const node = nodeAt[from]!;
    if (node === 0) continue;
    for (const offset of offsets) {
      const first = from + offset;
      if (!set[first] || walked[first]) continue;
      const direct = nodeAt[first]!;
      if (direct === 0) walk(node, from, first);
      // Node beside node, with nothing between; once for the two.
      else if (direct !== node && from < first) {
        const [one, other] = [nodes[node - 1]!, nodes[direct - 1]!];
        link(one, other, [one.x, other.x], [one.y, other.y]);
      }
    }
  }
  return nodes;

  function walk(node: number, from: number, first: number): void {
    const start = nodes[node - 1]!;
    const [xs, ys] = [[start.x], [start.y]];
    let [before, at] = [from, first];
    walks += 1;
    for (let steps = 1; ; steps++) {
      walked[at] = 1;
      passed[at] = walks;
      xs.push(xOf(at));
      ys.push(yOf(at));
      let next = -1;
      let end = 0;
      for (const offset of offsets) {
        const to = at + offset;
        if (!set[to] || to === before || passed[to] === walks) continue;
        const there = nodeAt[to]!;
        if (there === 0) next = to;
        // Beside where it began a ridge has not come back yet.
        else if (there !== node || steps > 2) end = there;
      }
      if (end > 0) {
        const last = nodes[end - 1]!;
        xs.push(last.x);
        ys.push(last.y);
        link(start, last, xs, ys);
        return;
      }
      if (next < 0) return;
      [before, at] = [at, next];
    }
  }
}

const [END, FORK] = [1, 2];

/** What each pixel is: an end, part of a fork, or 0. */
function kindsOf(set: Uint8Array, offsets: readonly number[]): Uint8Array {
  const kind = new Uint8Array(set.length);
  for (let at = 0; at < set.length; at++) {
    if (!set[at]) continue;
    let neighbours = 0;
    for (const offset of offsets) neighbours += set[at + offset]!;
    if (neighbours >= 3) kind[at] = FORK;
    else if (neighbours <= 1) kind[at] = END;
  }
  return kind;
}

function clusterOf(fork: number, kind: Uint8Array, offsets: readonly number[]): number[] {
  const cluster = [fork];
  for (let n = 0; n < cluster.length; n++)
    for (const offset of offsets) {
      const next = cluster[n]! + offset;
      if (kind[next] === FORK && !cluster.includes(next)) cluster.push(next);
    }
  return cluster;
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
