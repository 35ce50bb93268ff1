/** Lists of chip UIDs as the store packs them, computed: in no order within a delivery, those of all deliveries among one another. */
import { BLOCK_PLACES, PAGE_ENTRIES } from '../../src/cards/blank/delivery/uid-sql.ts';
import { ENTRY_BYTES, UID_BYTES } from '../../src/cards/blank/delivery/uid.ts';
import { int4, int8 } from './copy-rows.ts';

/** So many blanks has each delivery. */
export const DELIVERY = 500_000;
const STRIDE = 368_787;
/** What STRIDE has to be multiplied with to be 1 modulo DELIVERY. */
const BACK = (() => {
  for (let n = 1; n < DELIVERY; n++) if ((n * STRIDE) % DELIVERY === 1) return n;
  throw new Error('the stride does not reach every serial');
})();
const GAP = 65_536;
const UID_HIGH = 0x04_00_00;

/** The UID of the blank that lies so far above the lowest of the n-th delivery. */
export function uidAt(delivery: number, above: number): bigint {
  return (BigInt(UID_HIGH) << 32n) + BigInt(((above * STRIDE) % DELIVERY) * GAP + delivery * 97);
}

/** So many deliveries' lists are sorted together: the last run of the store has room for one more, at nearly the most that it may be. */
export const RUN = 15;

/** Rows of `blank.uid_page (run, page, first_uid, entries)` for deliveries from the n-th on. */
export function* uidPages(run: number, from: number, count: number): Generator<Buffer[]> {
  const all = DELIVERY * count;
  for (let first = 0, page = 0; first < all; first += PAGE_ENTRIES, page++) {
    const entries = Buffer.allocUnsafe(ENTRY_BYTES * Math.min(PAGE_ENTRIES, all - first));
    for (let at = 0, n = first; at < entries.length; at += ENTRY_BYTES, n++) {
      const [rank, nth] = [Math.floor(n / count), n % count];
      const offset = rank * GAP + (from + nth) * 97;
      entries.writeUIntBE(UID_HIGH + Math.floor(offset / 2 ** 32), at, 3);
      entries.writeUInt32BE(offset % 2 ** 32, at + 3);
      entries.writeUInt32BE(nth * DELIVERY + ((rank * BACK) % DELIVERY), at + UID_BYTES);
    }
    const offset = Math.floor(first / count) * GAP + (from + (first % count)) * 97;
    yield [int4(run), int4(page), int8((BigInt(UID_HIGH) << 32n) + BigInt(offset)), entries];
  }
}

/** Rows of `blank.uid_place (run, block, pages)`. */
export function* uidPlaces(run: number, count: number): Generator<Buffer[]> {
  const all = DELIVERY * count;
  for (let from = 0; from < all; from += BLOCK_PLACES) {
    const pages = Buffer.allocUnsafe(3 * Math.min(BLOCK_PLACES, all - from));
    for (let at = 0, serial = from; at < pages.length; at += 3, serial++) {
      const rank = ((serial % DELIVERY) * STRIDE) % DELIVERY;
      pages.writeUIntBE(Math.floor((rank * count + Math.floor(serial / DELIVERY)) / PAGE_ENTRIES), at, 3);
    }
    yield [int4(run), int4(from / BLOCK_PLACES), pages];
  }
}
