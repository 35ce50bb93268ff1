/** Codes of an application (RFC 6238: HMAC-SHA-1, six digits, half a minute), as every such application makes them. Pure. */
import { createHmac, timingSafeEqual } from 'node:crypto';

export const SECRET_BYTES = 20;
const STEP_SECONDS = 30;
/** A step before and after: clocks differ, and people type slowly. */
const DRIFT = [0, -1, 1] as const;

export function stepAt(now: Date): number {
  return Math.floor(now.getTime() / 1000 / STEP_SECONDS);
}

/** RFC 4226 section 5.3. */
export function codeAt(secret: Buffer, step: number): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(message).digest();
  const at = mac[19]! & 0xf;
  return String((mac.readUInt32BE(at) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
}

/** The step of which this is the code, later than the last one that was used; `null` for a wrong or a used one. */
export function stepOf(secret: Buffer, code: string, given: { now: Date; after: number }): number | null {
  const here = stepAt(given.now);
  for (const drift of DRIFT) {
    const step = here + drift;
    if (step > given.after && same(codeAt(secret, step), code)) return step;
  }
  return null;
}

const same = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648 section 6, as applications take secrets. */
export function base32(bytes: Buffer): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  return bits.replaceAll(/.{1,5}/g, (five) => LETTERS[Number.parseInt(five.padEnd(5, '0'), 2)]!);
}

/** What applications read from a QR code. */
export function totpAddress(secret: Buffer, mail: string): string {
  const label = encodeURIComponent(`Jatidiri:${mail}`);
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=Jatidiri`;
}
