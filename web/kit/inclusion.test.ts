import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { inclusionRanges, leafHash, rangeHash, rootOf } from '../../src/core/ledger/log/index.ts';
import { isIncluded } from './inclusion.ts';

const leaves = Array.from({ length: 40 }, (_, place) => leafHash(Buffer.from(`entry ${place}`)));
const base64 = (hash: Buffer) => hash.toString('base64');

async function proofOf(seq: number, size: number): Promise<string[]> {
  const read = (height: number, index: number) =>
    Promise.resolve(rootOf(leaves.slice(index * 2 ** height, (index + 1) * 2 ** height)));
  return Promise.all(inclusionRanges(seq, size).map(async (range) => base64(await rangeHash(range, read))));
}

const noteOf = (size: number, root = rootOf(leaves.slice(0, size))) =>
  `log.example\n${size}\n${base64(root)}\n\n— log.example signature\n`;

describe('what the browser checks itself', () => {
  test('holds for every entry of logs of every size', async () => {
    for (let size = 1; size <= leaves.length; size++) {
      for (let seq = 0; seq < size; seq++) {
        const given = {
          seq,
          leafHash: base64(leaves[seq]!),
          proof: await proofOf(seq, size),
          checkpoint: noteOf(size),
        };
        expect(await isIncluded(given), `${seq} of ${size}`).toBe(true);
      }
    }
  });

  test('fails for another entry, another place, another root, a proof cut short or lengthened', async () => {
    const whole = { seq: 5, leafHash: base64(leaves[5]!), proof: await proofOf(5, 21), checkpoint: noteOf(21) };
    const other = createHash('sha256').update('other').digest();
    expect(await isIncluded(whole)).toBe(true);
    expect(await isIncluded({ ...whole, leafHash: base64(leaves[6]!) })).toBe(false);
    expect(await isIncluded({ ...whole, seq: 4 })).toBe(false);
    expect(await isIncluded({ ...whole, checkpoint: noteOf(21, other) })).toBe(false);
    expect(await isIncluded({ ...whole, proof: whole.proof.slice(1) })).toBe(false);
    expect(await isIncluded({ ...whole, proof: [...whole.proof, base64(other)] })).toBe(false);
    expect(await isIncluded({ ...whole, seq: 21 })).toBe(false);
    expect(await isIncluded({ ...whole, checkpoint: 'not a checkpoint' })).toBe(false);
  });
});
