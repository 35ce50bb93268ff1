/** A delivery of a partner: taken as it is, sealed, and compared later, so that not even the time of the answer says who was right. */
import type { Actor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import type { RequestFacts } from '../../core/http/index.ts';
import { newId, type Nik, type Uuid } from '../../core/id/index.ts';
import { addJobs } from '../../core/jobs/index.ts';
import { record } from '../../core/ledger/index.ts';
import { today, ZONES } from '../../core/time/index.ts';
import type { Returnable } from '../partner/index.ts';
import { admitCall } from '../verification/index.ts';
import { compareRun } from './compare.ts';
import { refuse } from './refusals.ts';
import { ATTRIBUTE_OF } from './rules.ts';
import { sealSaid } from './sealed.ts';
import type { ReturnedGiven } from './schema.ts';
import { findAgreed, insertBatch } from './sql.ts';

const ELEMENT_OF = Object.fromEntries(
  Object.entries(ATTRIBUTE_OF).map(([element, attribute]) => [attribute, element as Returnable]),
);

export async function giveBack(
  tx: Tx,
  actor: Actor,
  { items, ...why }: ReturnedGiven,
  { caller }: Pick<RequestFacts, 'caller'>,
): Promise<{ batch: string; received: number; entry: string }> {
  const { partner, grant } = await admitCall(tx, actor, caller, why.purpose);
  const agreed = await findAgreed(tx, partner.cooperationId);
  const now = today(tx.ground.clock, ZONES.WIB);
  for (const [n, { said, learnedOn }] of items.entries()) {
    for (const attribute of Object.keys(said)) {
      const element = ELEMENT_OF[attribute]!;
      if (agreed?.elements.includes(element)) continue;
      const values = { element: tx.ground.speaker.say(actor.language, `partner.element.${element}`) };
      const code = 'returned_data.not_agreed' as const;
      throw refuse(code, { values, faults: [{ path: `items.${n}.said.${attribute}`, code, values }] });
    }
    if (learnedOn > now) {
      const values = { day: learnedOn };
      const code = 'returned_data.learned_ahead' as const;
      throw refuse(code, { values, faults: [{ path: `items.${n}.learnedOn`, code, values }] });
    }
  }
  const id = newId();
  const rows = items.map(({ nik, reference, learnedOn, said }, place) => {
    const saidId = newId();
    return {
      id: saidId,
      nik: nik as Nik,
      place,
      reference,
      learnedOn,
      sealed: sealSaid(tx, saidId, said).toString('hex'),
    };
  });
  const { entryId } = await record(
    tx,
    { ...actor, purpose: why.purpose },
    {
      label: 'returned_data.received',
      // Which things were said, never what.
      subjects: items.map(({ nik, said }) => ({ nik: nik as Nik, detail: Object.keys(said).join(',') })),
      facts: { batch: id, basis: why.basis, unit: why.unit, endUser: why.endUser, n: items.length },
    },
  );
  await insertBatch(
    tx,
    {
      id,
      institutionId: partner.institutionId,
      agreementId: agreed!.agreementId,
      purpose: why.purpose,
      basis: why.basis,
      unit: why.unit,
      region: grant.region,
      receivedAt: tx.ground.clock.now(),
      entryId,
    },
    rows,
  );
  await addJobs(tx, compareRun, [{ batchId: id as Uuid }]);
  return { batch: id, received: items.length, entry: entryId };
}
