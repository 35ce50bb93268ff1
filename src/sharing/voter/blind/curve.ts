/**
 * Points of Curve25519 by their u-coordinate (RFC 7748), and their multiples by a key that never leaves its side. Multiplying first by one key
 * and then by another gives the same point either way round: so two sides can compare what neither shows. OpenSSL does the multiplying.
 */
import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hash,
  type KeyObject,
} from 'node:crypto';

export const POINT_BYTES = 32;
/** Of a point that is blinded twice; ten million of each side fall together once in two hundred thousand comparisons. */
export const KEPT_BYTES = 8;

const P = 2n ** 255n - 19n;
const A = 486_662n;
const DOMAIN = 'jatidiri voter blind 1';

/**
 * The point of a text: its hashes are tried until one is on the curve itself. One on the twist would show a bit of the text through every
 * multiplication. Takes as long as it takes; only whoever has the text could measure it.
 */
export function pointOf(text: string): Buffer {
  for (let n = 0; ; n++) {
    const bytes = hash('sha256', `${DOMAIN}|${n}|${text}`, 'buffer');
    bytes[31]! &= 0x7f;
    const u = BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`);
    if (u > 1n && u < P && jacobi(((((u + A) * u + 1n) % P) * u) % P, P) === 1) return bytes;
  }
}

/** Whether a number is a square of the field (1) or not (-1). */
function jacobi(number: bigint, prime: bigint): number {
  let [a, n, sign] = [number, prime, 1];
  while (a !== 0n) {
    let twos = 0;
    while ((a & 0xffffn) === 0n) {
      a >>= 16n;
      twos += 16;
    }
    while ((a & 1n) === 0n) {
      a >>= 1n;
      twos += 1;
    }
    const eighth = n & 7n;
    if (twos % 2 === 1 && (eighth === 3n || eighth === 5n)) sign = -sign;
    [a, n] = [n, a];
    if ((a & 3n) === 3n && (n & 3n) === 3n) sign = -sign;
    a %= n;
  }
  return n === 1n ? sign : 0;
}

/** A key as it is kept, PKCS#8 PEM. */
export function newKey(): string {
  return generateKeyPairSync('x25519').privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
}

// RFC 8410: what stands before the 32 bytes of a public key.
const BEFORE = Buffer.from('302a300506032b656e032100', 'hex');

export type Multiply = (point: Uint8Array) => Buffer;

/** Throws for a point of small order, which no text has. */
export function multiplier(pem: string): Multiply {
  const privateKey: KeyObject = createPrivateKey(pem);
  return (point) => {
    const publicKey = createPublicKey({ key: Buffer.concat([BEFORE, point]), format: 'der', type: 'spki' });
    return diffieHellman({ privateKey, publicKey });
  };
}
