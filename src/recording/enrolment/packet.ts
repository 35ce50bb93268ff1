/**
 * The packet in which a recording travels: signed by the station's key, sealed to the centre's, so that neither a stolen
 * disk nor the network between tells anything. Pure, and safe in a browser and in Node (WebCrypto only).
 * Always holds: the head names nobody; no length is believed before it was checked against what is there; what opens is
 * exactly what the station sealed, under the head with which it was sealed.
 *
 *     magic "JTDPKT1\n" | u32 length, head | encapsulated secret, ciphertext | Ed25519 signature over all before it
 *
 * Sealed with HPKE (RFC 9180): DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. What is bound to the ciphertext (aad) is
 * the head without its two words about the ciphertext itself, as those are not known before; the signature covers them.
 */
import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_X25519_HKDF_SHA256, type KeyPair } from 'hpke';
import { headShape, manifestShape, type Manifest, type PacketHead } from './schema.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

/** The largest packet that is taken: 64 MiB. */
export const MOST_PACKET_BYTES = 64 * 1024 * 1024;

const MAGIC = new TextEncoder().encode('JTDPKT1\n');
const MOST_HEAD_BYTES = 4096;
const MOST_MANIFEST_BYTES = 256 * 1024;
const ENCAPSULATED = 32;
const SIGNATURE = 64;

/** Why a packet is not taken; codes of the room's refusals. */
export type PacketFault =
  | 'enrolment.packet_too_large'
  | 'enrolment.packet_cut'
  | 'enrolment.packet_unreadable'
  | 'enrolment.packet_unsigned'
  | 'enrolment.packet_altered'
  | 'enrolment.packet_other_centre'
  | 'enrolment.packet_content';

export class PacketRefused extends Error {
  readonly code: PacketFault;

  constructor(code: PacketFault, detail: string) {
    super(`${code}: ${detail}`);
    this.name = 'PacketRefused';
    this.code = code;
  }
}

/** One thing recorded, and its bytes; none where `exception` says why. */
export interface PackedItem {
  readonly about: Omit<Manifest['items'][number], 'offset' | 'length' | 'sha256'>;
  readonly bytes: Uint8Array;
}

export interface Recording {
  readonly about: Omit<Manifest, 'items'>;
  readonly items: readonly PackedItem[];
}

export interface SealGiven {
  readonly id: string;
  readonly station: string;
  readonly signingKey: CryptoKey;
  /** The centre's X25519 key as it was given to the station: 32 bytes, base64url. */
  readonly centreKey: string;
  readonly recording: Recording;
}

const suite = () => new CipherSuite(KEM_DHKEM_X25519_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_256_GCM);

/** Packs, seals and signs a recording. Refuses one whose packet would be larger than is taken. */
export async function sealPacket(given: SealGiven): Promise<Bytes> {
  const plain = await packed(given.recording);
  const { capturedAt } = given.recording.about;
  const about = { id: given.id, station: given.station, centreKey: given.centreKey, capturedAt };
  const hpke = suite();
  const { encapsulatedSecret, ciphertext } = await hpke.Seal(
    await hpke.DeserializePublicKey(fromBase64Url(given.centreKey)),
    plain,
    { aad: boundHead(about) },
  );
  const sealed = joined([encapsulatedSecret, ciphertext]);
  const head = headBytes({ ...about, sealedSha256: await sha256Hex(sealed), sealedSize: sealed.length });
  const signed = joined([MAGIC, u32(head.length), head, sealed]);
  if (signed.length + SIGNATURE > MOST_PACKET_BYTES)
    throw new PacketRefused('enrolment.packet_too_large', 'to be sealed');
  const signature = new Uint8Array(await crypto.subtle.sign('Ed25519', given.signingKey, signed));
  return joined([signed, signature]);
}

/** The head of a packet and where its parts lie. Checks form and lengths only; believe nothing of it before `openPacket`. */
export function readHead(bytes: Uint8Array): { head: PacketHead; sealedAt: number; signatureAt: number } {
  if (bytes.length > MOST_PACKET_BYTES) throw new PacketRefused('enrolment.packet_too_large', `${bytes.length} bytes`);
  const headAt = MAGIC.length + 4;
  if (bytes.length < headAt) throw new PacketRefused('enrolment.packet_cut', 'before the head');
  if (!MAGIC.every((byte, at) => bytes[at] === byte)) throw new PacketRefused('enrolment.packet_unreadable', 'magic');
  const headLength = readU32(bytes, MAGIC.length);
  if (headLength === 0 || headLength > MOST_HEAD_BYTES)
    throw new PacketRefused('enrolment.packet_unreadable', 'length of the head');
  const sealedAt = headAt + headLength;
  if (bytes.length < sealedAt) throw new PacketRefused('enrolment.packet_cut', 'in the head');
  const head = parseHead(bytes.subarray(headAt, sealedAt));
  const signatureAt = sealedAt + head.sealedSize;
  if (bytes.length !== signatureAt + SIGNATURE)
    throw new PacketRefused('enrolment.packet_cut', `${bytes.length} bytes instead of ${signatureAt + SIGNATURE}`);
  return { head, sealedAt, signatureAt };
}

export interface Keys {
  /** The station's Ed25519 public key, 32 bytes. */
  readonly stationKey: Uint8Array;
  readonly centre: KeyPair<CryptoKey>;
  /** As stations name it. */
  readonly centreKey: string;
}

