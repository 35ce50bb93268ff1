import { expect, test } from 'vitest';
import { APPLICATION_DETAILS } from '../../../src/register/application/rules.ts';
import type { Region } from '../../../src/register/region/schema.ts';
import { cardFaults, cardSent, type CardDraft } from './card-values.ts';

const person = {
  ref: 'a'.repeat(22),
  name: 'SITI CONTOH',
  nik: '',
  birthDate: '',
  sex: 2,
  villageCode: '',
  place: '',
  masked: false,
};
const whole: CardDraft = {
  change: 'split',
  card: { ref: 'b'.repeat(22), number: '', names: [] },
  members: [
    { person, relation: '1', going: true },
    { person: { ...person, ref: 'c'.repeat(22) }, relation: '4', going: false },
  ],
  address: {
    village: { code: '3175071004' } as Region,
    address: 'JALAN CONTOH 1',
    rt: '3',
    rw: '',
    hamlet: '',
    postalCode: '',
  },
  reason: 'menikah',
};

test('what the form holds is what the room takes; who does not go is left out', () => {
  for (const kind of ['family_card.new', 'family_card.change'] as const) {
    expect(cardFaults(kind, whole)).toEqual({});
    expect(APPLICATION_DETAILS[kind].parse(cardSent(kind, whole)).members).toHaveLength(1);
  }
});

test('an address is asked of a new card and of one split off only', () => {
  expect(cardSent('family_card.change', { ...whole, change: 'join' })).not.toHaveProperty('address');
  expect(cardFaults('family_card.change', { ...whole, address: undefined as never })).toHaveProperty([
    'details.address.villageCode',
  ]);
});

test('an empty form says which fields are missing', () => {
  expect(Object.keys(cardFaults('family_card.new', {})).toSorted()).toEqual([
    'details.address.villageCode',
    'details.members',
    'details.reason',
  ]);
  expect(Object.keys(cardFaults('family_card.change', { change: 'join' })).toSorted()).toEqual([
    'details.card',
    'details.members',
    'details.reason',
  ]);
});
