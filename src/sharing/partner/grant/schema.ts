/** Shapes of grants, safe in a browser. */
import { z } from 'zod';
import { civilDateShape, elementsShape, purposeShape, reasonShape, regionShape } from '../schema.ts';
import { TELLS } from '../rules.ts';
import { readNetwork } from './network/rules.ts';

const minute = z.number().int().min(0).max(1440);

/** What a grant says. */
export const grantGiven = z
  .object({
    agreementId: z.uuid(),
    purpose: purposeShape,
    elements: elementsShape,
    /** Names and addresses are told only from this similarity on, in steps of ten. */
    threshold: z.number().int().min(50).max(100).multipleOf(10).nullable().default(null),
    dailyQuota: z.number().int().min(1).max(100_000_000),
    /** Rows of files that may be matched under it without another decision, all files together; null: each needs one. */
    packageRows: z.number().int().min(1).max(100_000_000).nullable().default(null),
    /** In WIB; null: day and night. */
    hours: z
      .object({ from: minute, until: minute })
      .refine(({ from, until }) => from !== until && from < 1440, { message: 'partner.field.hours' })
      .nullable()
      .default(null),
    networks: z
      .array(z.string().refine((text) => readNetwork(text) !== null, { message: 'partner.field.network' }))
      .min(1, { message: 'partner.field.networks' })
      .max(64),
    /** Null: as far as the institution itself may. */
    regionCode: regionShape.nullable().default(null),
    dpop: z.boolean().default(false),
    signed: z.boolean().default(false),
    tells: z.array(z.enum(TELLS)).max(TELLS.length).default([]),
    validFrom: civilDateShape,
    /** The last day. */
    validUntil: civilDateShape,
    /** A grant that this one takes the place of. */
    replaces: z.uuid().nullable().default(null),
  })
  .superRefine((grant, faults) => {
    const say = (path: string, message: string) => faults.addIssue({ code: 'custom', path: [path], message });
    const scores = grant.elements.some(({ method }) => method === 'score');
    if (scores !== (grant.threshold !== null)) say('threshold', 'partner.field.threshold');
    if (grant.validUntil < grant.validFrom) say('validUntil', 'partner.field.term_order');
    if (new Set(grant.tells).size < grant.tells.length) say('tells', 'fault.value');
  });
export type GrantGiven = z.output<typeof grantGiven>;

export const MOST_GRANTS = 500;

export const grantsGiven = z.object({ grants: z.array(grantGiven).min(1).max(MOST_GRANTS) });

/** What two persons say yes to. */
export const grantsProposed = grantsGiven.extend({ askedBy: z.uuid() });
export type GrantsProposed = z.output<typeof grantsProposed>;

export const endGrantShape = z.object({ reason: reasonShape });
