/** Shapes of disposal, safe in a browser. */
import { z } from 'zod';
import { civilDateShape, nikShape, textShape } from '../../register/resident/schema.ts';
import {
  BAG_STATES,
  CONTRADICTIONS,
  METHODS,
  OLDEST_CARD,
  OUTCOMES,
  PIECE_CAUSES,
  PLAN_STATES,
  type BagState,
} from './rules.ts';

export { civilDateShape, textShape };

export const serialText = z.string().regex(/^[0-9]{1,18}$/, { message: 'disposal.field.serial' });
export const uidTextShape = z.string().regex(/^[0-9A-F]{14}$/, { message: 'disposal.field.uid' });
export const yearShape = z.number().int().min(OLDEST_CARD).max(2100);
export const reasonShape = textShape(500).refine((text) => text.length >= 10, { message: 'disposal.field.reason' });
export const sealShape = textShape(40).transform((text) => text.toUpperCase());

/** A piece as it lies on the table; the NIK is null where it cannot be read. */
export const pieceGiven = z.object({
  kind: z.enum(['card', 'blank']).default('card'),
  nik: nikShape.nullable(),
  serial: serialText.nullable().default(null),
  uid: uidTextShape.nullable().default(null),
  cause: z.enum(PIECE_CAUSES),
  printedYear: yearShape.nullable().default(null),
  /** The top right corner has been cut off. */
  cut: z.boolean().default(false),
});
export type PieceGiven = z.output<typeof pieceGiven>;

const bagStateNames = Object.keys(BAG_STATES) as [BagState, ...BagState[]];
export const bagStateShape = z.enum(bagStateNames);

export const lineReport = z.object({
  line: z.number(),
  outcome: z.enum(OUTCOMES),
  pieceId: z.string().nullable(),
  /** What is wrong in words, where something is. */
  why: z.string().nullable(),
});

export const intakeReport = z.object({
  intakeId: z.string(),
  kept: z.number(),
  byOutcome: z.record(z.enum(OUTCOMES), z.number()),
  lines: z.array(lineReport),
});
export type IntakeReport = z.output<typeof intakeReport>;

export const pieceShape = z.object({
  id: z.string(),
  kind: z.enum(['card', 'blank']),
  nik: z.string().nullable(),
  serial: z.string().nullable(),
  uid: z.string().nullable(),
  cause: z.enum(PIECE_CAUSES),
  printedYear: z.number().nullable(),
  known: z.boolean(),
  contradiction: z.enum(CONTRADICTIONS).nullable(),
  released: z.boolean(),
  missing: z.boolean(),
  destroyed: z.boolean(),
  recordedAt: z.string(),
});

export const bagShape = z.object({
  id: z.string(),
  number: z.string(),
  office: z.string(),
  /** It lies at the reader's own office. */
  here: z.boolean(),
  state: bagStateShape,
  /** Null to whoever may yet count it: he shall not know. */
  n: z.number().nullable(),
  seal: z.string().nullable(),
  place: z.string().nullable(),
  sealedAt: z.string().nullable(),
  sealedBy: z.string().nullable(),
  countedBy: z.string().nullable(),
  root: z.string().nullable(),
  held: z.boolean(),
  /** Under the rules before 13 December 2018: it should have left for the centre by now. */
  overdue: z.boolean(),
  /** The next count is the reader's to enter. */
  mayCount: z.boolean(),
  /** Its way to another office, while it is underway or lies where it came and differs. */
  way: z
    .object({ number: z.string(), to: z.string(), sentAt: z.string(), sentBy: z.string(), arrived: z.boolean() })
    .nullable(),
});

export const differenceShape = z.object({
  id: z.string(),
  bagId: z.string(),
  bag: z.string(),
  /** Who answers for the bag. */
  office: z.string(),
  /** Where it was counted, when that was on its arrival. */
  arrivedAt: z.string().nullable(),
  what: z.enum(['count', 'seal', 'list']),
  /** Both null to whoever may yet be asked to count it. */
  expected: z.number().nullable(),
  counted: z.number().nullable(),
  state: z.enum(['open', 'recount', 'reopened', 'missing']),
  openedAt: z.string(),
  dueOn: z.string(),
  explanation: z.string().nullable(),
  maySettle: z.boolean(),
});

export const planShape = z.object({
  id: z.string(),
  number: z.string(),
  office: z.string(),
  place: z.string(),
  plannedOn: z.string(),
  method: z.enum(METHODS),
  state: z.enum(PLAN_STATES),
  n: z.number(),
  bags: z.number(),
  root: z.string(),
  proposalId: z.string(),
  stopReason: z.string().nullable(),
  documentId: z.string().nullable(),
  reported: z.boolean(),
});

export const countPart = z.object({ kind: textShape(60), n: z.number().int().min(0).max(100_000_000) });

export const foundSummary = z.object({
  listed: z.number(),
  known: z.number(),
  unknown: z.number(),
  byState: z.record(z.string(), z.number()),
  lastCustodians: z.array(z.object({ custodian: z.string(), n: z.number() })),
  contradictions: z.record(z.string(), z.number()),
});
export type FoundSummary = z.output<typeof foundSummary>;