export interface OpenedPacket {
  readonly head: PacketHead;
  readonly manifest: Manifest;
  /** The bytes of an item of the manifest; empty where it is an exception. */
  readonly bytesOf: (item: Manifest['items'][number]) => Bytes;
}

/**
 * Opens a packet whose station's key is known. In this order, each before the next is looked at: form, centre, signature,
 * checksum, seal, manifest, every item's place and checksum.
 * @throws PacketRefused
 */
export async function openPacket(given: Uint8Array, keys: Keys): Promise<OpenedPacket> {
  const bytes = given as Bytes;
  const { head, sealedAt, signatureAt } = readHead(bytes);
  if (head.centreKey !== keys.centreKey) throw new PacketRefused('enrolment.packet_other_centre', 'key of the centre');
  if (!(await isSigned(bytes, signatureAt, keys.stationKey)))
    throw new PacketRefused('enrolment.packet_unsigned', 'signature');
  const sealed = bytes.subarray(sealedAt, signatureAt);
  if ((await sha256Hex(sealed)) !== head.sealedSha256) throw new PacketRefused('enrolment.packet_altered', 'checksum');
  const plain = await unsealed(sealed, head, keys.centre);
  const { manifest, blobsAt } = parseManifest(plain);
  if (manifest.capturedAt !== head.capturedAt) throw new PacketRefused('enrolment.packet_content', 'instant');
  const bytesOf = ({ offset, length }: { offset: number; length: number }) =>
    plain.subarray(blobsAt + offset, blobsAt + offset + length);
  await mustLieWell(manifest, plain.length - blobsAt, bytesOf);
  return { head, manifest, bytesOf };
}

async function isSigned(bytes: Bytes, signatureAt: number, stationKey: Uint8Array): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('raw', stationKey as Bytes, 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', key, bytes.subarray(signatureAt), bytes.subarray(0, signatureAt));
  } catch {
    return false;
  }
}

async function unsealed(sealed: Bytes, head: PacketHead, centre: KeyPair<CryptoKey>): Promise<Bytes> {
  try {
    const plain = await suite().Open(centre, sealed.subarray(0, ENCAPSULATED), sealed.subarray(ENCAPSULATED), {
      aad: boundHead(head),
    });
    return plain as Bytes;
  } catch {
    throw new PacketRefused('enrolment.packet_altered', 'seal');
  }
}

function parseHead(bytes: Uint8Array): PacketHead {
  const head = headShape.safeParse(jsonOf(bytes));
  // Written otherwise than we write it, the same words would have another signature.
  if (!head.success || !sameBytes(headBytes(head.data), bytes))
    throw new PacketRefused('enrolment.packet_unreadable', 'head');
  return head.data;
}

function parseManifest(plain: Bytes): { manifest: Manifest; blobsAt: number } {
  if (plain.length < 4) throw new PacketRefused('enrolment.packet_content', 'empty');
  const length = readU32(plain, 0);
  if (length === 0 || length > MOST_MANIFEST_BYTES || length > plain.length - 4)
    throw new PacketRefused('enrolment.packet_content', 'length of the manifest');
  const parsed = manifestShape.safeParse(jsonOf(plain.subarray(4, 4 + length)));
  if (!parsed.success) {
    const where = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
    throw new PacketRefused('enrolment.packet_content', `manifest: ${where.slice(0, 200)}`);
  }
  return { manifest: parsed.data, blobsAt: 4 + length };
}

/** Items lie one behind the other, in the manifest's order, and fill what is there. */
async function mustLieWell(
  manifest: Manifest,
  available: number,
  bytesOf: (item: { offset: number; length: number }) => Bytes,
): Promise<void> {
  let at = 0;
  for (const item of manifest.items) {
    if (item.offset !== at || item.length > available - at)
      throw new PacketRefused('enrolment.packet_content', 'place of an item');
    if ((await sha256Hex(bytesOf(item))) !== item.sha256)
      throw new PacketRefused('enrolment.packet_content', 'checksum of an item');
    at += item.length;
  }
  if (at !== available) throw new PacketRefused('enrolment.packet_content', 'bytes that no item has');
}

async function packed({ about, items }: Recording): Promise<Bytes> {
  let offset = 0;
  const listed = [];
  for (const { about: item, bytes } of items) {
    listed.push({ ...item, offset, length: bytes.length, sha256: await sha256Hex(bytes) });
    offset += bytes.length;
  }
  const manifest = new TextEncoder().encode(JSON.stringify({ ...about, items: listed }));
  return joined([u32(manifest.length), manifest, ...items.map(({ bytes }) => bytes)]);
}

// Keys in alphabetical order, no blanks.
function headBytes({ capturedAt, centreKey, id, sealedSha256, sealedSize, station }: PacketHead): Bytes {
  return new TextEncoder().encode(JSON.stringify({ capturedAt, centreKey, id, sealedSha256, sealedSize, station }));
}

function boundHead(head: Pick<PacketHead, 'capturedAt' | 'centreKey' | 'id' | 'station'>): Bytes {
  const { capturedAt, centreKey, id, station } = head;
  return new TextEncoder().encode(JSON.stringify({ capturedAt, centreKey, id, station }));
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

export async function sha256Hex(bytes: Uint8Array): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Bytes)));
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

export function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

export function fromBase64Url(text: string): Bytes {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}

function joined(parts: readonly Uint8Array[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => b[at] === byte);
}

function u32(value: number): Bytes {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

function readU32(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at);
}
