/**
 * The services an office gives and what each asks for, as data (Perpres 96/2018, Permendagri 108/2019). Days are working
 * goals, to be set by the operator; a document that is only sometimes needed is checked by the officer.
 */
export interface Service {
  /** Calendar days from submission to decision. */
  readonly days: number;
  readonly needed: readonly DocumentCode[];
  readonly sometimes?: readonly DocumentCode[];
}

export const DOCUMENTS = [
  'family_card',
  'identity_card',
  'birth_letter',
  'death_letter',
  'stillbirth_letter',
  'marriage_proof',
  'divorce_ruling',
  'marriage_office_notice',
  'religious_ceremony_proof',
  'court_ruling',
  'move_letter',
  'move_form',
  'police_letter',
  'diploma',
  'liability_statement',
  'passport',
  'stay_permit',
  'citizenship_decree',
  'parents_consent',
  'witnesses',
  'recognition_statement',
  'photo',
  'change_form',
] as const;
export type DocumentCode = (typeof DOCUMENTS)[number];

export const SERVICES = {
  'family_card.new': { days: 1, needed: ['marriage_proof'], sometimes: ['move_letter', 'liability_statement'] },
  'family_card.change': { days: 1, needed: ['family_card', 'change_form'] },
  'family_card.lost': { days: 1, needed: ['police_letter', 'identity_card'] },
  'biodata.new': {
    days: 1,
    needed: ['liability_statement'],
    // Proofs of what happened to the person before, and of schooling; of a foreigner passport and permit are needed.
    sometimes: [
      'birth_letter',
      'diploma',
      'marriage_proof',
      'divorce_ruling',
      'family_card',
      'passport',
      'stay_permit',
    ],
  },
  'biodata.correction': { days: 3, needed: ['family_card', 'change_form'], sometimes: ['diploma', 'court_ruling'] },
  birth: {
    days: 1,
    needed: ['birth_letter', 'family_card'],
    sometimes: ['marriage_proof', 'liability_statement', 'identity_card'],
  },
  death: { days: 1, needed: ['death_letter', 'family_card'], sometimes: ['identity_card'] },
  stillbirth: { days: 1, needed: ['stillbirth_letter', 'family_card'] },
  marriage: {
    days: 1,
    needed: ['religious_ceremony_proof', 'identity_card', 'family_card', 'photo'],
    sometimes: ['passport', 'divorce_ruling'],
  },
  marriage_notification: { days: 10, needed: ['marriage_office_notice'] },
  divorce: { days: 1, needed: ['divorce_ruling', 'marriage_proof', 'identity_card', 'family_card'] },
  divorce_notification: { days: 10, needed: ['divorce_ruling'] },
  adoption: { days: 1, needed: ['court_ruling', 'family_card', 'identity_card'] },
  recognition: {
    days: 1,
    needed: ['recognition_statement', 'birth_letter', 'family_card'],
    sometimes: ['court_ruling'],
  },
  legitimation: { days: 1, needed: ['marriage_proof', 'birth_letter', 'family_card'] },
  name_change: { days: 1, needed: ['court_ruling', 'family_card', 'identity_card'] },
  sex_change: { days: 1, needed: ['court_ruling', 'family_card'] },
  citizenship: { days: 1, needed: ['citizenship_decree', 'family_card'], sometimes: ['passport', 'stay_permit'] },
  address_change: { days: 1, needed: ['family_card', 'move_form'] },
  move: { days: 1, needed: ['family_card', 'move_form', 'identity_card'] },
  // Who joins a family brings its card and its head's statement that they may.
  arrival: { days: 1, needed: ['move_letter'], sometimes: ['identity_card', 'family_card', 'liability_statement'] },
  move_abroad: { days: 1, needed: ['family_card', 'passport'] },
  return_from_abroad: { days: 1, needed: ['passport'] },
  other_event: { days: 3, needed: ['court_ruling'] },
  // Carried out by the room of recording, as an appointment.
  enrolment: { days: 1, needed: ['family_card'], sometimes: ['stay_permit'] },
  // Carried out by the room of cards, as a request in the queue for printing.
  'card.first': { days: 1, needed: ['family_card'] },
  'card.change': { days: 1, needed: ['family_card', 'identity_card'] },
  'card.damage': { days: 1, needed: ['identity_card'], sometimes: ['family_card'] },
  'card.loss': { days: 1, needed: ['police_letter'], sometimes: ['family_card'] },
} as const satisfies Record<string, Service>;

export type ServiceKind = keyof typeof SERVICES;
export const SERVICE_KINDS = Object.keys(SERVICES) as [ServiceKind, ...ServiceKind[]];

/** The documents that a service asks for, needed ones first. */
export function requirementsOf(kind: ServiceKind): { code: DocumentCode; needed: boolean }[] {
  const service: Service = SERVICES[kind];
  return [
    ...service.needed.map((code) => ({ code, needed: true })),
    ...(service.sometimes ?? []).map((code) => ({ code, needed: false })),
  ];
}
