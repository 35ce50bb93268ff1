/** Once a minute: who asks unusually is slowed down at once, by itself and for a while; somebody should then look. */
import { systemActor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { newId } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { speak } from '../../../core/notice/index.ts';
import { systemClock } from '../../../core/time/index.ts';
import { sayPartnersChanged } from '../book/change.ts';
import { pacesChanged } from '../notice.ts';
import { signalsOf, THROTTLE_MINUTES, type Signal } from './rules.ts';
import { listHours, slowDown } from './sql.ts';

const self = systemActor('verification');

/** Gives who was slowed down, and why. */
export async function slowUnusual(tx: Tx): Promise<{ institutionId: string; signal: Signal }[]> {
  const slowed: { institutionId: string; signal: Signal }[] = [];
  for (const { institutionId, now, usual, known } of await listHours(tx)) {
    for (const signal of signalsOf(now, usual).filter((each) => !known.includes(each))) {
      const { entryId } = await record(tx, self, {
        label: 'verification.slowed',
        facts: { institution: institutionId, signal, ...now },
      });
      const figures = { now, usual };
      await slowDown(tx, { id: newId(), institutionId, signal, minutes: THROTTLE_MINUTES, figures, entryId });
      slowed.push({ institutionId, signal });
    }
  }
  await sayPartnersChanged(
    tx,
    slowed.map(({ institutionId }) => institutionId),
  );
  // Of true time, as throttles are.
  const until = new Date(systemClock.now().getTime() + THROTTLE_MINUTES * 60_000).toISOString();
  await speak(
    tx,
    self,
    pacesChanged,
    slowed.map((each) => ({ ...each, what: 'slowed', until })),
  );
  return slowed;
}
