/** Chip UIDs: seven bytes (ISO/IEC 14443-3, double size), written as 14 hexadecimal digits. Pure. */
const PATTERN = /^[0-9A-F]{14}$/;
export const UID_BYTES = 7;
/** A UID and how far its serial lies above the batch's lowest. */
export const ENTRY_BYTES = UID_BYTES + 4;

/** The UID as readers show it (colons, blanks and small letters forgiven) as a number of 56 bits; `null` for anything else. */
export function parseUid(text: string): bigint | null {
  const plain = text.replaceAll(/[\s:-]/g, '').toUpperCase();
  return PATTERN.test(plain) ? BigInt(`0x${plain}`) : null;
}

/** `04A1B2C3D4E580`. */
export function uidText(uid: bigint): string {
  return uid.toString(16).toUpperCase().padStart(14, '0');
}

/** Finds a UID in a page of sorted entries; gives how far its serial lies above the batch's lowest, `null` when it is not there. */
export function findInPage(entries: Buffer, uid: bigint): number | null {
  let low = 0;
  let high = entries.length / ENTRY_BYTES - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = middle * ENTRY_BYTES;
    const here = (BigInt(entries.readUIntBE(at, 3)) << 32n) | BigInt(entries.readUInt32BE(at + 3));
    if (here === uid) return entries.readUInt32BE(at + UID_BYTES);
    if (here < uid) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}
