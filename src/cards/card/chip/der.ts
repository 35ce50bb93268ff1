/** DER as CMS and X.509 need it, over asn1js. Pure. */
import * as asn1js from 'asn1js';

export type Der = asn1js.BaseBlock;

export const seq = (...value: Der[]): Der => new asn1js.Sequence({ value: value as never[] });
export const oid = (value: string): Der => new asn1js.ObjectIdentifier({ value });
export const int = (value: number): Der => new asn1js.Integer({ value });
export const nothing = (): Der => new asn1js.Null();
export const octets = (bytes: Buffer): Der => new asn1js.OctetString({ valueHex: arrayOf(bytes) });
export const bits = (bytes: Buffer): Der => new asn1js.BitString({ valueHex: arrayOf(bytes) });
export const text = (value: string): Der => new asn1js.Utf8String({ value });
export const time = (at: Date): Der =>
  at.getUTCFullYear() < 2050 ? new asn1js.UTCTime({ valueDate: at }) : new asn1js.GeneralizedTime({ valueDate: at });
/** A positive number of any length. */
export function bigInt(bytes: Buffer): Der {
  const padded = bytes[0]! >= 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes;
  return new asn1js.Integer({ valueHex: arrayOf(padded) });
}

/** DER sorts what stands in a SET by its encoding (X.690 11.6). */
export function set(...value: Der[]): Der {
  return new asn1js.Set({ value: sorted(value) as never[] });
}

/** `[n]` around one or more: EXPLICIT of one, IMPLICIT of a SEQUENCE's or (sorted) a SET's content. */
export function tagged(tagNumber: number, value: readonly Der[]): Der {
  return new asn1js.Constructed({ idBlock: { tagClass: 3, tagNumber }, value: value as never[] });
}

export function sorted(value: readonly Der[]): Der[] {
  return value
    .map((der) => ({ der, bytes: bytesOf(der) }))
    .toSorted((a, b) => Buffer.compare(a.bytes, b.bytes))
    .map(({ der }) => der);
}

export const bytesOf = (der: Der): Buffer => Buffer.from(der.toBER(false));

/** What was encoded before, as a part of something greater. */
export function parsed(bytes: Buffer): Der {
  const { result, offset } = asn1js.fromBER(arrayOf(bytes));
  if (offset === -1) throw new RangeError('this is no DER');
  return result;
}

function arrayOf(bytes: Buffer): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
