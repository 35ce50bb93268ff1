import { createHash, createPublicKey, type KeyObject, verify as verifySignature } from 'node:crypto';
import { type Uuid, isUuid } from '../id/index.ts';
import { addDays, asCivilDate, type CivilDate, daysBetween } from '../time/index.ts';

/**
 * What the code on a paper says. The paper's own hash cannot stand on it, so `contentHash` covers its data under a salt
 * that stays with us: the code alone tells nothing about the person.
 * `size` and `root` are the log's when the paper was issued, so that each citizen's paper is a witness of the log.
 */
export interface QrContent {
  readonly documentId: Uuid;
  /** The kind's number, 1..255; stays the same for ever. */
  readonly kindCode: number;
  readonly issuedOn: CivilDate;
  /** First 16 bytes of the hash of the data. */
  readonly contentHash: Buffer;
  readonly checkpoint: { readonly size: number; readonly root: Buffer };
}

/** Whose signature stands on the papers: the log's origin (C2SP checkpoint) and the Ed25519 key for papers. */
export interface QrIssuer {
  readonly origin: string;
  /** Raw Ed25519 public key, 32 bytes. */
  readonly publicKey: Buffer;
}

export interface ReadQr extends QrContent {
  /** Which origin and key must verify it: the key id of a C2SP signed note. */
  readonly keyId: string;
  readonly signed: Buffer;
  readonly signature: Buffer;
}

// version 1 | key id 4 | kind 1 | id 16 | days since 1970-01-01 as uint16 (to 2149) | hash 16 | size uint48 | root 32 | Ed25519 64
const VERSION = 1;
const SIGNED_BYTES = 78;
const BYTES = SIGNED_BYTES + 64;
const EPOCH = asCivilDate('1970-01-01');
// A version-11 QR code at error correction M: 0.36 mm a module at 25 mm with its quiet zone.
const MOST_CHARACTERS = 250;
const SHAPE = /^(?:(?:https:\/\/[a-z0-9.:-]{1,60}|http:\/\/localhost:\d+)\/periksa\/)?([A-Za-z0-9_-]{190})$/i;
/** A trial on one machine, which has no certificate for TLS. */
const THIS_MACHINE = /^localhost:\d+$/;

/** Key id as in C2SP signed-note: first 4 bytes of SHA-256(name, newline, 0x01, key). */
function keyIdOf(issuer: QrIssuer): string {
  const hash = createHash('sha256')
    .update(`${issuer.origin}\n`)
    .update(Uint8Array.of(1))
    .update(issuer.publicKey)
    .digest();
  return hash.subarray(0, 4).toString('hex');
}

/**
 * The text for the code: `https://HOST/periksa/` (`http` for `localhost:PORT`) and 190 characters of base64url. `sign` gives the Ed25519 signature
 * over what it is handed. Refuses with a `RangeError` what does not fit.
 */
export function encodeQr(
  host: string,
  issuer: QrIssuer,
  content: QrContent,
  sign: (message: Buffer) => Buffer,
): string {
  const days = daysBetween(EPOCH, content.issuedOn);
  const { size, root } = content.checkpoint;
  if (days < 0 || days > 0xffff) throw new RangeError('issue date outside 1970..2149');
  if (content.kindCode < 1 || content.kindCode > 255) throw new RangeError('kind code outside 1..255');
  if (content.contentHash.length !== 16 || root.length !== 32) throw new RangeError('hash of another length');
  const signed = Buffer.alloc(SIGNED_BYTES);
  signed.writeUInt8(VERSION, 0);
  signed.write(keyIdOf(issuer), 1, 'hex');
  signed.writeUInt8(content.kindCode, 5);
  signed.write(content.documentId.replaceAll('-', ''), 6, 'hex');
  signed.writeUInt16BE(days, 22);
  content.contentHash.copy(signed, 24);
  signed.writeUIntBE(size, 40, 6);
  root.copy(signed, 46);
  const scheme = THIS_MACHINE.test(host) ? 'http' : 'https';
  const text = `${scheme}://${host}/periksa/${Buffer.concat([signed, sign(messageOf(issuer.origin, signed))]).toString('base64url')}`;
  if (text.length > MOST_CHARACTERS) throw new RangeError('host name too long for the code');
  return text;
}

/** Reads a scanned text, with or without the address before it; `null` for anything else. Says nothing yet on whether it is genuine. */
export function parseQr(text: string): ReadQr | null {
  const payload = SHAPE.exec(text.trim())?.[1];
  if (!payload) return null;
  const bytes = Buffer.from(payload, 'base64url');
  // The last character carries four idle bits; a text that uses them is not one that we made.
  if (bytes.length !== BYTES || bytes.toString('base64url') !== payload || bytes[0] !== VERSION || bytes[5] === 0)
    return null;
  const hex = bytes.toString('hex', 6, 22);
  const documentId = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  if (!isUuid(documentId)) return null;
  return {
    keyId: bytes.toString('hex', 1, 5),
    kindCode: bytes.readUInt8(5),
    documentId,
    issuedOn: addDays(EPOCH, bytes.readUInt16BE(22)),
    contentHash: bytes.subarray(24, 40),
    checkpoint: { size: bytes.readUIntBE(40, 6), root: bytes.subarray(46, 78) },
    signed: bytes.subarray(0, SIGNED_BYTES),
    signature: bytes.subarray(SIGNED_BYTES),
  };
}

/** Whether `issuer` signed it. Needs no network: an inspector carries the origin and the public key. */
export function verifyQr(read: ReadQr, issuer: QrIssuer): boolean {
  if (read.keyId !== keyIdOf(issuer)) return false;
  return verifySignature(null, messageOf(issuer.origin, read.signed), rawEd25519(issuer.publicKey), read.signature);
}

// The prefix keeps this signature from ever meaning anything else; the origin is bound although it is not printed.
function messageOf(origin: string, signed: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`jatidiri/document/v1\n${origin}\n`), signed]);
}

function rawEd25519(key: Buffer): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key.toString('base64url') }, format: 'jwk' });
}
