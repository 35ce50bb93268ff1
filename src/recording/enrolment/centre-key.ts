/** The centre's key pair, to which every station seals. */
import { createPrivateKey, createPublicKey } from 'node:crypto';
import type { KeyPair } from 'hpke';

export interface CentreKeys {
  readonly pair: KeyPair<CryptoKey>;
  /** 32 bytes, base64url: also the key's name in a packet's head. */
  readonly publicKey: string;
}

// PKCS #8 around a raw X25519 key (RFC 8410 section 7).
const PKCS8 = Buffer.from('302e020100300506032b656e04220420', 'hex');

/** From 32 secret bytes of the vault: always the same pair. */
export function centreKeys(secret: Buffer): CentreKeys {
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8, secret]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey);
  return {
    pair: {
      privateKey: privateKey.toCryptoKey('X25519', false, ['deriveBits']) as CryptoKey,
      publicKey: publicKey.toCryptoKey('X25519', true, []) as CryptoKey,
    },
    publicKey: publicKey.export({ format: 'jwk' }).x!,
  };
}
