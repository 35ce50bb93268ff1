/** Shapes of recording, safe in a browser. */
import { z } from 'zod';
import { civilDateShape, nikShape, textShape, villageCodeShape } from '../../register/resident/schema.ts';
import { EXCEPTION_REASONS, isPosition, itemKey, MODALITIES, TEMPLATE_FORMATS } from '../biometric/schema.ts';
import { NEEDED_ITEMS, PICTURE_TYPES } from './items.ts';
import { ACTORS, STAGES, STATUSES, type Status } from './status.ts';

export * from './items.ts';

const instant = z.iso.datetime({ precision: 3 });
const digest = z.string().regex(/^[0-9a-f]{64}$/);
/** 32 bytes, base64url. */
export const keyShape = z.string().regex(/^[A-Za-z0-9_-]{43}$/, { message: 'enrolment.field.key' });
const MOST_BYTES = 64 * 1024 * 1024;

/** What stands open on a packet. It names nobody. */
export const headShape = z.strictObject({
  id: z.uuid(),
  station: z.uuid(),
  centreKey: keyShape,
  capturedAt: instant,
  sealedSha256: digest,
  sealedSize: z.number().int().min(52).max(MOST_BYTES),
});
export type PacketHead = z.output<typeof headShape>;

const itemShape = z
  .strictObject({
    modality: z.enum(MODALITIES),
    position: z.number().int().min(0).max(10),
    mediaType: z.enum(PICTURE_TYPES).nullable(),
    format: z.enum(TEMPLATE_FORMATS).nullable(),
    quality: z.number().int().min(0).max(100).nullable(),
    tries: z.number().int().min(1).max(99),
    offset: z.number().int().min(0).max(MOST_BYTES),
    length: z.number().int().min(0).max(MOST_BYTES),
    sha256: digest,
    exception: z.enum(EXCEPTION_REASONS).nullable(),
  })
  .refine(({ modality, position }) => isPosition(modality, position), { path: ['position'] })
  // A picture, a template or the reason why there is neither: one of the three.
  .refine(({ mediaType, format, exception }) => [mediaType, format, exception].filter(Boolean).length === 1, {
    path: ['exception'],
  })
  .refine(({ exception, length }) => (exception === null ? length > 0 : length === 0), { path: ['length'] });
export type PacketItem = z.output<typeof itemShape>;

const everything = (items: readonly PacketItem[]) => {
  const there = new Set(items.map(itemKey));
  return NEEDED_ITEMS.every((key) => there.has(key));
};
/** A finger has one template and one picture at most, and an exception stands alone. */
const onceEach = (items: readonly PacketItem[]) => {
  const parts = items.map((item) => `${itemKey(item)} ${item.mediaType ? 'picture' : 'rest'}`);
  const excepted = new Set(items.filter((item) => item.exception).map(itemKey));
  return (
    new Set(parts).size === parts.length &&
    items.every((item) => item.exception !== null || !excepted.has(itemKey(item)))
  );
};

export const manifestShape = z.strictObject({
  nik: nikShape,
  officer: z.uuid(),
  office: z.uuid(),
  kind: z.enum(['first', 'again']),
  capturedAt: instant,
  items: z
    .array(itemShape)
    .min(NEEDED_ITEMS.length)
    .max(64)
    .refine(everything, { message: 'needed' })
    .refine(onceEach, { message: 'twice' }),
});
export type Manifest = z.output<typeof manifestShape>;

const statusNames = Object.keys(STATUSES) as [Status, ...Status[]];
export const statusShape = z.enum(statusNames);

export const INTAKE_STATES = ['receiving', 'taken', 'quarantined', 'refused'] as const;
export type IntakeState = (typeof INTAKE_STATES)[number];

/** What a station learns of a packet that it sent. */
export const receiptShape = z.object({
  id: z.string(),
  state: z.enum(INTAKE_STATES),
  /** Bytes that are safe here; a station goes on from there. */
  received: z.number(),
  size: z.number(),
  /** Of a quarantined or refused one: codes and their sentence. */
  why: z.array(z.string()),
  text: z.string().nullable(),
  /** What the head of section wrote who decided on it. */
  reason: z.string().nullable(),
  status: statusShape.nullable(),
});
export type Receipt = z.output<typeof receiptShape>;

