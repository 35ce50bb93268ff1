import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { Transform } from 'node:stream';
import { refuse } from './refusals.ts';

/**
 * Encryption of files to X25519 keys in the format of age-encryption.org/v1, so that the standard tool opens a backup too. The
 * machine that makes backups knows the public key only; the private one stays off line.
 */
export interface Recipient {
  readonly text: string;
  /** 32 bytes. */
  readonly publicKey: Buffer;
}

export interface Identity {
  readonly privateKey: KeyObject;
  readonly publicKey: Buffer;
}

const CHUNK = 65_536;
const TAG = 16;
const LABEL = 'age-encryption.org/v1/X25519';

/** A new pair: `identity` is the secret line (AGE-SECRET-KEY-1...), `recipient` the public one (age1...). */
export function makeIdentity(): { identity: string; recipient: string } {
  const pair = generateKeyPairSync('x25519');
  const secret = Buffer.from(pair.privateKey.export({ format: 'jwk' }).d!, 'base64url');
  const identity = bech32Encode('age-secret-key-', secret).toUpperCase();
  return { identity, recipient: bech32Encode('age', rawPublic(pair.publicKey)) };
}

export function parseRecipient(text: string): Recipient {
  return { text: text.trim(), publicKey: bech32Decode('age', text.trim()) };
}

/** Every identity in the text of a file; lines that begin with # are comments. */
export function parseIdentities(text: string): Identity[] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const secret = bech32Decode('age-secret-key-', line.toLowerCase());
      // RFC 8410: the fixed bytes before an X25519 private key.
      const der = Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), secret]);
      const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
      return { privateKey, publicKey: rawPublic(createPublicKey(privateKey)) };
    });
}

export function encryptStream(recipients: readonly Recipient[]): Transform {
  const fileKey = randomBytes(16);
  const stanzas = recipients.map(({ publicKey }) => {
    const fresh = generateKeyPairSync('x25519');
    const share = rawPublic(fresh.publicKey);
    const key = wrapKey(fresh.privateKey, publicKey, share, publicKey);
    const body = sealChunk(key, Buffer.alloc(12), fileKey);
    return `-> X25519 ${base64(share)}\n${base64(body)}\n`;
  });
  const head = `age-encryption.org/v1\n${stanzas.join('')}---`;
  const nonce = randomBytes(16);
  const payloadKey = derive(fileKey, nonce, 'payload');
  const counter = chunkCounter();
  let held: Buffer = Buffer.alloc(0);
  return new Transform({
    construct(done) {
      this.push(Buffer.concat([Buffer.from(`${head} ${base64(headerMac(fileKey, head))}\n`), nonce]));
      done();
    },
    transform(chunk: Buffer, _encoding, done) {
      held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
      // The last chunk is marked as such, so one is always kept back.
      while (held.length > CHUNK) {
        this.push(sealChunk(payloadKey, counter('more'), held.subarray(0, CHUNK)));
        held = held.subarray(CHUNK);
      }
      done();
    },
    flush(done) {
      this.push(sealChunk(payloadKey, counter('last'), held));
      done();
    },
  });
}

/** Refuses `backup.identity_missing` where none of the identities opens it; throws where a byte was changed. */
export async function* decryptStream(
  source: AsyncIterable<unknown>,
  identities: readonly Identity[],
): AsyncGenerator<Buffer> {
  let held: Buffer = Buffer.alloc(0);
  let payloadKey: Buffer | null = null;
  const counter = chunkCounter();
  for await (const chunk of source) {
    held = held.length === 0 ? (chunk as Buffer) : Buffer.concat([held, chunk as Buffer]);
    if (!payloadKey) {
      const end = headerEnd(held);
      if (end < 0 || held.length < end + 16) continue;
      payloadKey = derive(
        openHeader(held.toString('latin1', 0, end), identities),
        held.subarray(end, end + 16),
        'payload',
      );
      held = held.subarray(end + 16);
    }
    while (held.length > CHUNK + TAG) {
      yield openChunk(payloadKey, counter('more'), held.subarray(0, CHUNK + TAG));
      held = held.subarray(CHUNK + TAG);
    }
  }
  if (!payloadKey) throw new Error('not an age file, or one that is cut off');
  yield openChunk(payloadKey, counter('last'), held);
}

function headerEnd(bytes: Buffer): number {
  const mac = bytes.indexOf('\n--- ');
  const end = mac < 0 ? -1 : bytes.indexOf('\n', mac + 1);
  return end < 0 ? -1 : end + 1;
}

