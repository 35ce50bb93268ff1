import { verify as verifySignature, createPublicKey } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenFamily, givenResident } from '../../../test/given/people.ts';
import { canonicalJson } from '../../core/idempotency/index.ts';
import { leafHash, provesInclusion, whoLooked } from '../../core/ledger/index.ts';
import type { Nik } from '../../core/id/index.ts';
import { ownMessage, treeMessage } from './answer/proof.ts';
import { readDetail } from './answer/detail.ts';
import { givenVerification, QUESTION, type Asked, type GivenVerification } from './given-partner.ts';
import { answeredShape, batchAnsweredShape } from './schema.ts';

let given: GivenVerification;
let partner: Awaited<ReturnType<GivenVerification['partner']>>;
let siti: Nik;
let card: string;

beforeAll(async () => {
  given = await givenVerification();
  siti = await givenResident(given, {}, { motherName: 'IBU CONTOH' });
  card = await givenFamily(given, [{ nik: siti, relation: 1 }]);
  partner = await given.partner();
});

const about = (nik: string, attributes: Record<string, unknown> = QUESTION.attributes, over: object = {}) => ({
  ...QUESTION,
  nik,
  attributes,
  ...over,
});

describe('a question', () => {
  test('is answered field by field, under an entry of its own that the person sees', async () => {
    const asked = await partner.ask(
      about(siti, { ...QUESTION.attributes, familyCard: card, motherName: 'Iboe Tjontoh', religion: 'ISLAM' }),
    );
    expect(asked.status).toBe(200);
    answeredShape.parse(asked.body);
    const { answer } = asked.body;
    expect(answer).toMatchObject({ reference: 'TRX-1', place: 0, state: null });
    expect(answer.results).toEqual({
      name: { result: 'score', score: 100 },
      birthDate: { result: 'match' },
      sex: { result: 'match' },
      familyCard: { result: 'match' },
      motherName: { result: 'match' },
      religion: { result: 'not_granted' },
    });
    const [look] = await given.system((tx) => whoLooked(tx, siti));
    expect(look).toMatchObject({
      entryId: answer.entry,
      label: 'verification.answered',
      by: `partner:${partner.id}`,
      purpose: 'public_service',
    });
    expect(readDetail(look!.detail!)).toMatchObject({ results: answer.results, reference: 'TRX-1' });
    expect(JSON.stringify(look)).not.toContain('SITI');
  });
});
void [
  verifySignature,
  createPublicKey,
  canonicalJson,
  leafHash,
  provesInclusion,
  ownMessage,
  treeMessage,
  batchAnsweredShape,
];
void ((_: Asked) => {});
