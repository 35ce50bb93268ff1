import { generateKeyPairSync, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../core/idempotency/index.ts';
import { leafHash, provesInclusion } from '../../../core/ledger/index.ts';
import { ATTRIBUTE_NAMES, isScored } from '../attribute.ts';
import type { Compared, Leave } from '../compare/compare.ts';
import { PERSON_STATES, type Result } from '../schema.ts';
import { ownMessage, ownProof, treeMessage, treeProofs } from './proof.ts';
import { answerText, blanksAfter, type AnswerParts } from './text.ts';

const keys = generateKeyPairSync('ed25519');
const signer = { key: 'key-1', sign: (message: Buffer) => sign(null, message, keys.privateKey) };
const verifies = (message: Buffer, signature: string) =>
  verify(null, message, keys.publicKey, Buffer.from(signature, 'base64'));

const given = fc.uniqueArray(fc.constantFrom(...ATTRIBUTE_NAMES), { minLength: 2 });
const leaveOf = fc
  .record({
    granted: fc.uniqueArray(fc.constantFrom(...ATTRIBUTE_NAMES)),
    scores: fc.boolean(),
    tells: fc.uniqueArray(fc.constantFrom(...PERSON_STATES.slice(1))),
  })
  .map(({ granted, scores, tells }): Leave => ({
    elements: new Map(
      granted.map((name) => [name, scores && isScored(name) ? ('score' as const) : ('check' as const)]),
    ),
    threshold: 10,
    tells: new Set(tells),
  }));

/** Any answer that a question and an agreement allow. */
function someAnswer(
  names: readonly (typeof ATTRIBUTE_NAMES)[number][],
  leave: Leave,
  pick: (n: number) => number,
): Compared {
  const results = Object.fromEntries(
    names.map((name): [string, Result] => {
      const method = leave.elements.get(name);
      if (method === undefined) return [name, { result: 'not_granted' }];
      const lucky = pick(11);
      if (lucky === 0) return [name, { result: 'no_match' }];
      return [name, method === 'score' ? { result: 'score', score: lucky * 10 } : { result: 'match' }];
    }),
  );
  const states = [null, ...leave.tells];
  return { results, resultClass: 'partial', state: states[pick(states.length)]! };
}

const parts = (compared: Compared): AnswerParts => ({
  at: '2018-12-11T09:00:00.000Z',
  entry: '01890000-0000-7000-8000-000000000001',
  place: 0,
  pseudonym: 'abcdefghijklmnopqrstuv',
  reference: 'TRX "1"\\',
  compared,
});

describe('an answer', () => {
  test('is canonical JSON: read and written again it has the same bytes', () => {
    fc.assert(
      fc.property(given, leaveOf, fc.infiniteStream(fc.nat()), (names, leave, numbers) => {
        const compared = someAnswer(names, leave, (n) => numbers.next().value! % n);
        const text = answerText(parts(compared));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toMatchObject({
          results: compared.results,
          state: compared.state,
          reference: 'TRX "1"\\',
        });
      }),
    );
  });

  test('to one question under one agreement has one size, whatever it says', () => {
    fc.assert(
      fc.property(given, leaveOf, fc.infiniteStream(fc.nat()), (names, leave, numbers) => {
        const pick = (n: number) => numbers.next().value! % n;
        const sizes = Array.from({ length: 5 }, () => {
          const compared = someAnswer(names, leave, pick);
          const blanks = blanksAfter(compared, leave);
          expect(blanks).toBeGreaterThanOrEqual(0);
          return answerText(parts(compared)).length + blanks;
        });
        expect(new Set(sizes).size).toBe(1);
      }),
    );
  });
});

describe('proofs', () => {
  test('one of its own is a signature over the answer', () => {
    const text = answerText(parts({ results: {}, resultClass: 'match', state: null }));
    const proof = JSON.parse(ownProof(text, signer));
    expect(proof).toMatchObject({ key: 'key-1', kind: 'own' });
    expect(verifies(ownMessage(text), proof.signature)).toBe(true);
    expect(verifies(ownMessage(`${text} `), proof.signature)).toBe(false);
  });

  test.each([1, 2, 3, 7, 64, 100])('of %i answers each has a path to the one root that is signed', (size) => {
    const texts = Array.from({ length: size }, (_, i) => `{"n":${i}}`);
    const proofs = treeProofs(texts, signer).map((text) => JSON.parse(text));
    expect(proofs).toHaveLength(size);
    for (const [index, proof] of proofs.entries()) {
      expect(proof).toMatchObject({ index, size, kind: 'tree', key: 'key-1', signature: proofs[0].signature });
      expect(verifies(treeMessage(size, proof.root), proof.signature)).toBe(true);
      const claim = {
        index,
        size,
        leafHash: leafHash(Buffer.from(texts[index]!)),
        proof: proof.path.map((text: string) => Buffer.from(text, 'base64')),
        root: Buffer.from(proof.root, 'base64'),
      };
      expect(provesInclusion(claim)).toBe(true);
      expect(provesInclusion({ ...claim, leafHash: leafHash(Buffer.from('{"n":-1}')) })).toBe(false);
    }
  });
});
