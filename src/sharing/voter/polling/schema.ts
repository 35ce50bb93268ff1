/** Shapes of the voting day, safe in a browser. */
import { z } from 'zod';
import { nikShape, textShape } from '../../../register/resident/schema.ts';
import { REASONS } from '../eligibility/rules.ts';
import { POLLING_DOCUMENTS, POLLING_OUTCOMES } from './rules.ts';

const villageCode = z.string().regex(/^\d{10}$/);

export const pollingAsked = z.object({
  /** Where the officer is asked from: a village of his region, ten digits. */
  village: villageCode,
  document: z.enum(POLLING_DOCUMENTS),
  nik: nikShape,
  /** Of the document; see `numberKey`. */
  number: textShape(80),
});
export type PollingAsked = z.output<typeof pollingAsked>;

export const pollingVerdict = z.object({
  outcome: z.enum(POLLING_OUTCOMES),
  /** Of `not_voter`. */
  reasons: z.array(z.enum(REASONS)),
  /** Of `elsewhere`: village, district, regency, province. */
  place: z.string().nullable(),
  mission: z.string().nullable(),
  /** The last day of a letter. */
  validUntil: z.string().nullable(),
  /** That he was told on the voting day already that he votes: when and where. */
  earlier: z.object({ at: z.string(), place: z.string() }).nullable(),
});
export type PollingVerdict = z.output<typeof pollingVerdict>;

export const pollingStanding = z.object({
  /** `null`: no election is open. */
  election: z
    .object({ id: z.string(), nameId: z.string(), nameEn: z.string(), votingDay: z.string(), isToday: z.boolean() })
    .nullable(),
});

/** What a device takes along for one village. */
export const pollingFile = z.object({
  electionId: z.string(),
  nameId: z.string(),
  nameEn: z.string(),
  votingDay: z.string(),
  village: z.object({ code: z.string(), place: z.string() }),
  madeAt: z.string(),
  /** Hex; another in every file. */
  salt: z.string(),
  n: z.number(),
  /** `TAG_BYTES` for each document, base64, in the order of their bytes. */
  tags: z.string(),
});
export type PollingFile = z.output<typeof pollingFile>;

/** A look that was made without a network; `said`: what the device told. */
export const offlineCheck = pollingAsked.extend({
  id: z.uuid(),
  at: z.iso.datetime(),
  said: z.enum(['here', 'not_in_file']),
});
export type OfflineCheck = z.output<typeof offlineCheck>;
/** So many are sent at once. */
export const OFFLINE_AT_ONCE = 50;

export const offlineReport = z.object({
  /** Of each in the order in which it was sent: what the register says. */
  verdicts: z.array(z.object({ id: z.string(), said: z.enum(['here', 'not_in_file']), verdict: pollingVerdict })),
});
