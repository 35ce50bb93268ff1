/** The document signer: an ECDSA key of the vault and its certificate, as ICAO Doc 9303-12 has them. */
import { createECDH, createHash, createPrivateKey, sign, type KeyObject } from 'node:crypto';
import type { Vault } from '../../../core/vault/index.ts';
import { bigInt, bits, bytesOf, int, oid, octets, parsed, seq, set, tagged, text, time, type Der } from './der.ts';

export interface DocumentSigner {
  /** DER. */
  readonly certificate: Buffer;
  readonly subjectKeyId: Buffer;
  /** ECDSA on P-256 with SHA-256, DER. */
  sign(message: Buffer): Buffer;
}

const KEY = 'card.document_signer';
const SHA256_WITH_ECDSA = '1.2.840.10045.4.3.2';
const EC_PUBLIC_KEY = '1.2.840.10045.2.1';
const P256 = '1.2.840.10045.3.1.7';
const CURVE = 'prime256v1';

/** From the vault's secret: always the same key and, but for its signature, the same certificate. */
export function documentSigner(vault: Vault, organisation: string): DocumentSigner {
  const { key, point } = keyPair(vault.serverKey(KEY));
  const spki = seq(seq(oid(EC_PUBLIC_KEY), oid(P256)), bits(point));
  const subjectKeyId = createHash('sha1').update(point).digest();
  const signWith = (message: Buffer) => sign('sha256', message, key);
  return {
    certificate: certificateOf({ spki, subjectKeyId, organisation, sign: signWith }),
    subjectKeyId,
    sign: signWith,
  };
}

function keyPair(secret: Buffer): { key: KeyObject; point: Buffer } {
  const ecdh = createECDH(CURVE);
  ecdh.setPrivateKey(secret);
  const point = ecdh.getPublicKey();
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    d: secret.toString('base64url'),
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  return { key: createPrivateKey({ key: jwk, format: 'jwk' }), point };
}

// Cards are for life: what signed them must be known as long.
const FROM = new Date('2011-01-01T00:00:00Z');
const UNTIL = new Date('2111-01-01T00:00:00Z');

function certificateOf(of: {
  spki: Der;
  subjectKeyId: Buffer;
  organisation: string;
  sign: (message: Buffer) => Buffer;
}): Buffer {
  const name = seq(
    set(seq(oid('2.5.4.6'), text('ID'))),
    set(seq(oid('2.5.4.10'), text(of.organisation))),
    set(seq(oid('2.5.4.3'), text('KTP-el Document Signer'))),
  );
  const algorithm = seq(oid(SHA256_WITH_ECDSA));
  const extension = (id: string, value: Der) => seq(oid(id), octets(bytesOf(value)));
  const extensions = seq(
    extension('2.5.29.14', octets(of.subjectKeyId)),
    // digitalSignature alone.
    extension('2.5.29.15', parsed(Buffer.from('03020780', 'hex'))),
  );
  const body = seq(
    tagged(0, [int(2)]),
    bigInt(Buffer.concat([Buffer.of(1), of.subjectKeyId.subarray(0, 8)])),
    algorithm,
    name,
    seq(time(FROM), time(UNTIL)),
    name,
    of.spki,
    tagged(3, [extensions]),
  );
  return bytesOf(seq(body, algorithm, bits(of.sign(bytesOf(body)))));
}
