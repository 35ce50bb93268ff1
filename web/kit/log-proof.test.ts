import { generateKeyPairSync, sign } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  checkpointText,
  inclusionRanges,
  leafHash,
  rangeHash,
  rootOf,
  signNote,
  verifierLine,
} from '../../src/core/ledger/log/index.ts';
import { isSignedBy, walkProof } from './log-proof.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const key = { name: 'log/percobaan', publicKey: Buffer.from(publicKey.export({ format: 'jwk' }).x!, 'base64url') };
const signing = (text: string) => signNote(text, key, (message) => sign(null, message, privateKey));

async function given(seq: number, size: number) {
  const texts = Array.from({ length: size }, (_, i) => JSON.stringify({ entry: i }));
  const leaves = texts.map((text) => leafHash(Buffer.from(text)));
  const read = async (height: number, index: number) =>
    rootOf(leaves.slice(index * 2 ** height, (index + 1) * 2 ** height));
  const proof = await Promise.all(inclusionRanges(seq, size).map((range) => rangeHash(range, read)));
  const checkpoint = signing(checkpointText({ origin: key.name, size, root: rootOf(leaves) }));
  return { seq, text: texts[seq]!, proof: proof.map((hash) => hash.toString('base64')), checkpoint };
}

test('a browser comes from each entry of a log to the root that the server signed', async () => {
  for (const size of [1, 2, 3, 7, 8, 13]) {
    for (let seq = 0; seq < size; seq++) expect((await walkProof(await given(seq, size))).holds).toBe(true);
  }
});

test('an altered entry, another place in the log and a proof cut short do not hold', async () => {
  const good = await given(4, 13);
  expect((await walkProof({ ...good, text: `${good.text} ` })).holds).toBe(false);
  expect((await walkProof({ ...good, seq: 5 })).holds).toBe(false);
  expect((await walkProof({ ...good, proof: good.proof.slice(1) })).holds).toBe(false);
  expect((await walkProof({ ...good, checkpoint: 'bukan titik periksa' })).holds).toBe(false);
});

test('a checkpoint holds under the key of the log alone, and only as it was signed', async () => {
  const { checkpoint } = await given(0, 3);
  const line = verifierLine(key);
  expect(await isSignedBy(checkpoint, line)).toBe('yes');
  expect(await isSignedBy(checkpoint.replace('\n3\n', '\n4\n'), line)).toBe('no');
  const other = verifierLine({ ...key, publicKey: Buffer.alloc(32, 7) });
  expect(await isSignedBy(checkpoint, other)).toBe('no');
  expect(await isSignedBy('bukan titik periksa', line)).toBe('no');
});
