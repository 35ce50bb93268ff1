/**
 * The key of the files, sealed to the commission's own (HPKE, RFC 9180: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM). Bound to it:
 * which extract it is, its root and its manifest. Whoever has the commission's private key opens it, and nobody else.
 */
import { createPrivateKey, createPublicKey, hash, type KeyObject } from 'node:crypto';
import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_X25519_HKDF_SHA256 } from 'hpke';
import { z } from 'zod';

const suite = () => new CipherSuite(KEM_DHKEM_X25519_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_256_GCM);
const ENCAPSULATED = 32;

/** SHA-256 of the 32 bytes, 64 hex digits: what two people compare by voice. */
export const thumbprintOf = (publicKey: Buffer): string => hash('sha256', publicKey, 'hex');

export interface Bound {
  readonly extractId: string;
  readonly root: string;
  readonly manifestSha256: string;
}

const boundTo = ({ extractId, root, manifestSha256 }: Bound): Buffer =>
  Buffer.from(`jatidiri/voter/key/1\0${extractId}\0${root}\0${manifestSha256}`);

export async function sealKey(publicKey: Buffer, contentKey: Buffer, bound: Bound): Promise<Buffer> {
  const hpke = suite();
  const to = await hpke.DeserializePublicKey(publicKey);
  const { encapsulatedSecret, ciphertext } = await hpke.Seal(to, contentKey, { aad: boundTo(bound) });
  return Buffer.concat([encapsulatedSecret, ciphertext]);
}

/** `null` where it was sealed to another key, or for another extract. */
export async function openKey(privateKey: KeyObject, sealed: Buffer, bound: Bound): Promise<Buffer | null> {
  const pair = {
    privateKey: privateKey.toCryptoKey('X25519', false, ['deriveBits']) as CryptoKey,
    publicKey: createPublicKey(privateKey).toCryptoKey('X25519', true, []) as CryptoKey,
  };
  try {
    const plain = await suite().Open(pair, sealed.subarray(0, ENCAPSULATED), sealed.subarray(ENCAPSULATED), {
      aad: boundTo(bound),
    });
    return Buffer.from(plain);
  } catch {
    return null;
  }
}

/** What lies beside the files once two officers have released them. */
export const keyFile = z.object({
  format: z.literal('jatidiri/voter/key/1'),
  extract: z.uuid(),
  root: z.string(),
  thumbprint: z.string(),
  sealedKey: z.base64(),
  /** The entry of the ledger that names the root. */
  entry: z.string(),
  releasedAt: z.string(),
});
export type KeyFile = z.output<typeof keyFile>;

const RAW_BYTES = 32;

/**
 * A public key as people have it: PEM (`openssl pkey -pubout`), or its 32 bytes in base64 or hexadecimal. `null` for what is no X25519 key, and
 * for points of small order, to which everybody could open.
 */
export function readPublicKey(text: string): Buffer | null {
  const given = text.trim();
  const raw = given.startsWith('-----BEGIN PUBLIC KEY-----') ? fromPem(given) : fromText(given);
  return raw?.length === RAW_BYTES && !SMALL_ORDER.has(raw.toString('hex')) ? raw : null;
}

/** RFC 7748 section 6.1 and what implementations refuse: the points whose shared secret is always the same. */
const SMALL_ORDER: ReadonlySet<string> = new Set([
  '00'.repeat(32),
  `01${'00'.repeat(31)}`,
  'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
  '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
  `ec${'ff'.repeat(30)}7f`,
  `ed${'ff'.repeat(30)}7f`,
  `ee${'ff'.repeat(30)}7f`,
]);

function fromPem(pem: string): Buffer | null {
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === 'x25519' ? Buffer.from(key.export({ format: 'jwk' }).x!, 'base64url') : null;
  } catch {
    return null;
  }
}

function fromText(text: string): Buffer | null {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex');
  if (!/^[A-Za-z0-9+/_-]{43}=?$/.test(text)) return null;
  return Buffer.from(text.replaceAll('-', '+').replaceAll('_', '/'), 'base64');
}

/** The commission's private key, PEM (PKCS #8); `null` for what is none of X25519. */
export function readPrivateKey(pem: string): KeyObject | null {
  try {
    const key = createPrivateKey(pem);
    return key.asymmetricKeyType === 'x25519' ? key : null;
  } catch {
    return null;
  }
}

export const publicOf = (privateKey: KeyObject): Buffer =>
  Buffer.from(createPublicKey(privateKey).export({ format: 'jwk' }).x!, 'base64url');
