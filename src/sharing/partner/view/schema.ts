/** What the desk reads, safe in a browser. */
import { z } from 'zod';
import type { Counter } from '../ladder/rules.ts';
import { documentKindShape, stageShape } from '../ladder/schema.ts';
import { contentsShape, elementsShape, kindShape, purposeShape, sectorShape, signatoryShape } from '../schema.ts';
import { TELLS } from '../rules.ts';
import { causeShape } from '../supervision/schema.ts';

const text = z.string();
const maybe = z.string().nullable();
const doer = z.enum(['ditjen', 'institution', 'supervisor']).nullable();

export const foundInstitutionShape = z.object({
  id: text,
  name: text,
  kind: kindShape,
  sector: sectorShape,
  supervisor: maybe,
  regionCode: maybe,
  state: z.enum(['active', 'closed']),
  cooperationId: maybe,
  stage: stageShape.nullable(),
  since: maybe,
  suspended: z.boolean(),
});

export const boardShape = z.object({
  day: text,
  columns: z.array(
    z.object({
      stage: stageShape,
      n: z.number(),
      /** Days that the oldest has waited. */
      longest: z.number(),
      overdue: z.number(),
      days: z.number().nullable(),
    }),
  ),
  lines: z.array(
    z.object({
      cooperationId: text,
      institutionId: text,
      institution: text,
      kind: kindShape,
      number: text,
      stage: stageShape,
      since: text,
      waits: z.number(),
      acts: doer,
      overdue: z.boolean(),
      renews: z.boolean(),
      suspended: z.boolean(),
      agreementUntil: maybe,
      expired: z.boolean(),
    }),
  ),
  /** How many more there are than are listed. */
  more: z.number(),
});

export const ladderShape = z.object({
  asOf: text,
  knownAt: text,
  request: z.number(),
  approval: z.number(),
  mou: z.number(),
  agreement: z.number(),
  technicalGuide: z.number(),
  onboarding: z.number(),
  connected: z.number(),
  suspended: z.number(),
});

export const countedShape = z.object({
  institutionId: text,
  institution: text,
  kind: kindShape,
  number: text,
  stage: stageShape,
  since: text,
});

export const COUNTER_KEYS = {
  request: 'request',
  approval: 'approval',
  mou: 'mou',
  agreement: 'agreement',
  technical_guide: 'technicalGuide',
  onboarding: 'onboarding',
  connected: 'connected',
  suspended: 'suspended',
} as const satisfies Record<Counter, keyof z.output<typeof ladderShape>>;

const documentShape = z.object({
  id: text,
  kind: documentKindShape,
  number: text,
  version: z.number(),
  sha256: text,
  hasFile: z.boolean(),
  /** No later version has followed it. */
  latest: z.boolean(),
  signedOn: text,
  validFrom: maybe,
  validUntil: maybe,
  signatories: z.array(signatoryShape),
  contents: contentsShape.nullable(),
  recordedAt: text,
  by: maybe,
  entryId: text,
});

const grantShape = z.object({
  id: text,
  agreementId: text,
  purpose: purposeShape,
  elements: elementsShape,
  threshold: z.number().nullable(),
  dailyQuota: z.number(),
  packageRows: z.number().nullable(),
  hoursFrom: z.number().nullable(),
  hoursUntil: z.number().nullable(),
  networks: z.array(text),
  regionCode: maybe,
  place: maybe,
  dpop: z.boolean(),
  signed: z.boolean(),
  tells: z.array(z.enum(TELLS)),
  validFrom: text,
  validUntil: text,
  askedBy: maybe,
  givenBy: maybe,
  givenAt: text,
  endedAt: maybe,
  endedBy: maybe,
  endWhy: maybe,
  replacedBy: maybe,
  /** An element that the agreement does not name any more. */
  beyond: maybe,
  entryId: text,
});

const suspensionShape = z.object({
  id: text,
  cause: causeShape,
  from: text,
  until: maybe,
  atOnce: z.boolean(),
  inForce: z.boolean(),
  reason: text,
  substitute: maybe,
  askedBy: maybe,
  decidedBy: maybe,
  liftedAt: maybe,
  liftedHow: z.enum(['restored', 'appeal', 'confirmed', 'ended']).nullable(),
  liftWhy: maybe,
  liftAskedBy: maybe,
  liftedBy: maybe,
  entryId: text,
  appeals: z.array(
    z.object({
      id: text,
      words: text,
      receivedOn: text,
      /** Until when it is to be decided. */
      dueOn: text,
      /** The institution's letter, where it filed one. */
      documentId: maybe,
      outcome: z.enum(['granted', 'refused']).nullable(),
      why: maybe,
      decidedAt: maybe,
      decidedBy: maybe,
    }),
  ),
});

export const waitingAppealShape = z.object({
  id: text,
  cooperationId: text,
  institutionId: text,
  institution: text,
  cause: causeShape,
  receivedOn: text,
  dueOn: text,
  /** Below nothing where it is late. */
  daysLeft: z.number(),
});

const warningShape = z.object({ id: text, level: z.number(), madeOn: text, documentId: maybe });

const reportOfShape = z.object({
  id: text,
  semester: text,
  dueOn: text,
  filedOn: maybe,
  documentId: maybe,
  sparedWhy: maybe,
  cutDue: z.boolean(),
  warnings: z.array(warningShape),
});

const passShape = z.object({
  id: text,
  number: text,
  predecessorId: maybe,
  stage: stageShape,
  since: text,
  ended: z.boolean(),
  waits: z.number(),
  dueOn: maybe,
  acts: doer,
  nextUp: stageShape.nullable(),
  lacking: z.array(text),
  may: z.array(stageShape),
  /** The code of why it may not ask now; null when nothing but hour and network can keep it from asking. */
  whyNot: maybe,
  steps: z.array(
    z.object({
      id: text,
      n: z.number(),
      stage: stageShape,
      occurredOn: text,
      recordedAt: text,
      by: maybe,
      reason: maybe,
      words: maybe,
      takesBack: maybe,
      takenBack: z.boolean(),
      entryId: text,
    }),
  ),
  documents: z.array(documentShape),
  grants: z.array(grantShape),
  suspensions: z.array(suspensionShape),
  reports: z.array(reportOfShape),
});

export const institutionPageShape = z.object({
  id: text,
  name: text,
  kind: kindShape,
  sector: sectorShape,
  regionCode: maybe,
  place: maybe,
  mail: maybe,
  state: z.enum(['active', 'closed']),
  supervisor: z.object({ id: text, name: text }).nullable(),
  free: z.boolean(),
  needsSupervisor: z.boolean(),
  day: text,
  units: z.array(z.object({ id: text, name: text, open: z.boolean() })),
  passes: z.array(passShape),
});
export type InstitutionPage = z.output<typeof institutionPageShape>;
export type Pass = z.output<typeof passShape>;

export const reportLineShape = reportOfShape.extend({
  cooperationId: text,
  institutionId: text,
  institution: text,
  late: z.number(),
  needsSubstitute: z.boolean(),
  spared: z.boolean(),
  suspensionId: maybe,
  mayRestore: z.boolean(),
});
export type ReportLine = z.output<typeof reportLineShape>;
