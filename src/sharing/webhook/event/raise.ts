/** Events are raised in the transaction of the act that they tell of, and leave after its commit. */
import { elevated, type Tx } from '../../../core/db/index.ts';
import { newId } from '../../../core/id/index.ts';
import { wake } from '../send/wake.ts';
import { bodyOf, type Told } from './schema.ts';
import { insertEvents, listListening } from './sql.ts';

/** Keeps what somebody wants to be told, for each endpoint that chose it; gives how many deliveries wait. One statement, however many. */
export async function raise(
  tx: Tx,
  events: readonly Told[],
  /** For this endpoint alone, whatever it chose. */
  endpointId: string | null = null,
): Promise<number> {
  if (events.length === 0) return 0;
  const at = tx.ground.clock.now();
  const rows = events.map((event) => ({
    id: newId(),
    institutionId: event.institutionId,
    kind: event.kind,
    body: bodyOf(event, at),
    once: event.once ?? null,
  }));
  return elevated(tx, async () => {
    const waiting = await insertEvents(tx, rows, { at, endpointId });
    await wake(tx, waiting);
    return waiting.length;
  });
}

type ForAll<Event> = Event extends unknown ? Omit<Event, 'institutionId'> : never;

/** To every institution that listens. */
export async function raiseForAll(tx: Tx, event: ForAll<Told>): Promise<void> {
  const institutions = await elevated(tx, () => listListening(tx, event.kind));
  await raise(
    tx,
    institutions.map((institutionId) => ({ ...event, institutionId }) as Told),
  );
}
