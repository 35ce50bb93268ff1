/**
 * The NIKs of one file and the row in which each came first: a hash table of 12 bytes a slot in three typed arrays (ten million
 * NIKs take 240 MB; a Map of strings would take a gigabyte).
 */
export interface SeenNiks {
  /** Gives the row in which this NIK came first, or 0 when it is new and is now remembered with `row` (from 1). */
  first(nik: string, row: number): number;
  readonly size: number;
}

export function seenNiks(slots = 1 << 16): SeenNiks {
  let capacity = slots;
  let high = new Uint32Array(capacity);
  let low = new Uint32Array(capacity);
  let rows = new Uint32Array(capacity);
  let size = 0;

  // The low bits of a product know only the low bits of its factors: mixed once more before the mask.
  function slotOf(left: number, right: number): number {
    const product = Math.imul(left ^ (left >>> 15), 2654435761) ^ Math.imul(right, 1597334677);
    return Math.imul(product ^ (product >>> 15), 2246822507) >>> 4;
  }

  /** The slot of the pair, or the first free one. */
  function find(left: number, right: number): number {
    let slot = slotOf(left, right) & (capacity - 1);
    while (rows[slot] !== 0 && (high[slot] !== left || low[slot] !== right)) slot = (slot + 1) & (capacity - 1);
    return slot;
  }

  function grow(): void {
    const old = { high, low, rows };
    capacity *= 2;
    high = new Uint32Array(capacity);
    low = new Uint32Array(capacity);
    rows = new Uint32Array(capacity);
    for (let i = 0; i < old.rows.length; i++) {
      if (old.rows[i] === 0) continue;
      const slot = find(old.high[i]!, old.low[i]!);
      high[slot] = old.high[i]!;
      low[slot] = old.low[i]!;
      rows[slot] = old.rows[i]!;
    }
  }

  return {
    get size() {
      return size;
    },
    first(nik, row) {
      // Eight digits each: both halves fit 32 bits, the whole would not fit a double.
      const left = Number(nik.slice(0, 8));
      const right = Number(nik.slice(8));
      const slot = find(left, right);
      if (rows[slot] !== 0) return rows[slot]!;
      high[slot] = left;
      low[slot] = right;
      rows[slot] = row;
      size += 1;
      if (size * 2 > capacity) grow();
      return 0;
    },
  };
}