function openHeader(header: string, identities: readonly Identity[]): Buffer {
  const signed = header.slice(0, header.lastIndexOf('\n---') + 4);
  for (const [, share, body] of header.matchAll(/^-> X25519 (\S+)\n(\S+)$/gm)) {
    for (const { privateKey, publicKey } of identities) {
      const key = wrapKey(privateKey, Buffer.from(share!, 'base64'), Buffer.from(share!, 'base64'), publicKey);
      const fileKey = tryOpen(key, Buffer.from(body!, 'base64'));
      if (!fileKey) continue;
      if (header.trimEnd() !== `${signed} ${base64(headerMac(fileKey, signed))}`)
        throw new Error('the header was changed');
      return fileKey;
    }
  }
  throw refuse('backup.identity_missing');
}

function tryOpen(key: Buffer, body: Buffer): Buffer | null {
  try {
    return openChunk(key, Buffer.alloc(12), body);
  } catch {
    return null;
  }
}

function wrapKey(own: KeyObject, other: Buffer, share: Buffer, recipient: Buffer): Buffer {
  const publicKey = createPublicKey({
    key: { kty: 'OKP', crv: 'X25519', x: other.toString('base64url') },
    format: 'jwk',
  });
  const secret = diffieHellman({ privateKey: own, publicKey });
  return derive(secret, Buffer.concat([share, recipient]), LABEL);
}

function derive(secret: Buffer, salt: Buffer, info: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, info, 32));
}

function headerMac(fileKey: Buffer, head: string): Buffer {
  return createHmac('sha256', derive(fileKey, Buffer.alloc(0), 'header'))
    .update(head)
    .digest();
}

// STREAM: 11 bytes of counter, one byte that says whether it is the last.
function chunkCounter(): (which: 'more' | 'last') => Buffer {
  let n = 0n;
  return (which) => {
    const nonce = Buffer.alloc(12);
    nonce.writeBigUInt64BE(n++, 3);
    nonce[11] = which === 'last' ? 1 : 0;
    return nonce;
  };
}

function sealChunk(key: Buffer, nonce: Buffer, plain: Buffer): Buffer {
  const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG });
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function openChunk(key: Buffer, nonce: Buffer, sealed: Buffer): Buffer {
  if (sealed.length < TAG) throw new Error('the file is cut off');
  const decipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG });
  decipher.setAuthTag(sealed.subarray(-TAG));
  return Buffer.concat([decipher.update(sealed.subarray(0, -TAG)), decipher.final()]);
}

function rawPublic(key: KeyObject): Buffer {
  return Buffer.from(key.export({ format: 'jwk' }).x!, 'base64url');
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}

// Bech32 (BIP 173).
const LETTERS = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

function polymod(values: readonly number[]): number {
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3].forEach((factor, i) => {
      if ((top >>> i) & 1) sum ^= factor;
    });
  }
  return sum;
}

function expanded(prefix: string): number[] {
  const codes = [...Buffer.from(prefix)];
  return [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
}

function regroup(values: Iterable<number>, from: number, to: number): number[] {
  const groups: number[] = [];
  let held = 0;
  let bits = 0;
  for (const value of values) {
    held = (held << from) | value;
    bits += from;
    while (bits >= to) {
      bits -= to;
      groups.push((held >> bits) & ((1 << to) - 1));
    }
    held &= (1 << bits) - 1;
  }
  if (to === 5 && bits > 0) groups.push((held << (to - bits)) & 31);
  return groups;
}

function bech32Encode(prefix: string, bytes: Buffer): string {
  const data = regroup(bytes, 8, 5);
  const sum = polymod([...expanded(prefix), ...data, 0, 0, 0, 0, 0, 0]) ^ 1;
  const check = Array.from({ length: 6 }, (_, i) => (sum >> (5 * (5 - i))) & 31);
  return `${prefix}1${[...data, ...check].map((value) => LETTERS[value]).join('')}`;
}

function bech32Decode(prefix: string, text: string): Buffer {
  const values = text.startsWith(`${prefix}1`)
    ? Array.from(text.slice(prefix.length + 1), (c) => LETTERS.indexOf(c))
    : [-1];
  const bytes = Buffer.from(regroup(values.slice(0, -6), 5, 8));
  if (values.includes(-1) || polymod([...expanded(prefix), ...values]) !== 1 || bytes.length !== 32) {
    throw refuse('backup.recipient_malformed');
  }
  return bytes;
}