/** What became of the citizen whose packet was refused, and leaves its station. */
export const PUT_AWAY_REASONS = ['recorded_again', 'recorded_before', 'called_back', 'not_reached'] as const;

export const STATION_KINDS = ['fixed', 'mobile'] as const;
export const stationShape = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(STATION_KINDS),
  officeId: z.string(),
  office: z.string().nullable(),
  state: z.enum(['active', 'revoked']),
  /** To compare a device with its line: 16 hexadecimal digits of the SHA-256 of its key. */
  fingerprint: z.string(),
  registeredAt: z.string(),
  registeredBy: z.string().nullable(),
  revokedAt: z.string().nullable(),
  revokedWhy: z.string().nullable(),
  /** Packets that it sent, and the last. */
  packets: z.number(),
  lastPacketAt: z.string().nullable(),
});

export const statusViewShape = z.object({
  status: statusShape,
  abbreviation: z.string(),
  text: z.string(),
  stage: z.enum(STAGES),
  acts: z.enum(ACTORS),
  actsText: z.string(),
  terminal: z.boolean(),
});

export const itemViewShape = z.object({
  modality: z.enum(MODALITIES),
  position: z.number(),
  quality: z.number().nullable(),
  tries: z.number(),
  template: z.boolean(),
  picture: z.boolean(),
  exception: z.enum(EXCEPTION_REASONS).nullable(),
  approvedBy: z.string().nullable(),
  approvedAt: z.string().nullable(),
});

export const packetViewShape = z.object({
  id: z.string(),
  now: statusViewShape,
  since: z.string(),
  recordedOn: z.string(),
  capturedAt: z.string(),
  receivedAt: z.string(),
  source: z.enum(['station', 'import']),
  office: z.string().nullable(),
  officer: z.string().nullable(),
  station: z.string().nullable(),
  /** What may come next. */
  next: z.array(statusViewShape),
  steps: z.array(
    z.object({
      status: statusShape,
      text: z.string(),
      at: z.string(),
      recordedAt: z.string(),
      officer: z.string().nullable(),
      why: z.string().nullable(),
    }),
  ),
  items: z.array(itemViewShape),
});

export const BLOCKED = [
  'not_present',
  'not_entitled',
  'too_young',
  'move_underway',
  'recorded',
  'in_process',
  'duplicate',
] as const;
export const DUTIES = ['obligated', 'first_voter', 'none'] as const;

/** Whether somebody may be recorded today, and if not what the right way is. */
export const standingShape = z.object({
  may: z.boolean(),
  duty: z.enum(DUTIES),
  age: z.number(),
  why: z.enum(BLOCKED).nullable(),
  whyText: z.string().nullable(),
  wayText: z.string().nullable(),
  recordedOn: z.string().nullable(),
  /** Of a move that is underway: its letter. */
  letterNumber: z.string().nullable(),
  /** For somebody too young: the day from which. */
  from: z.string().nullable(),
});

export { civilDateShape, nikShape, textShape, villageCodeShape };

export const APPOINTMENT_STATES = ['waiting', 'called', 'recorded', 'missed', 'cancelled'] as const;

/** A number in a queue that was not used yet. */
export const heldShape = z.object({
  day: z.string(),
  place: z.string(),
  number: z.number(),
  state: z.enum(APPOINTMENT_STATES),
});

/** Where bands of age begin. */
export const AGE_BANDS = [0, 17, 20, 30, 40, 50, 60] as const;

export const figureShape = z.object({
  /** Recorded among those who must be, and those who must be. */
  numerator: z.number(),
  denominator: z.number(),
  percent: z.number().nullable(),
  /** From 16: in neither of the two. */
  firstVoters: z.number(),
  firstVotersRecorded: z.number(),
});

/** What routes of this room are asked with. */
export const idParams = z.object({ id: z.uuid() });
export const nothing = z.void();
export const reasonShape = textShape(500);
/** The nation is ''. */
export const regionShape = z
  .string()
  .regex(/^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{10})?$/, { message: 'enrolment.field.region' });
export const cursorShape = z.string().max(400).optional();
