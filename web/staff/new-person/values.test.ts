import { describe, expect, test } from 'vitest';
import { enterResidentContract } from '../../../src/register/resident/contract.ts';
import type { Region } from '../../../src/register/region/schema.ts';
import { asked, EMPTY, entryOf, missingIn, type NewPerson } from './values.ts';

const village = { code: '3175071004' } as Region;
const whole: NewPerson = {
  values: {
    ...EMPTY.values,
    name: 'SITI CONTOH',
    sex: '2',
    birthPlace: 'JAKARTA',
    birthDate: '1990-08-05',
    religion: '1',
    address: 'JALAN CONTOH 1',
    rt: '3',
    motherName: 'IBU CONTOH',
  },
  village,
  legalBasis: 'F-1.01',
};

describe('a new person', () => {
  test('sends what the contract takes, sealed elements apart from the others', () => {
    const sent = enterResidentContract.body.parse(entryOf(whole, []));
    expect(sent.biodata).toMatchObject({ name: 'SITI CONTOH', sex: 2, rt: 3, villageCode: '3175071004', permit: null });
    expect(sent.protected).toEqual({ motherName: 'IBU CONTOH', fatherName: null, disability: null });
    expect(missingIn(whole)).toEqual([]);
  });

  test('misses what the law needs, by the names that the server uses', () => {
    expect(missingIn(EMPTY)).toEqual([
      'biodata.name',
      'biodata.sex',
      'biodata.birthPlace',
      'biodata.birthDate',
      'biodata.religion',
      'biodata.address',
      'biodata.villageCode',
      'legalBasis',
    ]);
  });

  test('is asked for a permit only when foreign, and what was typed there is not sent for a citizen', () => {
    const foreign = { ...whole, values: { ...whole.values, nationality: 'NLD', permit: '', permitNumber: 'X1' } };
    expect(missingIn(foreign)).toEqual(['biodata.permit']);
    expect(asked('nationality', whole.values)).not.toContain('permit');
    const again = { ...foreign, values: { ...foreign.values, nationality: 'IDN' } };
    expect(entryOf(again, []).biodata).not.toHaveProperty('permitNumber');
  });
});
