/**
 * Shapes of civil events, safe in a browser: what each kind asks for (`DETAILS`), and what an event looks like.
 * People are named by reference; dates of rulings and letters are the day on the paper.
 */
import { z } from 'zod';
import { addressShape, familyRefShape, relationShape } from '../family/schema.ts';
import {
  civilDateShape,
  namedPersonShape,
  personRefShape,
  protectedChangesShape,
  textShape,
  villageCodeShape,
} from '../resident/schema.ts';

const code = (max: number) => z.number().int().min(1, { message: 'field.code' }).max(max, { message: 'field.code' });
const ruling = {
  court: textShape(100),
  rulingNumber: textShape(60),
  rulingDate: civilDateShape,
};
const seatShape = z.object({ person: personRefShape, relation: relationShape });
const seatsShape = z.array(seatShape).min(1, { message: 'field.empty' }).max(50);
/** An address in the village where the event is about to be; the postal code is the card's. */
const homeShape = addressShape;

/** How a birth speaks of the parents (Permendagri 109/2019). */
export const BONDS = ['married', 'unrecorded', 'mother', 'unknown'] as const;
export type Bond = (typeof BONDS)[number];

const birth = z.object({
  name: textShape(60),
  sex: code(2),
  birthPlace: textShape(60),
  childOrder: z.number().int().min(1).max(30),
  bond: z.enum(BONDS),
  mother: personRefShape.nullable().default(null),
  father: personRefShape.nullable().default(null),
  religion: code(7).nullable().default(null),
  bloodGroup: code(13).default(13),
  /** Foreign children only: the nationality and the permit that their parents hold. */
  nationality: z
    .string()
    .regex(/^[A-Z]{3}$/, { message: 'field.nationality' })
    .nullable()
    .default(null),
  permit: code(2).nullable().default(null),
  permitNumber: textShape(40).nullable().default(null),
  permitUntil: civilDateShape.nullable().default(null),
  /** SPTJM that takes the place of a marriage proof (F-2.04). */
  liabilityStatement: textShape(60).nullable().default(null),
  /** A foundling: the police report or the ruling that says so, and where the child lives. */
  foundReport: textShape(60).nullable().default(null),
  card: familyRefShape.nullable().default(null),
  address: homeShape.nullable().default(null),
});

const death = z.object({
  deceased: personRefShape,
  deathPlace: textShape(60),
  proofNumber: textShape(60),
  /** Where the card does not say who the husband or wife is. */
  spouse: personRefShape.nullable().default(null),
});

const stillbirth = z.object({
  mother: personRefShape,
  father: personRefShape.nullable().default(null),
  sex: code(2),
  birthPlace: textShape(60),
  /** From 28 weeks on it is reported (UU 23/2006 art. 33). */
  weeks: z.number().int().min(28, { message: 'field.weeks' }).max(45, { message: 'field.weeks' }),
  proofNumber: textShape(60),
});

/** Whose card the couple lives in afterwards; `stay` leaves both where they are. */
export const HOUSEHOLDS = ['new_card', 'join_husband', 'join_wife', 'stay'] as const;

const couple = {
  husband: personRefShape,
  wife: personRefShape,
};
const wedding = {
  ...couple,
  marriagePlace: textShape(60),
  household: z.enum(HOUSEHOLDS).default('new_card'),
  /** Of the new card; the husband's where none is given. */
  address: homeShape.nullable().default(null),
  /** The court's leave to marry below the age of the law. */
  dispensationNumber: textShape(60).nullable().default(null),
  /** The court's leave for a husband who is married already. */
  polygamyPermit: textShape(60).nullable().default(null),
};
const marriage = z.object({
  ...wedding,
  celebrant: textShape(100),
  /** For a couple of two religions (UU 23/2006 art. 35). */
  courtRuling: textShape(60).nullable().default(null),
});
const marriageNotification = z.object({ ...wedding, office: textShape(100), bookNumber: textShape(60) });

