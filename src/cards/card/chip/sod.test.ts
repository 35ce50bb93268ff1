import { spawnSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openVault } from '../../../core/vault/index.ts';
import { documentSigner } from './signer.ts';
import { signGroups, wrapped } from './sod.ts';

const dir = mkdtempSync(join(tmpdir(), 'jatidiri-sod-'));
const vault = openVault({ dir: join(dir, 'vault') });
afterAll(() => {
  vault.close();
  rmSync(dir, { recursive: true, force: true });
});

const signer = documentSigner(vault, 'SPESIMEN');
const at = new Date('2018-12-11T09:00:00Z');
const groups = [
  { number: 2, bytes: Buffer.from('a face') },
  { number: 1, bytes: Buffer.from('{"nik":"9901010101909001"}') },
];

const openssl = (...args: string[]) => spawnSync('openssl', args, { encoding: 'utf8' });
const here = openssl('version').status === 0;

/** `openssl cms -verify` over the bytes; gives the exit code, what it says and the content that was signed. */
function verify(sod: Buffer) {
  const [file, ca, out] = ['sod.der', 'ca.pem', 'content.der'].map((name) => join(dir, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(file, sod);
  writeFileSync(ca, new X509Certificate(signer.certificate).toString());
  const args = [
    'cms',
    '-verify',
    '-binary',
    '-inform',
    'DER',
    '-in',
    file,
    '-CAfile',
    ca,
    '-purpose',
    'any',
    '-out',
    out,
  ];
  return { ...openssl(...args, '-partial_chain'), content: () => readFileSync(out) };
}

test('the signature over the data groups verifies by openssl, and holds the hash of each', ({ skip }) => {
  if (!here) skip('openssl is not on this machine');
  const done = verify(signGroups(groups, signer, at));
  expect(done.stderr).toContain('success');
  expect(done.status).toBe(0);
  const content = done.content();
  for (const { bytes } of groups) expect(content.includes(createHash('sha256').update(bytes).digest())).toBe(true);
  const face = content.indexOf(createHash('sha256').update('a face').digest());
  expect(content.indexOf(createHash('sha256').update(groups[1]!.bytes).digest())).toBeLessThan(face);
});

test('one changed byte of a hash does not verify', ({ skip }) => {
  if (!here) skip('openssl is not on this machine');
  const sod = signGroups(groups, signer, at);
  const place = sod.indexOf(createHash('sha256').update('a face').digest());
  sod[place]! ^= 1;
  expect(verify(sod).status).not.toBe(0);
});

test('the same vault signs with the same key, and the chip carries it under tag 77', () => {
  const again = documentSigner(vault, 'SPESIMEN');
  expect(again.subjectKeyId).toEqual(signer.subjectKeyId);
  const sod = signGroups(groups, signer, at);
  const file = wrapped(sod);
  expect(file.subarray(0, 2)).toEqual(Buffer.of(0x77, 0x82));
  expect(file.readUInt16BE(2)).toBe(sod.length);
});
