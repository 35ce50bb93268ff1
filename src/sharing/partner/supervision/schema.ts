/** Shapes of reports, suspensions and appeals, safe in a browser. */
import { z } from 'zod';
import { civilDateShape, reasonShape, signatoryShape, textShape } from '../schema.ts';
import { AT_ONCE_CAUSES, CAUSES } from './rules.ts';

export const MOST_AT_ONCE = 2_000;

export const causeShape = z.enum(CAUSES);
export const substituteShape = textShape(200)
  .refine((text) => text.length >= 5, { message: 'partner.field.substitute' })
  .nullable()
  .default(null);

/** Whom to cut off, each with who serves instead where that is needed. */
export const suspensionGiven = z.object({
  cause: causeShape,
  reason: reasonShape,
  cut: z
    .array(z.object({ cooperationId: z.uuid(), substitute: substituteShape }))
    .min(1)
    .max(MOST_AT_ONCE),
});
export type SuspensionGiven = z.output<typeof suspensionGiven>;
export const suspensionProposed = suspensionGiven.extend({ askedBy: z.uuid() });
export type SuspensionProposed = z.output<typeof suspensionProposed>;

export const atOnceGiven = z.object({
  cause: z.enum(AT_ONCE_CAUSES),
  reason: reasonShape,
  substitute: substituteShape,
});

export const restorationGiven = z.object({
  suspensions: z.array(z.uuid()).min(1).max(MOST_AT_ONCE),
  reason: reasonShape,
});
export type RestorationGiven = z.output<typeof restorationGiven>;
export const restorationProposed = restorationGiven.extend({ askedBy: z.uuid() });
export type RestorationProposed = z.output<typeof restorationProposed>;

export const appealGiven = z.object({ words: reasonShape, receivedOn: civilDateShape });
export const appealDecision = z.object({ granted: z.boolean(), why: reasonShape });
export const appealProposed = appealDecision.extend({ appealId: z.uuid(), askedBy: z.uuid() });
export type AppealProposed = z.output<typeof appealProposed>;

/** A semester report as it comes in; its file comes beside it. */
export const reportGiven = z.object({
  number: textShape(120),
  signedOn: civilDateShape,
  receivedOn: civilDateShape,
  signatories: z.array(signatoryShape).max(12).default([]),
});
export type ReportGiven = z.output<typeof reportGiven>;
