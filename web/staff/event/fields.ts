import type { RecordableKind } from '../../../src/register/civil-event/schema.ts';

/** How a value is asked for. `code`: of a code table; `choice`: of words; `seats`: people and what each is in the family. */
export type As =
  | 'text'
  | 'number'
  | 'date'
  | 'person'
  | 'people'
  | 'seats'
  | 'family'
  | 'address'
  | 'changes'
  | 'nationality'
  | { readonly code: 'sex' | 'religion' | 'bloodGroup' | 'permit' }
  | { readonly choice: readonly string[]; readonly words: string };

export interface FieldSpec {
  readonly name: string;
  readonly as: As;
  /** Whether it is asked at all, by what was said before. */
  readonly when?: (details: Readonly<Record<string, unknown>>) => boolean;
  /** Seldom needed: stands folded at the end. */
  readonly seldom?: true;
}

const text = (name: string, more: Omit<FieldSpec, 'name' | 'as'> = {}): FieldSpec => ({ name, as: 'text', ...more });
const person = (name: string, more: Omit<FieldSpec, 'name' | 'as'> = {}): FieldSpec => ({
  name,
  as: 'person',
  ...more,
});
const field = (name: string, as: As, more: Omit<FieldSpec, 'name' | 'as'> = {}): FieldSpec => ({ name, as, ...more });
const seldom = { seldom: true } as const;

const bond = (...bonds: string[]) => ({
  when: (details: Readonly<Record<string, unknown>>) => bonds.includes(String(details['bond'])),
});
const is = (name: string, ...values: string[]) => ({
  when: (details: Readonly<Record<string, unknown>>) => values.includes(String(details[name])),
});

const RULING = [text('court'), text('rulingNumber'), field('rulingDate', 'date')];
const COUPLE = [person('husband'), person('wife')];
const HOUSEHOLD: As = {
  choice: ['new_card', 'join_husband', 'join_wife', 'stay'],
  words: 'civil_event.household',
};
const WEDDING_END = [
  field('household', HOUSEHOLD),
  field('address', 'address', { ...is('household', 'new_card'), ...seldom }),
  text('dispensationNumber', seldom),
  text('polygamyPermit', seldom),
];

/** What each kind asks, in the order in which an officer reads it off the papers. */
export const FIELDS: Readonly<Record<RecordableKind, readonly FieldSpec[]>> = {
  birth: [
    field('bond', { choice: ['married', 'unrecorded', 'mother', 'unknown'], words: 'civil_event.bond' }),
    person('mother', bond('married', 'unrecorded', 'mother')),
    person('father', bond('married', 'unrecorded')),
    text('liabilityStatement', bond('unrecorded')),
    text('foundReport', bond('unknown')),
    text('name'),
    field('sex', { code: 'sex' }),
    text('birthPlace'),
    field('childOrder', 'number'),
    field('address', 'address', bond('unknown')),
    field('bloodGroup', { code: 'bloodGroup' }, seldom),
    field('religion', { code: 'religion' }, seldom),
    field('card', 'family', seldom),
    field('nationality', 'nationality', seldom),
    field('permit', { code: 'permit' }, seldom),
    text('permitNumber', seldom),
    field('permitUntil', 'date', seldom),
  ],
  death: [person('deceased'), text('deathPlace'), text('proofNumber'), person('spouse', seldom)],
  stillbirth: [
    person('mother'),
    person('father'),
    field('sex', { code: 'sex' }),
    text('birthPlace'),
    field('weeks', 'number'),
    text('proofNumber'),
  ],
  marriage: [...COUPLE, text('marriagePlace'), text('celebrant'), text('courtRuling', seldom), ...WEDDING_END],
  marriage_notification: [...COUPLE, text('marriagePlace'), text('office'), text('bookNumber'), ...WEDDING_END],
  divorce: [
    ...COUPLE,
    ...RULING,
    text('marriageDeedNumber', seldom),
    field('marriageDate', 'date', seldom),
    field('children', 'people'),
    field('address', 'address', seldom),
  ],
  divorce_notification: [
    ...COUPLE,
    text('deedNumber'),
    ...RULING,
    field('children', 'people'),
    field('address', 'address', seldom),
  ],
  adoption: [person('child'), person('father'), person('mother'), ...RULING],
  recognition: [person('child'), person('father'), person('mother'), text('statementNumber'), text('rulingNumber')],
  legitimation: [person('child'), person('father'), person('mother'), text('marriageDeedNumber'), text('rulingNumber')],
  name_change: [person('person'), text('newName'), ...RULING],
  sex_change: [person('person'), field('newSex', { code: 'sex' }), ...RULING],
  citizenship: [
    person('person'),
    field('change', { choice: ['gained', 'lost'], words: 'change' }),
    field('nationality', 'nationality', is('change', 'lost')),
    text('decreeNumber'),
    field('decreeDate', 'date'),
  ],
  biodata_correction: [person('person'), field('changes', 'changes'), text('proofNumber'), text('reason')],
  address_change: [
    field('movers', 'seats'),
    field('address', 'address'),
    text('reason'),
    field('card', 'family', seldom),
  ],
  move: [field('movers', 'seats'), field('address', 'address'), text('reason')],
  move_abroad: [field('movers', 'people'), field('country', 'nationality'), text('reason')],
  return_from_abroad: [
    field('movers', 'seats'),
    field('address', 'address'),
    text('passport'),
    field('card', 'family', seldom),
  ],
  other: [
    field('code', {
      choice: ['marriage_annulment', 'divorce_annulment', 'dual_nationality_child', 'guardianship', 'court_ruling'],
      words: 'civil_event.other',
    }),
    field('people', 'people'),
    text('proofNumber'),
    text('note'),
  ],
};

const GROWN = 18;
const PEOPLE: readonly unknown[] = ['person', 'people', 'seats'];

/** Which field of the report somebody is, who is on its page already: a spouse or parent by his sex, a child while he is one. */
export function fieldOf(kind: RecordableKind, person: { sex: number; age: number }): FieldSpec | undefined {
  const own = person.sex === 1 ? ['husband', 'father'] : ['wife', 'mother'];
  const wanted = [...(person.age < GROWN ? ['child'] : []), ...own, 'deceased', 'person', 'movers', 'people'];
  return wanted
    .map((name) => FIELDS[kind].find((spec) => spec.name === name && PEOPLE.includes(spec.as)))
    .find((spec) => spec !== undefined);
}

/** Parts of the details that have no field: the version comes with the person who was chosen, sealed elements are among the changes. */
export const UNASKED: Readonly<Partial<Record<RecordableKind, readonly string[]>>> = {
  biodata_correction: ['protected', 'seenVersion'],
};

/** Kinds in the two groups of the law (UU 23/2006 art. 1 (11), (17)), the most frequent first. */
export const GROUPS = {
  vital: [
    'birth',
    'death',
    'marriage',
    'marriage_notification',
    'divorce',
    'divorce_notification',
    'recognition',
    'legitimation',
    'adoption',
    'stillbirth',
    'name_change',
    'sex_change',
    'citizenship',
    'other',
  ],
  residence: ['address_change', 'move', 'move_abroad', 'return_from_abroad', 'biodata_correction'],
} as const satisfies Record<string, readonly RecordableKind[]>;
