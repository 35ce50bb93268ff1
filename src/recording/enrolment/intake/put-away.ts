/** What was refused for good leaves its station: an officer says why, so that no citizen is forgotten unseen. */
import type { Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { refuse } from '../refusals.ts';
import type { PUT_AWAY_REASONS } from '../schema.ts';
import { findStation, mustServe } from '../station/index.ts';
import { findIntake } from './sql.ts';

/**
 * Notes it. Refuses for a packet that is here and was not refused: its station must keep it. One that was refused when it
 * was announced is not here at all.
 */
export async function putAway(
  tx: Tx,
  actor: Actor,
  input: { id: string; station: string; refused: string; because: (typeof PUT_AWAY_REASONS)[number] },
): Promise<void> {
  const intake = await findIntake(tx, input.id);
  const officeId = intake?.officeId ?? (await findStation(tx, input.station))?.officeId;
  if (officeId) await mustServe(tx, actor, officeId);
  if (intake && intake.state !== 'refused') throw refuse('enrolment.packet_not_refused');
  await record(tx, actor, {
    label: 'enrolment.packet_put_away',
    facts: { packet: input.id, station: input.station, refused: input.refused, because: input.because },
  });
}
