/** A delivery beside the register, by the comparison of questions: only what differs about somebody who is there becomes a hint. */
import { z } from 'zod';
import { systemActor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import type { Uuid } from '../../core/id/index.ts';
import { job } from '../../core/jobs/index.ts';
import { recordEach } from '../../core/ledger/index.ts';
import type { Returnable } from '../partner/index.ts';
import { stateOf, type Leave } from '../verification/compare/index.ts';
import type { Attribute } from '../verification/schema.ts';
import { ATTRIBUTE_OF, SAME_FROM } from './rules.ts';
import { openSaid } from './sealed.ts';
import type { Said } from './schema.ts';
import { holdBatch, listAnswerable, listReceived, saveJudged, type Judged, type RegisterRow } from './sql.ts';

const ELEMENTS = Object.entries(ATTRIBUTE_OF) as [Returnable, Attribute][];

/** Everything may be compared; nothing of it is told. */
const LEAVE: Leave = {
  elements: new Map(ELEMENTS.map(([, attribute]) => [attribute, 'check'])),
  threshold: SAME_FROM,
  tells: new Set(),
};

export async function compareBatch(tx: Tx, batchId: Uuid): Promise<void> {
  const batch = await holdBatch(tx, batchId);
  if (!batch) return;
  const received = await listReceived(tx, batch.id);
  const known = new Map(
    (
      await listAnswerable(
        tx,
        received.map(({ nik }) => nik),
        batch.region,
      )
    ).map((row) => [row.nik, row]),
  );
  const judged = received.map(({ id, nik, sealed }): Judged => {
    const row = known.get(nik);
    if (!row || stateOf(row.state) !== 'active') return { id, nik, state: 'unused', villageCode: null, differing: [] };
    const differing = differingIn(tx, openSaid(tx, id, sealed), row);
    return { id, nik, state: differing.length > 0 ? 'open' : 'same', villageCode: row.villageCode, differing };
  });
  const count = (state: Judged['state']) => judged.filter((each) => each.state === state).length;
  const [entryId] = await recordEach(tx, [
    {
      actor: systemActor('returned_data'),
      label: 'returned_data.compared',
      // What the person reads: that it agreed, that his office looks at it, or that it was of no use.
      subjects: judged.map(({ nik, state, differing }) => ({ nik, detail: [state, ...differing].join(' ') })),
      facts: { batch: batch.id, open: count('open'), same: count('same'), unused: count('unused') },
    },
  ]);
  await saveJudged(tx, batch.id, judged, entryId!);
}

function differingIn(tx: Tx, said: Said, row: RegisterRow): Returnable[] {
  const subject = { ...row, familyCard: null, motherName: null, fatherName: null };
  const { results } = tx.ground.verification.comparison.compare(said, subject, 'active', LEAVE);
  return ELEMENTS.flatMap(([element, attribute]) => (results[attribute]?.result === 'no_match' ? [element] : []));
}

export const compareRun = {
  name: 'returned_data.compare',
  payload: z.object({ batchId: z.string().transform((text) => text as Uuid) }),
  maxAttempts: 8,
  run: (tx: Tx, { batchId }: { batchId: Uuid }): Promise<void> => compareBatch(tx, batchId),
};
export const compareJob = job(compareRun);
