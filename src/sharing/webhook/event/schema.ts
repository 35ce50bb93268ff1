/** The shape of each event: ids, days and counts, never a NIK, a name or a pseudonym. Strict: what is not named here does not leave. */
import { z } from 'zod';
import { PURPOSES } from '../../partner/rules.ts';
import { CAUSES } from '../../partner/supervision/rules.ts';
import { SIGNALS } from '../../verification/signal/rules.ts';
import type { Kind } from './rules.ts';

// Of whatever version: an act must not fail because of how an id was made.
const id = z.guid();
const instant = z.iso.datetime();
const day = z.iso.date();
const count = z.number().int();
const purpose = z.enum(PURPOSES);
/** The institution's own number or name; `null` where there is none, or where it could be a number of a person. */
const own = z.string().max(128).nullable();
const dispute = z.strictObject({ dispute: id, number: z.string().max(40), reference: own, entry: id, dueAt: instant });
const report = z.strictObject({ report: id, semester: z.string().regex(/^\d{4}-[12]$/), dueOn: day });

export const SHAPES = {
  ping: z.strictObject({}),
  'access.suspended': z.strictObject({
    cooperation: id,
    cause: z.enum(CAUSES),
    code: z.string(),
    until: instant.nullable(),
  }),
  'access.restored': z.strictObject({ cooperation: id }),
  'access.granted': z.strictObject({ cooperation: id, grant: id, purpose, validUntil: instant }),
  'access.grant_ended': z.strictObject({ cooperation: id, grant: id }),
  'access.ended': z.strictObject({ cooperation: id }),
  'pace.slowed': z.strictObject({ signal: z.enum(SIGNALS), code: z.string(), until: instant }),
  'pace.held': z.strictObject({ until: instant }),
  'pace.lifted': z.strictObject({}),
  'quota.near_end': z.strictObject({ grant: id, day, quota: count, taken: count }),
  'agreement.expiring': z.strictObject({ cooperation: id, document: id, until: day, days: count }),
  'grant.expiring': z.strictObject({ cooperation: id, grant: id, purpose, until: day, days: count }),
  'key.expiring': z.strictObject({ key: id, kid: own, until: day, days: count }),
  'key.added': z.strictObject({ kid: own }),
  'key.ended': z.strictObject({ kid: own }),
  'matching.waiting': z.strictObject({ matching: id, state: z.enum(['approval', 'held']) }),
  'matching.ready': z.strictObject({ matching: id, deleteAt: instant }),
  'matching.failed': z.strictObject({ matching: id, state: z.enum(['failed', 'stopped']), why: z.string().max(40) }),
  'dispute.opened': dispute,
  'dispute.due_soon': dispute,
  'dispute.overdue': dispute,
  'dispute.decided': dispute.extend({ decision: z.enum(['upheld', 'rejected']) }),
  'dispute.closed': dispute.extend({ how: z.enum(['accepted', 'withdrawn']) }),
  'balance.low': z.strictObject({ balance: count, daysLeft: count }),
  'balance.empty': z.strictObject({ day }),
  'payment.entered': z.strictObject({ payment: id, amount: count }),
  'statement.closed': z.strictObject({
    statement: id,
    number: z.string().max(40),
    month: z.string().regex(/^\d{4}-\d{2}$/),
    charged: count,
    closing: count,
  }),
  'report.due': report,
  'report.warned': report.extend({ level: count }),
  'report.cut_due': report,
  'maintenance.announced': z.strictObject({ maintenance: id, from: instant, until: instant }),
  'maintenance.ended': z.strictObject({ maintenance: id }),
} as const satisfies Record<Kind, z.ZodType>;

type Data<K extends Kind> = z.output<(typeof SHAPES)[K]>;

/** One event for one institution. */
export type Told = {
  [K in Kind]: {
    readonly kind: K;
    readonly institutionId: string;
    readonly data: Data<K>;
    /** Said once under this, however often the clock finds it. */
    readonly once?: string;
  };
}[Kind];

/** As it is sent. */
export function bodyOf({ kind, data }: Pick<Told, 'kind' | 'data'>, at: Date): string {
  return JSON.stringify({ type: kind, timestamp: at.toISOString(), data: SHAPES[kind].parse(data) });
}

const A = '0192f0c1-0000-7000-8000-00000000000a';
const B = '0192f0c1-0000-7000-8000-00000000000b';
const AT = '2018-12-11T09:00:00.000Z';
const CASE = { dispute: A, number: 'BS/2018/00001', reference: 'TRX-1', entry: B, dueAt: '2018-12-14T09:00:00.000Z' };
const OWED = { report: A, semester: '2018-1', dueOn: '2018-07-10' };

/** What a page and the documentation show of each. */
export const EXAMPLES: { readonly [K in Kind]: Data<K> } = {
  ping: {},
  'access.suspended': { cooperation: A, cause: 'security', code: 'partner.suspended_security', until: AT },
  'access.restored': { cooperation: A },
  'access.granted': { cooperation: A, grant: B, purpose: 'public_service', validUntil: '2022-12-31T17:00:00.000Z' },
  'access.grant_ended': { cooperation: A, grant: B },
  'access.ended': { cooperation: A },
  'pace.slowed': { signal: 'volume', code: 'verification.slowed_down', until: AT },
  'pace.held': { until: AT },
  'pace.lifted': {},
  'quota.near_end': { grant: B, day: '2018-12-11', quota: 10_000, taken: 8_000 },
  'agreement.expiring': { cooperation: A, document: B, until: '2019-04-10', days: 120 },
  'grant.expiring': { cooperation: A, grant: B, purpose: 'public_service', until: '2019-02-09', days: 60 },
  'key.expiring': { key: A, kid: 'kunci-2018', until: '2019-01-10', days: 30 },
  'key.added': { kid: 'kunci-2019' },
  'key.ended': { kid: 'kunci-2018' },
  'matching.waiting': { matching: A, state: 'held' },
  'matching.ready': { matching: A, deleteAt: '2018-12-18T09:00:00.000Z' },
  'matching.failed': { matching: A, state: 'failed', why: 'cut_off' },
  'dispute.opened': CASE,
  'dispute.due_soon': CASE,
  'dispute.overdue': CASE,
  'dispute.decided': { ...CASE, decision: 'upheld' },
  'dispute.closed': { ...CASE, how: 'accepted' },
  'balance.low': { balance: 1_500_000, daysLeft: 5 },
  'balance.empty': { day: '2018-12-11' },
  'payment.entered': { payment: A, amount: 10_000_000 },
  'statement.closed': {
    statement: A,
    number: 'PNBP/2018/11/00001',
    month: '2018-11',
    charged: 4_000_000,
    closing: 6_000_000,
  },
  'report.due': OWED,
  'report.warned': { ...OWED, level: 1 },
  'report.cut_due': OWED,
  'maintenance.announced': { maintenance: A, from: AT, until: '2018-12-11T12:00:00.000Z' },
  'maintenance.ended': { maintenance: A },
};

export const exampleOf = (kind: Kind): string =>
  JSON.stringify({ type: kind, timestamp: AT, data: EXAMPLES[kind] }, null, 2);
