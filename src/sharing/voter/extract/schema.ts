/** Shapes of a list and its release, safe in a browser. */
import { z } from 'zod';
import { civilDateShape, textShape } from '../../../register/resident/schema.ts';
import { REASONS } from '../eligibility/rules.ts';
import { EXTRACT_STATES } from './rules.ts';

export const commissionKeyShape = z.object({
  thumbprint: z.string(),
  issuer: z.string(),
  number: z.string(),
  datedOn: z.string(),
  registeredAt: z.string(),
  registeredBy: z.string().nullable(),
});

const counted = z.object({ rows: z.number(), male: z.number(), female: z.number() });

export const extractShape = z.object({
  id: z.string(),
  state: z.enum(EXTRACT_STATES),
  orderedAt: z.string(),
  orderedBy: z.string().nullable(),
  /** `null` while it is being made. */
  made: z
    .object({
      at: z.string(),
      knownAt: z.string(),
      eligible: z.number(),
      /** In the order of the law's reasons; only those that hold of somebody. */
      excluded: z.array(z.object({ reason: z.enum(REASONS), n: z.number() })),
      root: z.string(),
      manifestSha256: z.string(),
      files: z.number(),
      bytes: z.number(),
      /** Regency by regency, or village by village, as the files are. */
      parts: z.array(counted.extend({ part: z.string(), name: z.string(), files: z.number(), bytes: z.number() })),
    })
    .nullable(),
  proposal: z
    .object({
      id: z.string(),
      state: z.enum(['waiting', 'approved', 'rejected', 'withdrawn', 'expired']),
      by: z.string().nullable(),
      at: z.string(),
      expiresAt: z.string(),
      /** Another key was registered since. */
      stale: z.boolean(),
    })
    .nullable(),
  released: z
    .object({
      at: z.string(),
      by: z.string().nullable(),
      entry: z.string(),
      thumbprint: z.string(),
      issuer: z.string(),
    })
    .nullable(),
  abandonedAt: z.string().nullable(),
  acceptance: z
    .object({
      number: z.string(),
      datedOn: z.string(),
      signedBy: z.string(),
      enteredAt: z.string(),
      enteredBy: z.string().nullable(),
      counts: z.array(
        z.object({
          part: z.string(),
          name: z.string(),
          male: z.number(),
          female: z.number(),
          ours: counted,
          explanation: z.string().nullable(),
        }),
      ),
    })
    .nullable(),
});
export type ExtractView = z.output<typeof extractShape>;

export const extractsShape = z.object({
  key: commissionKeyShape.nullable(),
  /** The newest first. */
  extracts: z.array(extractShape),
});
export type ExtractsView = z.output<typeof extractsShape>;

const count = z.int({ message: 'voter.field.count' }).nonnegative({ message: 'voter.field.count' });

/** What the commission counted in one part's file. */
export const recountShape = z.object({
  part: z.string().regex(/^([0-9]{4}|[0-9]{10}|luar-negeri)$/, { message: 'voter.field.part' }),
  male: count,
  female: count,
  /** Wanted where it is not what was handed over. */
  explanation: z.string().trim().max(500).nullable(),
});
export type Recount = z.output<typeof recountShape>;

export const acceptanceGiven = z.object({
  number: textShape(120),
  datedOn: civilDateShape,
  signedBy: textShape(120),
  counts: z.array(recountShape).min(1).max(100_000),
});
export type AcceptanceGiven = z.output<typeof acceptanceGiven>;
