/** Who is slowed down and why, beside what is usual; lifted early or held longer by an officer with a reason. */
import { mustCover, type Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { newId } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { systemClock } from '../../../core/time/index.ts';
import { speak } from '../../../core/notice/index.ts';
import { sayPartnersChanged } from '../book/change.ts';
import { pacesChanged } from '../notice.ts';
import { refuse } from '../refusals.ts';
import type { SlowedPartner } from './schema.ts';
import { holdThrottle, liftThrottles, listSlowed, slowedUntil } from './sql.ts';

export async function viewSlowed(tx: Tx, actor: Actor): Promise<{ slowed: SlowedPartner[] }> {
  mustCover(actor, '');
  const rows = await listSlowed(tx);
  return {
    slowed: rows.map(({ institutionId, institution, since, until, reasons }) => ({
      institution: { id: institutionId, name: institution },
      since: since.toISOString(),
      until: until.toISOString(),
      reasons,
    })),
  };
}

/** From the commit on it asks as before, in every process within a second. The same signals stay quiet for an hour. */
export async function liftPace(
  tx: Tx,
  actor: Actor,
  { id: institutionId, reason }: { id: string; reason: string },
): Promise<Record<string, never>> {
  mustCover(actor, '');
  const { entryId } = await record(tx, actor, {
    label: 'verification.pace_lifted',
    facts: { institution: institutionId },
  });
  const lifted = await liftThrottles(tx, { institutionId, by: actor.id, reason, entryId });
  if (lifted.length === 0) throw refuse('verification.not_slowed');
  await sayPartnersChanged(tx, [institutionId]);
  await speak(tx, actor, pacesChanged, [{ institutionId, what: 'lifted', signal: null, until: null }]);
  return {};
}

const HOUR_MS = 3_600_000;

/** Only what is slowed down already is held, and only longer: to slow down or cut off by hand is a suspension. */
export async function holdPace(
  tx: Tx,
  actor: Actor,
  { id: institutionId, hours, reason }: { id: string; hours: number; reason: string },
): Promise<{ until: string }> {
  mustCover(actor, '');
  const until = await slowedUntil(tx, institutionId);
  if (until === null) throw refuse('verification.not_slowed');
  if (until.getTime() >= systemClock.now().getTime() + hours * HOUR_MS)
    throw refuse('verification.hold_shorter', { faults: [{ path: 'hours', code: 'verification.hold_shorter' }] });
  const { entryId } = await record(tx, actor, {
    label: 'verification.pace_held',
    facts: { institution: institutionId, hours },
  });
  const held = await holdThrottle(tx, { id: newId(), institutionId, hours, by: actor.id, reason, entryId });
  await sayPartnersChanged(tx, [institutionId]);
  const ends = held.toISOString();
  await speak(tx, actor, pacesChanged, [{ institutionId, what: 'held', signal: null, until: ends }]);
  return { until: ends };
}
