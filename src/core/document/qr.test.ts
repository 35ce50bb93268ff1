import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import fc from 'fast-check';
import QRCode from 'qrcode';
import { describe, expect, it } from 'vitest';
import { newId, type Uuid } from '../id/index.ts';
import { addDays, asCivilDate } from '../time/index.ts';
import { encodeQr, parseQr, type QrContent, type QrIssuer, verifyQr } from './qr.ts';

function givenIssuer(origin = 'log.example.go.id/jatidiri') {
  const pair = generateKeyPairSync('ed25519');
  const publicKey = Buffer.from(pair.publicKey.export({ format: 'jwk' }).x!, 'base64url');
  const issuer: QrIssuer = { origin, publicKey };
  return { issuer, sign: (message: Buffer) => sign(null, message, pair.privateKey) };
}

const content: QrContent = {
  documentId: newId(),
  kindCode: 1,
  issuedOn: asCivilDate('2018-12-11'),
  contentHash: randomBytes(16),
  checkpoint: { size: 48_213_377, root: randomBytes(32) },
};

const given = givenIssuer();
const text = encodeQr('periksa.contoh.go.id', given.issuer, content, given.sign);

describe('the code on a paper', () => {
  it('prints at 25 mm: under 300 characters, at most version 11 at correction M', () => {
    expect(text.length).toBeLessThan(300);
    expect(QRCode.create(text, { errorCorrectionLevel: 'M' }).version).toBeLessThanOrEqual(11);
  });

  it('verifies without network by origin and public key alone', () => {
    const read = parseQr(text)!;
    expect(read).toMatchObject({ ...content });
    expect(verifyQr(read, given.issuer)).toBe(true);
  });

  it('reads the same without the address and with a stray space', () => {
    expect(parseQr(` ${text.split('/').at(-1)!}\n`)).toEqual(parseQr(text));
  });

  it('is not genuine under another key or another origin', () => {
    const read = parseQr(text)!;
    expect(verifyQr(read, givenIssuer().issuer)).toBe(false);
    expect(verifyQr(read, { ...given.issuer, origin: 'other.example' })).toBe(false);
  });

  it('is never genuine once any bit has changed', () => {
    const payload = Buffer.from(text.split('/').at(-1)!, 'base64url');
    for (let bit = 0; bit < payload.length * 8; bit += 3) {
      const changed = Buffer.from(payload);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      const read = parseQr(changed.toString('base64url'));
      expect(read !== null && verifyQr(read, given.issuer), `bit ${bit}`).toBe(false);
    }
  });

  it('gives back what was put in, for any content', () => {
    const any = fc.record({
      documentId: fc.uuid({ version: 7 }).map((text) => text as Uuid),
      kindCode: fc.integer({ min: 1, max: 255 }),
      issuedOn: fc.integer({ min: 0, max: 0xffff }).map((days) => addDays(asCivilDate('1970-01-01'), days)),
      contentHash: fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes)),
      checkpoint: fc.record({
        size: fc.integer({ min: 0, max: 2 ** 48 - 1 }),
        root: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes)),
      }),
    });
    fc.assert(
      fc.property(any, (each) => {
        expect(parseQr(encodeQr('h.id', given.issuer, each, given.sign))).toMatchObject(each);
      }),
      { numRuns: 50 },
    );
  });

  it('refuses what is no code of ours instead of throwing', () => {
    fc.assert(fc.property(fc.string({ maxLength: 400 }), (any) => parseQr(any) === null));
    expect(parseQr(text.slice(0, -1))).toBeNull();
    expect(parseQr(text.replace('https', 'http'))).toBeNull();
  });

  it('of a trial opens on the machine that printed it, without TLS', () => {
    const trial = encodeQr('localhost:8080', given.issuer, content, given.sign);
    expect(trial).toMatch(/^http:\/\/localhost:8080\/periksa\//);
    expect(parseQr(trial)).toMatchObject(content);
    expect(parseQr(trial.replace('localhost:8080', 'contoh.go.id'))).toBeNull();
  });

  it('refuses a date, host or hash that does not fit', () => {
    const encode = (host: string, change: Partial<QrContent>) =>
      encodeQr(host, given.issuer, { ...content, ...change }, given.sign);
    expect(() => encode('a'.repeat(60), {})).toThrow(RangeError);
    expect(() => encode('h', { issuedOn: asCivilDate('1969-12-31') })).toThrow(RangeError);
    expect(() => encode('h', { contentHash: randomBytes(8) })).toThrow(RangeError);
  });
});
