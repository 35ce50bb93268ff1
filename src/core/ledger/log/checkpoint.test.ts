import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  checkpointText,
  openCheckpoint,
  openNote,
  parseVerifierLine,
  signNote,
  verifierLine,
  type NoteKey,
} from './checkpoint.ts';
import { EMPTY_ROOT } from './merkle.ts';

function signer(name: string) {
  const pair = generateKeyPairSync('ed25519');
  const publicKey = Buffer.from(pair.publicKey.export({ format: 'jwk' }).x!, 'base64url');
  const key: NoteKey = { name, publicKey };
  return { key, sign: (message: Buffer) => sign(null, message, pair.privateKey) };
}

const log = signer('example.org/log');
const checkpoint = { origin: 'example.org/log', size: 20_852_163, root: EMPTY_ROOT };
const note = signNote(checkpointText(checkpoint), log.key, log.sign);

describe('a checkpoint', () => {
  it('is three lines, an empty one and a signature', () => {
    expect(note).toMatch(
      /^example\.org\/log\n20852163\n47DEQpj8HBSa\+\/TImW\+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— example\.org\/log \S+\n$/u,
    );
    expect(openCheckpoint(note, log.key)).toEqual(checkpoint);
  });

  it('is refused when any byte of it was changed', () => {
    for (let i = 0; i < note.length; i++) {
      const changed = note.slice(0, i) + (note[i] === 'A' ? 'B' : 'A') + note.slice(i + 1);
      expect(openCheckpoint(changed, log.key)).toBeNull();
    }
  });

  it('signed by another key of the same name is refused', () => {
    expect(openCheckpoint(signNote(checkpointText(checkpoint), { ...log.key }, signer('x').sign), log.key)).toBeNull();
    const other = signer('example.org/log');
    expect(openCheckpoint(signNote(checkpointText(checkpoint), other.key, other.sign), log.key)).toBeNull();
  });

  it('may carry signatures of others', () => {
    const witness = signer('witness.example');
    const cosigned = note + signNote(checkpointText(checkpoint), witness.key, witness.sign).split('\n\n')[1]!;
    expect(openCheckpoint(cosigned, log.key)).toEqual(checkpoint);
    expect(openNote(cosigned, witness.key)).toBe(checkpointText(checkpoint));
  });

  it('of another origin than its key is refused', () => {
    const other = checkpointText({ ...checkpoint, origin: 'example.org/other' });
    expect(openCheckpoint(signNote(other, log.key, log.sign), log.key)).toBeNull();
  });

  it('of a size with leading zeroes, a short root or control characters is refused', () => {
    for (const text of [
      'example.org/log\n01\nAAAA\n',
      'example.org/log\n1\nAAAA\n',
      `example.org/log\t\n1\n${EMPTY_ROOT.toString('base64')}\n`,
    ]) {
      expect(openCheckpoint(signNote(text, log.key, log.sign), log.key)).toBeNull();
    }
  });
});

describe('a verifier line', () => {
  it('gives the key back', () => expect(parseVerifierLine(verifierLine(log.key))).toEqual(log.key));
  it('whose id does not fit its key is refused', () => {
    expect(() => parseVerifierLine(verifierLine(log.key).replace(/\+[0-9a-f]{8}\+/, '+00000000+'))).toThrow(RangeError);
  });
});
