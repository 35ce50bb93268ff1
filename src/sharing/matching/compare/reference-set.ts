/**
 * References of a file that were seen before, as 53 bits of a hash each: ten million take 256 MB at most and nothing else grows with
 * the file. Two different ones are taken for one once in two hundred files of ten million rows.
 */
export interface ReferenceSet {
  /** Whether it is new; from now on it is known. */
  add(reference: string): boolean;
}

const FULL = 0.7;

export function referenceSet(): ReferenceSet {
  // 0 is an empty place, which no hash is.
  let places = new Float64Array(1 << 12);
  let size = 0;

  function put(hash: number): boolean {
    const mask = places.length - 1;
    let at = hash % places.length;
    for (;;) {
      const there = places[at]!;
      if (there === hash) return false;
      if (there === 0) break;
      at = (at + 1) & mask;
    }
    places[at] = hash;
    return true;
  }

  return {
    add(reference) {
      if (size > FULL * places.length) {
        const before = places;
        places = new Float64Array(before.length * 2);
        for (const hash of before) if (hash !== 0) put(hash);
      }
      const fresh = put(hash53(reference));
      if (fresh) size += 1;
      return fresh;
    },
  };
}

/** cyrb53: two 32-bit multiplicative hashes; fast, even, and no secret. */
export function hash53(text: string, seed = 0): number {
  let one = 0xdeadbeef ^ seed;
  let other = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i++) {
    const letter = text.charCodeAt(i);
    one = Math.imul(one ^ letter, 2654435761);
    other = Math.imul(other ^ letter, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return 4294967296 * (2097151 & other) + (one >>> 0) || 1;
}
