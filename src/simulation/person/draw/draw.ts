/** Two 32-bit numbers into one, well mixed (the finaliser of MurmurHash3). Pure: the same in every process. */
export function mix(a: number, b: number): number {
  let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35);
  h ^= h >>> 16;
  h = Math.imul(h, 0x7feb352d);
  h ^= h >>> 15;
  h = Math.imul(h, 0x846ca68b);
  return (h ^ (h >>> 16)) | 0;
}

/** A seed as text into 32 bits. */
export function seedOf(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return mix(h, text.length);
}

/** A stream of draws (mulberry32). One die is shaken anew for each person, so nobody's luck depends on a neighbour's. */
export interface Die {
  state: number;
}

/** A number 0 <= x < 1. */
export function roll(die: Die): number {
  const s = (die.state + 0x6d2b79f5) | 0;
  die.state = s;
  let t = Math.imul(s ^ (s >>> 15), 1 | s);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}

/** A whole number 0 <= x < n. */
export function below(die: Die, n: number): number {
  return Math.floor(roll(die) * n);
}

export function pick<T>(die: Die, from: readonly T[]): T {
  return from[Math.floor(roll(die) * from.length)]!;
}

/** Shares (which need not add up to one) made ready to draw from: the sums up to each, as parts of one. */
export function sharesOf(parts: readonly number[]): Float64Array {
  const total = parts.reduce((sum, part) => sum + part, 0);
  let sum = 0;
  return Float64Array.from(parts, (part) => (sum += part) / total);
}

/** The index of a share, drawn. */
export function pickShare(die: Die, shares: Float64Array): number {
  const at = roll(die);
  const last = shares.length - 1;
  let i = 0;
  while (i < last && shares[i]! <= at) i++;
  return i;
}
