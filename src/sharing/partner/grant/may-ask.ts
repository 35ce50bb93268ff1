/** Why a partner may or may not ask now, from the register: what its page shows, and what tests compare. */
import type { Tx } from '../../../core/db/index.ts';
import { LIVE } from '../ladder/rules.ts';
import { readNetwork } from './network/rules.ts';
import { maySayWhy, WHY_NOT, type GrantStanding, type SuspensionStanding, type WhyNot } from './rules.ts';
import { listStandings, type StandingRow } from './sql.ts';

/** A row of `partner_read.standing` as `maySayWhy` takes it. */
export function standingOf(row: StandingRow): {
  readonly suspensions: readonly SuspensionStanding[];
  readonly grants: ReadonlyMap<string, GrantStanding>;
} {
  const terms = row.terms.map(({ from, until }) => ({ from: new Date(from), until: new Date(until) }));
  const suspensions = row.suspensions.map(({ cause, from, until, liftedAt }) => ({
    cause,
    from: new Date(from),
    until: until === null ? null : new Date(until),
    liftedAt: liftedAt === null ? null : new Date(liftedAt),
  }));
  const grants = row.grants.map((grant): [string, GrantStanding] => [
    grant.id,
    {
      stage: row.stage,
      terms,
      from: new Date(grant.from),
      until: new Date(grant.until),
      endedAt: grant.endedAt === null ? null : new Date(grant.endedAt),
      hours: grant.hoursFrom === null ? null : { from: grant.hoursFrom, until: grant.hoursUntil! },
      networks: grant.networks.flatMap((text) => readNetwork(text) ?? []),
    },
  ]);
  return { suspensions, grants: new Map(grants) };
}

/** What keeps each of these cooperations from asking at all, whatever is granted: `null` where nothing does. */
export async function whyNotNow(tx: Tx, cooperations: readonly string[]): Promise<ReadonlyMap<string, WhyNot | null>> {
  const now = tx.ground.clock.now();
  const rows = await listStandings(tx, cooperations);
  return new Map(rows.map((row) => [row.cooperationId, whyNoneNow(row, now)]));
}

function whyNoneNow(row: StandingRow, now: Date): WhyNot | null {
  const { suspensions, grants } = standingOf(row);
  const none = maySayWhy(null, suspensions, { now, address: '' });
  if (none !== 'partner.not_granted') return none;
  const whys = [...grants.values()].map((grant) => maySayWhy(grant, suspensions, { now, address: '' })!);
  // No address is given, so the last question is left open: who gets so far may ask, from the right network at the right hour.
  if (whys.some((why) => why === 'partner.network_unknown' || why === 'partner.outside_hours')) return null;
  if (!LIVE.includes(row.stage)) return 'partner.not_connected';
  // Of several grants the one that comes nearest says why.
  return whys.reduce<WhyNot>(
    (near, why) => (WHY_NOT.indexOf(why) > WHY_NOT.indexOf(near) ? why : near),
    whys[0] ?? none,
  );
}
