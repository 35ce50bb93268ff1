/**
 * The bytes of a picture, read with their bounds.
 * Always holds: nothing is read past the end, and whatever is refused says the format and the byte.
 */
import { refuse } from '../refusals.ts';
import type { PictureKind } from './kind.ts';

export interface Source {
  readonly kind: PictureKind;
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

export function sourceOf(kind: PictureKind, bytes: Uint8Array): Source {
  return { kind, bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
}

export type PictureFault = 'cut' | 'field' | 'unsupported' | 'length' | 'order' | 'code' | 'checksum' | 'data';

/** `field` is the name that the format's own specification gives the place. */
export interface Place {
  readonly byte: number;
  readonly field?: string;
  readonly detail?: string;
}

export function faultAt({ kind }: Source, fault: PictureFault, { byte, field = '', detail = '' }: Place) {
  return refuse(`biometric.picture_${fault}`, { values: { format: kind.toUpperCase(), byte, field }, detail });
}

/** That many bytes lie from this place on. A length is held against the file before anything is made of it. */
export function expectBytes(source: Source, from: number, count: number): void {
  const { length } = source.bytes;
  if (from + count > length) throw faultAt(source, 'cut', { byte: length });
}

export function uint8At(source: Source, byte: number): number {
  expectBytes(source, byte, 1);
  return source.view.getUint8(byte);
}

export function uint16At(source: Source, byte: number, littleEndian = false): number {
  expectBytes(source, byte, 2);
  return source.view.getUint16(byte, littleEndian);
}

export function uint32At(source: Source, byte: number, littleEndian = false): number {
  expectBytes(source, byte, 4);
  return source.view.getUint32(byte, littleEndian);
}