const parting = {
  ...couple,
  ...ruling,
  /** Who leaves the common card for a new one takes these children along. */
  children: z.array(personRefShape).max(30).default([]),
  address: homeShape.nullable().default(null),
};
const divorce = z.object({
  ...parting,
  marriageDeedNumber: textShape(60).nullable().default(null),
  marriageDate: civilDateShape.nullable().default(null),
});
const divorceNotification = z.object({ ...parting, deedNumber: textShape(60) });

const adoption = z
  .object({
    child: personRefShape,
    father: personRefShape.nullable().default(null),
    mother: personRefShape.nullable().default(null),
    ...ruling,
  })
  .refine((given) => given.father !== null || given.mother !== null, {
    path: ['mother'],
    message: 'field.adoptive_parent',
  });

const recognition = z.object({
  child: personRefShape,
  father: personRefShape,
  mother: personRefShape,
  statementNumber: textShape(60),
  /** Needed where the religion does not know recognition. */
  rulingNumber: textShape(60).nullable().default(null),
});

const legitimation = z.object({
  child: personRefShape,
  father: personRefShape,
  mother: personRefShape,
  marriageDeedNumber: textShape(60),
  rulingNumber: textShape(60).nullable().default(null),
});

const nameChange = z.object({ person: personRefShape, newName: textShape(60), ...ruling });
const sexChange = z.object({ person: personRefShape, newSex: code(2), ...ruling });

const citizenship = z.object({
  person: personRefShape,
  change: z.enum(['gained', 'lost']),
  decreeNumber: textShape(60),
  decreeDate: civilDateShape,
  /** The new nationality of who lost ours. */
  nationality: z
    .string()
    .regex(/^[A-Z]{3}$/, { message: 'field.nationality' })
    .nullable()
    .default(null),
});

const biodataCorrection = z.object({
  person: personRefShape,
  seenVersion: z.number().int().min(1),
  /** Element to new value; the register of residents says which may be corrected. */
  changes: z.record(z.string(), z.unknown()),
  /** Parents' names and disability; of these the event keeps only which changed. */
  protected: protectedChangesShape.optional(),
  proofNumber: textShape(100),
  reason: textShape(500),
});

const addressChange = z.object({
  /** Of one card; the relation each has afterwards. All of them keep it where the whole card moves. */
  movers: seatsShape,
  address: homeShape,
  /** A card in force at the new address that they join. */
  card: familyRefShape.nullable().default(null),
  reason: textShape(60),
});
const move = z.object({
  movers: seatsShape,
  address: homeShape,
  reason: textShape(60),
});
const moveAbroad = z.object({
  movers: z.array(personRefShape).min(1, { message: 'field.empty' }).max(50),
  country: z.string().regex(/^[A-Z]{3}$/, { message: 'field.nationality' }),
  reason: textShape(60),
});
const returnFromAbroad = z.object({
  movers: seatsShape,
  address: homeShape,
  card: familyRefShape.nullable().default(null),
  passport: textShape(20).nullable().default(null),
});

const other = z.object({
  code: z.string().regex(/^[a-z_]{3,40}$/, { message: 'field.code' }),
  people: z.array(personRefShape).min(1, { message: 'field.empty' }).max(10),
  proofNumber: textShape(60),
  note: textShape(500),
});

/** What each kind of event asks for. */
export const DETAILS = {
  birth,
  death,
  stillbirth,
  marriage,
  marriage_notification: marriageNotification,
  divorce,
  divorce_notification: divorceNotification,
  adoption,
  recognition,
  legitimation,
  name_change: nameChange,
  sex_change: sexChange,
  citizenship,
  biodata_correction: biodataCorrection,
  address_change: addressChange,
  move,
  move_abroad: moveAbroad,
  return_from_abroad: returnFromAbroad,
  other,
} as const;

