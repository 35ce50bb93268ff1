import { asCivilDate } from '../../../src/core/time/civil-date.ts';
import { expect, test } from 'vitest';
import { arrivalShape } from '../../../src/register/civil-event/schema.ts';
import { APPLICATION_DETAILS } from '../../../src/register/application/rules.ts';
import type { Region } from '../../../src/register/region/schema.ts';
import { EMPTY_ADDRESS, EMPTY_DRAFT } from '../event/draft.ts';
import { arrivalFaults, arrivalSent } from './arrival-values.ts';
import { biodataFaults, biodataSent, type BiodataDraft } from './biodata-values.ts';

const village = { code: '3175071004' } as Region;
const card = { ref: 'b'.repeat(22), number: '', names: [] };
const whole: BiodataDraft = {
  values: {
    name: 'SITI CONTOH',
    sex: '2',
    birthPlace: 'JAKARTA',
    birthDate: '1990-08-05',
    religion: '1',
    address: 'JALAN CONTOH 1',
    motherName: 'IBU CONTOH',
    disability: '2',
  },
  village,
  legalBasis: 'SPTJM 1',
  seat: 'card',
  card,
  relation: '9',
  looked: ['c'.repeat(22)],
};

const day = asCivilDate('2026-01-05');

test('new biodata are sent as the room takes them, what is sealed apart, with the family that is joined', () => {
  expect(biodataFaults(whole, day)).toEqual({});
  expect(APPLICATION_DETAILS['biodata.new'].parse(biodataSent(whole))).toMatchObject({
    biodata: { name: 'SITI CONTOH', villageCode: '3175071004' },
    protected: { motherName: 'IBU CONTOH', fatherName: null, disability: 2 },
    seat: { in: 'card', card: card.ref, relation: 9 },
    looked: whole.looked,
  });
  expect(biodataSent({ ...whole, seat: '' })['seat']).toBeNull();
});

test('new biodata without a card that is to be joined, or with a name against the rules, are not sent', () => {
  const values = { ...whole.values, name: 'Satu' };
  expect(biodataFaults({ ...whole, values, card: undefined }, day)).toMatchObject({
    'details.biodata.name': 'name.one_word',
    'details.seat.card': 'field.needed',
  });
});

test('an arrival says only what is otherwise than in the move letter', () => {
  const ref = 'd'.repeat(22);
  const on = { ...EMPTY_DRAFT, occurredOn: '2018-12-11' };
  expect(arrivalSent('m', on)).toEqual({ move: 'm', occurredOn: '2018-12-11' });
  const address = { ...EMPTY_ADDRESS, village, address: 'JALAN LAIN 2' };
  expect(
    arrivalShape.parse(arrivalSent('m', { ...on, details: { address, card, movers: [{ person: ref, relation: 9 }] } })),
  ).toMatchObject({
    address: { villageCode: '3175071004', address: 'JALAN LAIN 2' },
    card: card.ref,
  });
  expect(
    Object.keys(arrivalFaults('', { ...EMPTY_DRAFT, details: { address: { ...address, village: null } } })),
  ).toEqual(['details.move', 'details.occurredOn', 'details.address.villageCode']);
});
