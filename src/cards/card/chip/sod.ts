/**
 * EF.SOD: the hashes of the chip's data groups, signed (ICAO Doc 9303-10 section 4.7.2: LDSSecurityObject in CMS SignedData,
 * RFC 5652). Whoever reads the chip recomputes the hashes and verifies one signature.
 */
import { createHash } from 'node:crypto';
import { bytesOf, int, nothing, octets, oid, parsed, seq, set, sorted, tagged, time, type Der } from './der.ts';
import type { DocumentSigner } from './signer.ts';

/** Numbers as in ICAO's logical data structure: 1 biodata, 2 face, 3 fingers, 7 signature. */
export const GROUPS = { biodata: 1, face: 2, fingers: 3, signature: 7 } as const;

export interface DataGroup {
  readonly number: number;
  readonly bytes: Buffer;
}

const SIGNED_DATA = '1.2.840.113549.1.7.2';
const LDS_SECURITY_OBJECT = '2.23.136.1.1.1';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_TIME = '1.2.840.113549.1.9.5';
const SHA256 = '2.16.840.1.101.3.4.2.1';
const SHA256_WITH_ECDSA = '1.2.840.10045.4.3.2';

const hashOf = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();
const sha256 = (): Der => seq(oid(SHA256), nothing());

/** The CMS ContentInfo as bytes; EF.SOD on a chip wraps it in tag 77 (`wrapped`). */
export function signGroups(groups: readonly DataGroup[], signer: DocumentSigner, at: Date): Buffer {
  const content = securityObject(groups);
  const attributes = sorted([
    seq(oid(CONTENT_TYPE), set(oid(LDS_SECURITY_OBJECT))),
    seq(oid(MESSAGE_DIGEST), set(octets(hashOf(content)))),
    seq(oid(SIGNING_TIME), set(time(at))),
  ]);
  // What is signed is the SET; in the structure it stands as [0] (RFC 5652 section 5.4).
  const signature = signer.sign(bytesOf(set(...attributes)));
  const signerInfo = seq(
    int(3),
    // subjectKeyIdentifier [0] IMPLICIT OCTET STRING.
    parsed(Buffer.concat([Buffer.of(0x80, signer.subjectKeyId.length), signer.subjectKeyId])),
    sha256(),
    tagged(0, attributes),
    seq(oid(SHA256_WITH_ECDSA)),
    octets(signature),
  );
  const signedData = seq(
    int(3),
    set(sha256()),
    seq(oid(LDS_SECURITY_OBJECT), tagged(0, [octets(content)])),
    tagged(0, [parsed(signer.certificate)]),
    set(signerInfo),
  );
  return bytesOf(seq(oid(SIGNED_DATA), tagged(0, [signedData])));
}

/** As it lies on the chip: application tag 23 (77). */
export function wrapped(sod: Buffer): Buffer {
  const n = sod.length;
  const length = n < 0x80 ? [n] : n < 0x100 ? [0x81, n] : [0x82, n >> 8, n & 0xff];
  return Buffer.concat([Buffer.of(0x77, ...length), sod]);
}

function securityObject(groups: readonly DataGroup[]): Buffer {
  const hashes = groups
    .toSorted((a, b) => a.number - b.number)
    .map(({ number, bytes }) => seq(int(number), octets(hashOf(bytes))));
  return bytesOf(seq(int(0), sha256(), seq(...hashes)));
}
