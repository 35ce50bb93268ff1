/** Shapes of incidents, safe in a browser. */
import { z } from 'zod';
import { civilDateShape, spanShape, stateShape, textShape, tracedShape } from '../schema.ts';
import { EVENT_KINDS, INCIDENT_KINDS, INCIDENT_STATES, OUTCOMES } from './rules.ts';

/** Serials and UIDs as they were read or told, each by itself. */
export const seenShape = z.array(z.string().trim().min(1).max(40)).max(100);

export const reportShape = z.object({
  kind: z.enum(INCIDENT_KINDS),
  place: textShape(200),
  seenOn: civilDateShape,
  words: textShape(2_000),
  seen: seenShape.default([]),
  police: z.object({ number: textShape(80), office: textShape(120) }).optional(),
});
export type Report = z.output<typeof reportShape>;

export const freezeShape = z.object({
  incidentId: z.uuid(),
  way: z.enum(['freeze', 'lift']),
  spans: z.array(spanShape).min(1).max(500),
  reason: textShape(500).refine((text) => text.length >= 5, { message: 'blank.field.reason' }),
  askedBy: z.uuid(),
});
export type FreezeInput = z.output<typeof freezeShape>;

export const incidentLineShape = z.object({
  id: z.string(),
  number: z.string(),
  kind: z.enum(INCIDENT_KINDS),
  origin: z.enum(['officer', 'public']),
  state: z.enum(INCIDENT_STATES),
  regionCode: z.string(),
  place: z.string(),
  seenOn: z.string(),
  openedAt: z.string(),
  /** How many blanks were seen that a delivery holds, and how many lie frozen by it now. */
  seen: z.number(),
  frozen: z.number(),
  outcome: z.enum(OUTCOMES).nullable(),
  closedAt: z.string().nullable(),
  /** Whether the officer who asks decides on it. */
  mayDecide: z.boolean(),
});

const byState = z.array(z.object({ state: stateShape, n: z.number() }));

export const atRiskShape = z.object({
  boxes: z.array(
    z.object({
      code: z.string(),
      first: z.string(),
      last: z.string(),
      n: z.number(),
      seen: z.number(),
      frozen: z.number(),
      states: byState,
    }),
  ),
  shipments: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      from: z.string(),
      to: z.string(),
      sentAt: z.string(),
      spans: z.array(spanShape),
      n: z.number(),
      seen: z.number(),
      frozen: z.number(),
      states: byState,
    }),
  ),
});

export const incidentShape = incidentLineShape.extend({
  tracking: z.string(),
  words: z.string(),
  openedBy: z.string().nullable(),
  police: z.object({ number: z.string(), office: z.string() }).nullable(),
  spans: z.array(spanShape),
  unknown: z.array(z.string()),
  photo: z.boolean(),
  /** Of the first blanks seen: batch, box, every custody with its keepers, where the books have it now. */
  traces: z.array(tracedShape),
  atRisk: atRiskShape,
  frozenSpans: z.array(spanShape),
  events: z.array(
    z.object({
      kind: z.enum(EVENT_KINDS),
      at: z.string(),
      recordedAt: z.string(),
      by: z.string().nullable(),
      askedBy: z.string().nullable(),
      n: z.number().nullable(),
      words: z.string().nullable(),
      /** Its entry in the log. */
      entryId: z.string(),
    }),
  ),
});
export type Incident = z.output<typeof incidentShape>;

export const REPORT_FIELDS = ['kind', 'place', 'words', 'seen', 'photo', 'tracking'] as const;
type Typed = Readonly<Record<'kind' | 'place' | 'words' | 'seen', string>>;

/** What `/laporkan-blangko` shows: the form with what is wrong in it, the number of a report just made, or how far one is. */
export interface ReportBlankPage {
  readonly typed: Typed;
  /** Goes with the form, so that pressing twice reports once. */
  readonly key: string;
  readonly faults: readonly { readonly field: (typeof REPORT_FIELDS)[number]; readonly text: string }[];
  readonly made: { readonly tracking: string } | null;
  readonly followed: {
    readonly tracking: string;
    readonly state: (typeof INCIDENT_STATES)[number];
    readonly toldOn: string;
    readonly endedOn: string | null;
  } | null;
  /** The tracking number that was asked for, as typed. */
  readonly asked: string;
}