/** Kinds that an officer records with `recordEvent`. */
export type RecordableKind = keyof typeof DETAILS;
export type DetailsOf<Kind extends RecordableKind> = z.output<(typeof DETAILS)[Kind]>;
export const RECORDABLE = Object.keys(DETAILS) as [RecordableKind, ...RecordableKind[]];

/** All kinds: an arrival ends a move, `undo` takes an event back. */
export type EventKindName = RecordableKind | 'arrival' | 'undo';
export const KINDS = [...RECORDABLE, 'arrival', 'undo'] as [EventKindName, ...EventKindName[]];

export const EVENT_STATES = ['pending', 'recorded', 'undone'] as const;
export type EventState = (typeof EVENT_STATES)[number];

/** What the office of arrival says; the address that the letter names where it says nothing. */
export const arrivalShape = z.object({
  occurredOn: civilDateShape,
  address: homeShape.nullable().default(null),
  /** A card in force at the destination that they join. */
  card: familyRefShape.nullable().default(null),
  /** Relations anew, where somebody of the letter does not arrive; as the letter has them where this is absent. */
  movers: seatsShape.nullable().default(null),
});
export type ArrivalInput = z.output<typeof arrivalShape>;

export const recordShape = z.object({
  kind: z.enum(RECORDABLE),
  occurredOn: civilDateShape,
  reportedOn: civilDateShape.optional(),
  villageCode: villageCodeShape,
  details: z.record(z.string(), z.unknown()),
  legalBasis: textShape(200).nullable().default(null),
  /** References of the likely duplicates that the officer has looked at. */
  looked: z.array(personRefShape).max(20).default([]),
});

export const saidShape = z.object({ code: z.string(), text: z.string() });

/** A certificate or letter and whose it is; `waiting` where one is due and the press had no time: ask for it again. */
export const eventPaperShape = z.object({
  ref: z.string(),
  role: z.string(),
  state: z.enum(['issued', 'waiting']),
  /** Whether the officer who asks could print it, or print it again. */
  mayPrint: z.boolean(),
});

export const recordedShape = z.object({
  id: z.string(),
  kind: z.enum(KINDS),
  state: z.enum(EVENT_STATES),
  daysLate: z.number(),
  /** Number of the deed or letter. */
  certificateNumber: z.string().nullable(),
  papers: z.array(eventPaperShape),
  registered: z.array(z.object({ ref: z.string(), nik: z.string() })),
  effects: z.array(saidShape),
  warnings: z.array(saidShape),
});

export const participantShape = z.object({
  ref: z.string(),
  role: z.string(),
  name: z.string(),
  masked: z.boolean(),
});

export const eventLineShape = z.object({
  id: z.string(),
  kind: z.enum(KINDS),
  state: z.enum(EVENT_STATES),
  occurredOn: z.string(),
  reportedOn: z.string(),
  recordedAt: z.string(),
  place: z.string(),
  daysLate: z.number(),
  certificateNumber: z.string().nullable(),
  person: z.string().nullable(),
  personName: z.string().nullable(),
});

export const eventViewShape = eventLineShape.extend({
  villageCode: z.string(),
  officeId: z.string().nullable(),
  office: z.string().nullable(),
  officerId: z.string(),
  officer: z.string().nullable(),
  applicationId: z.string().nullable(),
  legalBasis: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
  /** Everybody whom the details name. */
  people: z.array(namedPersonShape),
  participants: z.array(participantShape),
  papers: z.array(eventPaperShape),
  undoneBy: z.string().nullable(),
  undoes: z.string().nullable(),
  mayUndo: z.boolean(),
});

export const moveLineShape = z.object({
  id: z.string(),
  letterNumber: z.string(),
  direction: z.enum(['out', 'in', 'within']),
  from: z.string(),
  to: z.string(),
  departedOn: z.string(),
  daysUnderway: z.number(),
  /** Where the letter says they go. */
  destination: addressShape,
  people: z.array(z.object({ ref: z.string(), name: z.string(), relation: z.number().nullable() })),
});
