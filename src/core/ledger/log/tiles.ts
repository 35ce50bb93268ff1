import { hash } from 'node:crypto';
import { HASH_BYTES } from './merkle.ts';

/** Tiles and entry bundles as C2SP tlog-tiles lays them out: 256 hashes a tile, 256 entries a bundle. */
export const TILE_WIDTH = 256;
export const MAX_ENTRY_BYTES = 0xffff;

export type TileLevel = number | 'entries';

export interface TileName {
  readonly level: TileLevel;
  readonly index: number;
  /** 1 to 255 for a partial tile, 256 for a full one. */
  readonly width: number;
}

/** `tile/0/x001/x234/067.p/12` */
export function tilePath(name: TileName): string {
  const digits = String(name.index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  const parts = padded.match(/\d{3}/g)!.map((part, i, all) => (i < all.length - 1 ? `x${part}` : part));
  const partial = name.width === TILE_WIDTH ? '' : `.p/${name.width}`;
  return `tile/${name.level}/${parts.join('/')}${partial}`;
}

const SHAPE = /^tile\/(0|[1-9]\d?|entries)\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** Reads a path; `null` for whatever `tilePath` does not write. */
export function parseTilePath(path: string): TileName | null {
  const parts = SHAPE.exec(path);
  if (!parts) return null;
  const level: TileLevel = parts[1] === 'entries' ? 'entries' : Number(parts[1]);
  const name: TileName = {
    level,
    index: Number(parts[2]!.replaceAll(/[x/]/g, '')),
    width: parts[3] ? Number(parts[3]) : TILE_WIDTH,
  };
  if (!Number.isSafeInteger(name.index) || (level !== 'entries' && level > 63)) return null;
  return tilePath(name) === path ? name : null;
}

/** Every tile and bundle of a tree of `size`, entry bundles first, then hashes from the leaves upwards. */
export function* tilesOf(size: number): Generator<TileName> {
  yield* level('entries', size);
  let hashes = size;
  for (let at = 0; hashes > 0; at++) {
    yield* level(at, hashes);
    hashes = Math.floor(hashes / TILE_WIDTH);
  }
}

function* level(name: TileLevel, hashes: number): Generator<TileName> {
  const full = Math.floor(hashes / TILE_WIDTH);
  for (let index = 0; index < full; index++) yield { level: name, index, width: TILE_WIDTH };
  if (hashes % TILE_WIDTH > 0) yield { level: name, index: full, width: hashes % TILE_WIDTH };
}

/** Entries one behind the other, each after its length as two bytes, the higher first. */
export function encodeBundle(entries: readonly Uint8Array[]): Buffer {
  let length = 0;
  for (const entry of entries) length += 2 + entry.length;
  const bundle = Buffer.allocUnsafe(length);
  let at = 0;
  for (const entry of entries) {
    if (entry.length > MAX_ENTRY_BYTES) throw new RangeError('an entry holds at most 65535 bytes');
    at = bundle.writeUInt16BE(entry.length, at);
    bundle.set(entry, at);
    at += entry.length;
  }
  return bundle;
}

/** Gives the entries as views into `bundle`. Refuses a bundle that is cut off with a `RangeError`. */
export function decodeBundle(bundle: Buffer): Buffer[] {
  const entries = [];
  let at = 0;
  while (at < bundle.length) {
    const end = at + 2 <= bundle.length ? at + 2 + bundle.readUInt16BE(at) : Infinity;
    if (end > bundle.length) throw new RangeError('a bundle ends inside an entry');
    entries.push(bundle.subarray(at + 2, end));
    at = end;
  }
  return entries;
}

/**
 * The leaf hash of an entry that `decodeBundle` gave. Overwrites the lower byte of its length with the prefix that RFC 6962
 * puts before a leaf, so that nothing is copied: who goes through millions of entries feels it.
 */
export function leafHashInPlace(entry: Buffer): Buffer {
  const leaf = Buffer.from(entry.buffer, entry.byteOffset - 1, entry.length + 1);
  leaf[0] = 0;
  return hash('sha256', leaf, 'buffer');
}

/** The hashes of a tile as views into it. */
export function decodeTile(tile: Buffer): Buffer[] {
  if (tile.length % HASH_BYTES !== 0) throw new RangeError('a tile ends inside a hash');
  return Array.from({ length: tile.length / HASH_BYTES }, (_, i) =>
    tile.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES),
  );
}
