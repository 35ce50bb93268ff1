/** Held as evidence (ditahan, barang bukti): blocks the destruction of a bag until two persons have lifted it. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { mustCover, type Actor } from '../../../core/access/index.ts';
import { propose, proposable } from '../../../core/approval/index.ts';
import { elevated, many, maybeOne, run, sql, type Tx } from '../../../core/db/index.ts';
import { newId, type Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { today } from '../../../core/time/index.ts';
import { refuse } from '../refusals.ts';
import { reasonShape } from '../schema.ts';
import { findBag, holdBags } from './sql.ts';

/** Anybody who guards pieces may stop a destruction, alone and at once; only two may let it go on. */
export async function placeHold(
  tx: Tx,
  actor: Actor,
  input: { id: string; ground: string; reference: string; untilOn: string },
): Promise<{ id: Uuid }> {
  const [bag] = await holdBags(tx, [input.id]);
  if (!bag) throw refuse('disposal.bag_not_found');
  mustCover(actor, bag.regionCode);
  if (bag.state === 'DESTROYED') throw refuse('disposal.bag_state', { detail: bag.state });
  if (input.untilOn <= today(tx.ground.clock, actor.zone)) throw refuse('disposal.hold_until');
  const id = newId();
  const { entryId } = await record(tx, actor, { label: 'disposal.held', facts: { hold: id, bag: bag.id } });
  await run(
    tx,
    sql`insert into disposal.hold (id, bag_id, ground, reference, until_on, placed_at, placed_by, entry_id)
        values (${id}, ${bag.id}, ${input.ground}, ${input.reference}, ${input.untilOn}::date, ${tx.ground.clock.now()}, ${actor.id}, ${entryId})`,
  );
  return { id };
}

export interface HoldRow {
  readonly id: string;
  readonly bagId: string;
  readonly bag: string;
  readonly regionCode: string;
  readonly ground: string;
  readonly reference: string;
  readonly untilOn: string;
  readonly placedAt: Date;
  readonly lifted: boolean;
}

const holds = sql`select h.id, h.bag_id as "bagId", b.number as bag, b.region_code as "regionCode", h.ground, h.reference, h.until_on as "untilOn",
  h.placed_at as "placedAt", h.lifted_at is not null as lifted from disposal.hold h join disposal.bag b on b.id = h.bag_id`;

export function listHolds(tx: Tx, bagId: string): Promise<HoldRow[]> {
  return many<HoldRow>(tx, sql`${holds} where h.bag_id = ${bagId}::uuid order by h.placed_at`);
}

const liftInput = z.object({ holdId: z.uuid(), askedBy: z.uuid(), reason: reasonShape });

export const liftHold = proposable<z.output<typeof liftInput>>({
  act: 'disposal.hold_lift',
  input: liftInput,
  region: async (tx, { holdId }) => (await getHold(tx, holdId)).regionCode,
  summary: async (tx, { holdId, reason }) => {
    const { bag, reference } = await getHold(tx, holdId);
    return { messageKey: 'proposal.disposal.hold_lift', values: { bag, reference, reason } };
  },
  fingerprint: async (tx, { holdId }) => {
    const { id, bagId, untilOn } = await getHold(tx, holdId);
    return createHash('sha256').update(`${id}\n${bagId}\n${untilOn}`).digest('hex');
  },
  execute: async (tx, actor, { holdId, askedBy, reason }) => {
    const hold = await getHold(tx, holdId);
    await record(tx, actor, { label: 'disposal.hold_lifted', facts: { hold: hold.id, bag: hold.bagId } });
    await elevated(tx, () =>
      run(
        tx,
        sql`update disposal.hold set lifted_at = ${tx.ground.clock.now()}, lifted_by = ${actor.id}, lift_asked_by = ${askedBy}, lift_why = ${reason}
             where id = ${hold.id}::uuid and lifted_at is null`,
      ),
    );
  },
});

async function getHold(tx: Tx, id: string): Promise<HoldRow> {
  const hold = await elevated(tx, () => maybeOne<HoldRow>(tx, sql`${holds} where h.id = ${id}::uuid`));
  if (!hold || hold.lifted) throw refuse('disposal.hold_not_found');
  return hold;
}

/** Asks that a hold be lifted; a second person decides. */
export async function proposeLift(tx: Tx, actor: Actor, input: { holdId: string; reason: string }) {
  const { bagId } = await getHold(tx, input.holdId);
  mustCover(actor, (await elevated(tx, () => findBag(tx, bagId)))!.regionCode);
  const { id } = await propose(tx, actor, liftHold.act, { ...input, askedBy: actor.id });
  return { proposalId: id };
}
