import { describe, expect, test } from 'vitest';
import { batchShape, MOST_IN_BATCH, questionShape } from './schema.ts';

const QUESTION = {
  nik: '3175070508909001',
  attributes: { name: 'SITI CONTOH RAHAYU', birthDate: '1990-08-05' },
  purpose: 'public_service',
  basis: 'contract',
  unit: 'KC Contoh',
  endUser: 'teller-7',
  reference: 'TRX-1',
};
const asked = (attributes: Record<string, unknown>) => questionShape.safeParse({ ...QUESTION, attributes });
const faults = (over: Record<string, unknown>) => {
  const { error } = questionShape.safeParse({ ...QUESTION, ...over });
  return error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
};

describe('a question', () => {
  test('is read into codes, numbers and NFC text', () => {
    const { attributes } = questionShape.parse({
      ...QUESTION,
      attributes: {
        name: '  Cafe\u0301 Contoh ',
        sex: 'perempuan',
        maritalStatus: 'BELUM KAWIN',
        occupation: '15',
        rt: '003',
        address: 'Jl. Contoh 1',
      },
    });
    expect(attributes).toEqual({
      name: 'Café Contoh',
      sex: 2,
      maritalStatus: 1,
      occupation: 15,
      rt: 3,
      address: 'Jl. Contoh 1',
    });
  });

  test.each([
    [{ nik: 3175070508909001 }, 'nik: verification.nik_number'],
    [{ nik: '317507050890900' }, 'nik: verification.nik'],
    [{ nik: '3175070508909\u200b01' }, 'nik: verification.invisible'],
    [{ nik: '３１７５０７０５０８９０９００１' }, 'nik: verification.nik'],
    [{ attributes: { name: 'SITI\u200bCONTOH', birthDate: '1990-08-05' } }, 'attributes.name: verification.invisible'],
    [
      { attributes: { familyCard: 3175070106119001, name: 'X' } },
      'attributes.familyCard: verification.number_as_number',
    ],
    [{ attributes: { name: 'X', birthDate: '1990-02-30' } }, 'attributes.birthDate: verification.day'],
    [{ attributes: { name: 'X', sex: 'ya' } }, 'attributes.sex: verification.code_unknown'],
    [{ attributes: { name: 'X', rt: 'III' } }, 'attributes.rt: verification.neighbourhood'],
    [{ attributes: { name: 'X' } }, 'attributes: verification.two_more'],
    [{ attributes: { birthDate: '1990-08-05', sex: 'P' } }, 'attributes: verification.no_anchor'],
    [{ attributes: { religion: 'ISLAM', maritalStatus: 'KAWIN', sex: 'P' } }, 'attributes: verification.no_anchor'],
    [{ basis: 'consent' }, 'consent: verification.consent_missing'],
    [{ reference: '3175070508909001' }, 'reference: verification.long_number'],
    [{ endUser: 'Siti\u0000' }, 'endUser: verification.own_word'],
    [{ unit: 'Cabang Jogjå' }, 'unit: verification.own_word'],
  ])('%j is refused: %s', (over, fault) => expect(faults(over)).toEqual([fault]));

  test('a name of 10,000 letters is refused for its length, an unknown field by its name', () => {
    const { error } = asked({ name: 'A'.repeat(10_000), birthDate: '1990-08-05' });
    expect(error?.issues[0]).toMatchObject({ code: 'too_big', path: ['attributes', 'name'], maximum: 100 });
    expect(asked({ name: 'X', birthDate: '1990-08-05', shoeSize: '42' }).error?.issues[0]).toMatchObject({
      code: 'unrecognized_keys',
      keys: ['shoeSize'],
    });
  });
});

test('a batch takes up to a thousand, and names the place of what is wrong', () => {
  const { nik, attributes, reference, ...why } = QUESTION;
  const item = { nik, attributes, reference };
  const batch = (items: unknown[]) => batchShape.safeParse({ ...why, items });
  expect(batch(Array.from({ length: MOST_IN_BATCH }, () => item)).success).toBe(true);
  expect(batch(Array.from({ length: MOST_IN_BATCH + 1 }, () => item)).error?.issues[0]).toMatchObject({
    code: 'too_big',
  });
  expect(batch([]).error?.issues[0]).toMatchObject({ code: 'too_small' });
  const wrong = batch([item, { ...item, nik: 1 }]).error?.issues[0];
  expect(wrong).toMatchObject({ path: ['items', 1, 'nik'], message: 'verification.nik_number' });
});
