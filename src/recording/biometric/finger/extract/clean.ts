/**
 * Takes out of a skeleton what is no minutia: pores that part a ridge, spurs at its side, pieces too short to be one, and gaps that dirt or a dry
 * skin made. (Classes of false minutiae as in Xiao, Raafat 1991; Farina, Kovács-Vajna, Leone 1999.)
 */
import { bridge, cut, joinThrough, lengthOf, otherEnd, pointFrom, type Node, type Ridge } from './skeleton.ts';

/** All lengths in distances between ridges. */
const SHORTEST_SPUR = 1.4;
const SHORTEST_PIECE = 1.4;
const LONGEST_LAKE = 3.2;
const LONGEST_GAP = 1.8;
const SHORT_GAP = 0.7;
/** How far behind its end the direction of a ridge is looked at. */
const BACK = 1.5;
/** Cosines of how far the ends of a gap may be turned away from it. */
const GAP_TURN = Math.cos((35 * Math.PI) / 180);
const SHORT_GAP_TURN = Math.cos((60 * Math.PI) / 180);

export function clean(nodes: readonly Node[], period: number): void {
  closeLakes(nodes, LONGEST_LAKE * period);
  closeGaps(nodes, period);
  takeSpurs(nodes, SHORTEST_SPUR * period);
  takePieces(nodes, SHORTEST_PIECE * period);
}

/** Two short ridges between the same two forks are one. */
function closeLakes(nodes: readonly Node[], longest: number): void {
  for (const node of nodes) {
    if (node.ridges.length !== 3) continue;
    for (const one of node.ridges) {
      const far = otherEnd(one, node);
      const other = node.ridges.find((each) => each !== one && otherEnd(each, node) === far);
      if (far === node || !other || far.ridges.length !== 3) continue;
      if (lengthOf(one) > longest || lengthOf(other) > longest) continue;
      cut(lengthOf(one) >= lengthOf(other) ? one : other);
      joinThrough(node);
      joinThrough(far);
      break;
    }
  }
}

function takeSpurs(nodes: readonly Node[], shortest: number): void {
  // The shortest first: where two spurs make a fork, one of them is the ridge.
  const spurs = nodes
    .filter(({ ridges }) => ridges.length === 1)
    .map((node) => ({ node, ridge: node.ridges[0]! }))
    .filter(({ ridge }) => lengthOf(ridge) < shortest)
    .toSorted((a, b) => lengthOf(a.ridge) - lengthOf(b.ridge));
  for (const { node } of spurs) {
    const ridge = node.ridges[0];
    if (!ridge || node.ridges.length !== 1 || lengthOf(ridge) >= shortest) continue;
    const fork = otherEnd(ridge, node);
    if (fork.ridges.length < 3) continue;
    cut(ridge);
    joinThrough(fork);
  }
}

function takePieces(nodes: readonly Node[], shortest: number): void {
  for (const node of nodes) {
    const [ridge] = node.ridges;
    if (node.ridges.length !== 1 || !ridge) continue;
    const far = otherEnd(ridge, node);
    if (far !== node && far.ridges.length === 1 && lengthOf(ridge) < shortest) cut(ridge);
  }
}

interface Gap {
  readonly one: Node;
  readonly other: Node;
  readonly length: number;
}

/** Ends that look at one another over a short way are joined, the nearest first. */
function closeGaps(nodes: readonly Node[], period: number): void {
  const ends = nodes.filter(({ ridges }) => ridges.length === 1);
  const longest = LONGEST_GAP * period;
  const side = Math.max(1, longest);
  const boxes = new Map<string, Node[]>();
  const box = (x: number, y: number) => `${Math.floor(x / side)},${Math.floor(y / side)}`;
  for (const end of ends) {
    const key = box(end.x, end.y);
    const there = boxes.get(key);
    if (there) there.push(end);
    else boxes.set(key, [end]);
  }
  const gaps: Gap[] = [];
  for (const one of ends)
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        for (const other of boxes.get(box(one.x + dx * side, one.y + dy * side)) ?? []) {
          if (one.y > other.y || (one.y === other.y && one.x >= other.x)) continue;
          const length = Math.hypot(one.x - other.x, one.y - other.y);
          if (length <= longest && faces(one, other, length, period)) gaps.push({ one, other, length });
        }
  for (const { one, other } of gaps.toSorted((a, b) => a.length - b.length)) {
    if (one.ridges.length !== 1 || other.ridges.length !== 1) continue;
    // The two ends of one short piece make no ring.
    if (one.ridges[0] === other.ridges[0]) continue;
    bridge(one, other);
    joinThrough(one);
    joinThrough(other);
  }
}

function faces(one: Node, other: Node, length: number, period: number): boolean {
  const least = length <= SHORT_GAP * period ? SHORT_GAP_TURN : GAP_TURN;
  const back = Math.round(BACK * period);
  return looksAt(one, other, back) >= least && looksAt(other, one, back) >= least;
}

/** The cosine between where an end goes and where another one lies. */
function looksAt(end: Node, at: Node, back: number): number {
  const [bx, by] = pointFrom(end.ridges[0] as Ridge, end, back);
  const [fx, fy] = [end.x - bx, end.y - by];
  const [gx, gy] = [at.x - end.x, at.y - end.y];
  return (fx * gx + fy * gy) / (Math.hypot(fx, fy) * Math.hypot(gx, gy) + 1e-9);
}
