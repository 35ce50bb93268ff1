/** Lists of chip UIDs as the store packs them, computed: in no order within a delivery, those of all deliveries among one another. */
import { BLOCK_PLACES, PAGE_ENTRIES } from '../../src/cards/blank/delivery/sql.ts';
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

/** Rows of `blank.uid_page (batch_seq, page, first_uid, entries)`. */
export function* uidPages(batchSeq: number, delivery: number): Generator<Buffer[]> {
  for (let from = 0, page = 0; from < DELIVERY; from += PAGE_ENTRIES, page++) {
    const entries = Buffer.allocUnsafe(ENTRY_BYTES * Math.min(PAGE_ENTRIES, DELIVERY - from));
    for (let at = 0, rank = from; at < entries.length; at += ENTRY_BYTES, rank++) {
      const offset = rank * GAP + delivery * 97;
      entries.writeUIntBE(UID_HIGH + Math.floor(offset / 2 ** 32), at, 3);
      entries.writeUInt32BE(offset % 2 ** 32, at + 3);
      entries.writeUInt32BE((rank * BACK) % DELIVERY, at + UID_BYTES);
    }
    yield [int4(batchSeq), int4(page), int8((BigInt(UID_HIGH) << 32n) + BigInt(from * GAP + delivery * 97)), entries];
  }
}

/** Rows of `blank.uid_place (batch_seq, block, pages)`. */
export function* uidPlaces(batchSeq: number): Generator<Buffer[]> {
  for (let from = 0; from < DELIVERY; from += BLOCK_PLACES) {
    const pages = Buffer.allocUnsafe(3 * Math.min(BLOCK_PLACES, DELIVERY - from));
    for (let at = 0, above = from; at < pages.length; at += 3, above++)
      pages.writeUIntBE(Math.floor(((above * STRIDE) % DELIVERY) / PAGE_ENTRIES), at, 3);
    yield [int4(batchSeq), int4(from / BLOCK_PLACES), pages];
  }
}
