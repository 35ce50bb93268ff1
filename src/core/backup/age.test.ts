import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decryptStream, encryptStream, makeIdentity, parseIdentities, parseRecipient } from './age.ts';

async function bytesOf(chunks: AsyncIterable<unknown>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const chunk of chunks) parts.push(chunk as Buffer);
  return Buffer.concat(parts);
}

const encrypt = (plain: Buffer, recipients: readonly string[]) =>
  bytesOf(Readable.from([plain]).pipe(encryptStream(recipients.map(parseRecipient))));
const decrypt = (sealed: Buffer, identity: string) =>
  bytesOf(decryptStream(Readable.from([sealed], { objectMode: true }), parseIdentities(identity)));

describe('files encrypted to a key', () => {
  it('knows the pair that the specification of age gives', () => {
    // age-encryption.org/v1, "The X25519 recipient type": the secret key is 32 times 0x42.
    const [identity] = parseIdentities('AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX');
    const recipient = parseRecipient('age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj');
    expect(identity!.publicKey).toEqual(recipient.publicKey);
  });

  it('open with the secret key of any recipient, whatever their length', async () => {
    const [first, second] = [makeIdentity(), makeIdentity()];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(0, 1, 65_535, 65_536, 65_537, 131_072, 200_000), async (length) => {
        const plain = Buffer.alloc(length, 7);
        const sealed = await encrypt(plain, [first.recipient, second.recipient]);
        expect((await decrypt(sealed, first.identity)).equals(plain)).toBe(true);
        expect((await decrypt(sealed, second.identity)).equals(plain)).toBe(true);
      }),
      { numRuns: 14 },
    );
  });

  it('do not open with another key, when cut off, or when a byte was changed', async () => {
    const { identity, recipient } = makeIdentity();
    const sealed = await encrypt(Buffer.alloc(70_000, 7), [recipient]);
    await expect(decrypt(sealed, makeIdentity().identity)).rejects.toMatchObject({ code: 'backup.identity_missing' });
    await expect(decrypt(sealed.subarray(0, 65_800), identity)).rejects.toThrow();
    for (const at of [30, 100, 170, 220, 66_000, sealed.length - 1]) {
      const changed = Buffer.from(sealed);
      changed[at]! ^= 1;
      await expect(decrypt(changed, identity)).rejects.toThrow();
    }
  });

  it('refuses a key that was mistyped', () => {
    const { identity, recipient } = makeIdentity();
    const mistyped = recipient.slice(0, -1) + (recipient.endsWith('q') ? 'p' : 'q');
    expect(() => parseRecipient(mistyped)).toThrow('backup.recipient_malformed');
    expect(() => parseRecipient(identity)).toThrow('backup.recipient_malformed');
    expect(() => parseIdentities(recipient)).toThrow('backup.recipient_malformed');
  });
});
